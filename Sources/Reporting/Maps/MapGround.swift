import Coverage
import Geospatial
import Project

/// What a map shows below the villages: lines that a reader knows, and the names of the provinces.
public struct MapGround: Sendable {
  /// What lines stand for.
  public enum LineKind: String, CaseIterable, Sendable {
    case roads, fibre, power
  }

  /// A name on the map.
  public struct Label: Hashable, Sendable {
    /// The name, without the word for its kind.
    public var name: String
    /// Where it stands.
    public var place: Coordinate
  }

  /// The lines of each kind that the project has.
  public let lines: [LineKind: [[Coordinate]]]
  /// The provinces of before July 2025 in which there are villages.
  public let provinces: [Label]
  /// The communes of the country, as far as their places are known: dots that together show its shape.
  public let communes: [Coordinate]

  /// Lines are not closer to the truth than this, in **metres**.
  static let toleranceMetres = 40.0

  /// What is there in an analysis: roads are the layers named so, fibre and power the lines that their rules look at.
  public init(_ analysis: Analysis) {
    let inputs = analysis.inputs
    var lines: [LineKind: [[Coordinate]]] = [:]
    for (measure, source) in zip(inputs.project.measures, inputs.measures) where Self.isRoad(measure.layer) {
      lines[.roads, default: []] += Self.lines(source.geometries, source.includes)
    }
    for (kind, service) in [(LineKind.fibre, Service.fibre), (.power, .power)] {
      var seen = Set<String>()
      for (rule, source) in zip(inputs.project.rules(for: service), inputs.services[service] ?? [])
      where seen.insert(rule.layer).inserted {
        lines[kind, default: []] += Self.lines(source.geometries, source.includes)
      }
    }
    self.lines = lines.filter { !$0.value.isEmpty }
    provinces = Self.provinces(inputs.villages)
    communes = inputs.villages.units?.communes.compactMap(\.point) ?? []
  }

  /// What is there where only villages are known, as of the result of an analysis: the provinces.
  public init(_ villages: Villages) {
    lines = [:]
    provinces = Self.provinces(villages)
    communes = villages.units?.communes.compactMap(\.point) ?? []
  }

  /// Whether a layer is named as roads are, in English or Vietnamese.
  private static func isRoad(_ layer: String) -> Bool {
    let words = VietnameseText(layer).plain.split(separator: " ")
    return words.contains { ["road", "roads", "duong", "giaothong", "street", "streets", "highway"].contains($0) }
      || VietnameseText(layer).plain.contains("giao thong")
  }

  private static func lines(_ geometries: GeometryColumn, _ includes: [Bool]?) -> [[Coordinate]] {
    var lines: [[Coordinate]] = []
    for feature in 0..<geometries.count where includes?[feature] ?? true {
      for part in geometries.parts(ofFeature: feature) where geometries.partKinds[part] == .line {
        lines.append(
          LineSimplification.simplified(
            geometries.coordinates[geometries.coordinates(ofPart: part)], toleranceMetres: toleranceMetres))
      }
    }
    return lines
  }

  /// The provinces with villages: the middle of their communes where these are known, else of their villages.
  private static func provinces(_ villages: Villages) -> [Label] {
    let (units, groups) = villages.unitGroups(by: .province)
    var places = [[Coordinate]](repeating: [], count: units.count)
    for (village, group) in groups.enumerated() where group >= 0 && villages.coordinates[village].isOnEarth {
      places[Int(group)].append(villages.coordinates[village])
    }
    var communes: [String: [Coordinate]] = [:]
    for commune in villages.units?.communes ?? [] {
      if let point = commune.point { communes[commune.provinceCode, default: []].append(point) }
    }
    return zip(units, places).compactMap { unit, own in
      guard !own.isEmpty else { return nil }
      let points = unit.code.flatMap { communes[$0] } ?? own
      return Label(name: bare(unit.name), place: middle(points))
    }
  }

  /// The medians of longitude and latitude, which a few stray points do not move.
  private static func middle(_ points: [Coordinate]) -> Coordinate {
    let (x, y) = (points.map(\.longitude).sorted(), points.map(\.latitude).sorted())
    return Coordinate(longitude: x[x.count / 2], latitude: y[y.count / 2])
  }

  private static func bare(_ name: String) -> String {
    for kind in ["Tỉnh ", "Thành phố "] where name.hasPrefix(kind) { return String(name.dropFirst(kind.count)) }
    return name
  }
}
