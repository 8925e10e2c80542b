import Foundation
import Testing

/// A predicate of the abstract test suite of OGC 21-065r2 (annex A) with the number of features that must match.
struct AnnexA: Sendable, CustomTestStringConvertible {
  /// A layer of the standard's test data, which comes from Natural Earth.
  enum Source: String {
    case countries = "ne_110m_admin_0_countries"
    case places = "ne_110m_populated_places_simple"
    case rivers = "ne_110m_rivers_lake_centerlines"
  }

  var source: Source
  var predicate: String
  var count: Int

  init(_ source: Source, _ predicate: String, _ count: Int) {
    self.source = source
    self.predicate = predicate
    self.count = count
  }

  var testDescription: String { predicate }

  /// The GeoPackage of the test data, `cql2/standard/data/ne110m4cql2.gpkg` in
  /// https://github.com/opengeospatial/ogcapi-features, where `PHUSONG_CQL2_DATA` says.
  static let path = ProcessInfo.processInfo.environment["PHUSONG_CQL2_DATA"]

  /// All predicates that stand alone.
  static let all: [AnnexA] =
    basic + advanced + arithmetic + caseInsensitive + accentInsensitive + basicSpatial + spatialLiterals + spatial
    + temporal + propertyProperty + corrected
}
