import Coverage
import GeoFormats
import Geospatial

extension PlanOverview {
  /// The kind of the features that are villages which get a service, with its year in `fibre_year` and so on.
  private static let villageKind = "village"

  /// Reads the `plan.geojson` at `path`: features with `kind`, `service`, `year` and `cost` in whole **đồng**, and villages with the
  /// year of each service.
  ///
  /// - Throws: `FormatError` for a file that cannot be read, and for the first feature that is no part of a plan.
  public static func read(contentsOf path: String, threads: Int = 1) async throws -> PlanOverview {
    let yearKeys = Service.allCases.map { "\($0)_year" }
    let layer = try await LayerReader.read(
      LayerRequest(name: "plan", paths: [path], keys: ["kind", "service", "year", "cost"] + yearKeys), threads: threads)
    func value(_ name: String, _ feature: Int) -> AttributeValue? {
      layer.attributes.index(ofKey: name).flatMap { layer.attributes.value(ofFeature: feature, key: $0) }
    }
    func whole(_ name: String, _ feature: Int) -> Int? {
      value(name, feature)?.number.flatMap { Int(exactly: $0.rounded()) }
    }
    var (costs, villages): ([Int: [String: Int]], [Int: [String: Int]]) = ([:], [:])
    var features: [PlanFeature] = []
    for feature in 0..<layer.count {
      guard let kind = value("kind", feature)?.spelling else {
        throw layer.error(feature: feature, "has no \"kind\"; expected a feature of a plan, as phusong plan writes it")
      }
      if kind == villageKind {
        for (service, key) in zip(Service.allCases, yearKeys) {
          if let year = whole(key, feature) { villages[year, default: [:]][service.rawValue, default: 0] += 1 }
        }
        continue
      }
      guard let service = value("service", feature)?.spelling else {
        throw layer.error(feature: feature, "has no \"service\"; expected the service that a \(kind) is for")
      }
      let (year, cost) = (whole("year", feature), whole("cost", feature))
      if let year, let cost { costs[year, default: [:]][service, default: 0] += cost }
      for part in layer.geometries.parts(ofFeature: feature) {
        features.append(
          PlanFeature(
            kind: kind, service: service, year: year, cost: cost,
            places: Array(layer.geometries.coordinates[layer.geometries.coordinates(ofPart: part)])))
      }
    }
    let years = Set(costs.keys).union(villages.keys).sorted()
    return PlanOverview(
      years: years.map { Year(year: $0, costs: costs[$0] ?? [:], villages: villages[$0] ?? [:]) }, features: features)
  }
}
