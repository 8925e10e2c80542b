import Coverage
import GeoFormats
import Testing

/// The expected results of annex A on the standard's own data, which does not come with the package.
@Suite(.enabled(if: AnnexA.path != nil, "PHUSONG_CQL2_DATA names no ne110m4cql2.gpkg"))
struct AnnexATests {
  @Test(arguments: AnnexA.all)
  func `as many features match as the standard says`(test: AnnexA) async throws {
    #expect(try await matches(test.predicate, test.source) == test.count)
  }

  @Test(arguments: AnnexA.logical)
  func `predicates join as the standard says`(predicates: [String], count: Int) async throws {
    let p = predicates
    let text = "(NOT (\(p[1])) AND \(p[0])) OR (\(p[2]) and \(p[3])) or not (\(p[0]) OR \(p[3]))"
    #expect(try await matches(text, .places) == count)
  }

  private func matches(_ text: String, _ source: AnnexA.Source) async throws -> Int {
    let filter = try CQL2.Filter(text)
    let path = "\(try #require(AnnexA.path)):\(source.rawValue)"
    let request = LayerRequest(name: source.rawValue, paths: [path], format: .gpkg, keys: filter.propertyNames)
    let layer = try await LayerReader.read(request)
    return try filter.bound(to: CQL2.Columns(layer)).mask().count { $0 }
  }
}
