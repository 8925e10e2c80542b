import Geospatial
import PlainGeometry
import Testing

@testable import Coverage

/// The whole overlay against ``PlainOverlay``, on land of all kinds, and with one thread against two.
@Suite struct OverlaySanityTests {
  /// Where a scene lies and how wide it is, in **metres**.
  enum Land: String, CaseIterable, Sendable {
    case vietnam, antimeridian, northPole, hairsBreadth, farApart

    var middle: Coordinate {
      switch self {
      case .vietnam, .farApart: Coordinate(longitude: 103.2, latitude: 21.9)
      case .antimeridian: Coordinate(longitude: 179.999, latitude: -16.5)
      case .northPole: Coordinate(longitude: 40, latitude: 89.995)
      case .hairsBreadth: Coordinate(longitude: 105, latitude: 21)
      }
    }

    var radiusMetres: Double {
      switch self {
      case .vietnam, .antimeridian, .northPole: 3_000
      case .hairsBreadth: 0.001
      case .farApart: 150_000
      }
    }
  }

  /// Layers and villages of a land, with coincident and repeated places among them.
  struct Scene {
    let land: Land
    var random: SeededRandom
    private var places: [Coordinate] = []

    init(_ land: Land, seed: UInt64) {
      self.land = land
      random = SeededRandom(seed: seed)
    }

    mutating func place(from centre: Coordinate, within metres: Double) -> Coordinate {
      Geodesic.direct(
        from: centre, azimuthDegrees: .random(in: -180...180, using: &random),
        distanceMetres: metres * Double.random(in: 0...1, using: &random).squareRoot()
      ).coordinate
    }

    /// A place that may be one that was given before.
    mutating func place() -> Coordinate {
      if Int.random(in: 0...4, using: &random) == 0, let old = places.randomElement(using: &random) { return old }
      let new = place(from: land.middle, within: land.radiusMetres)
      places.append(new)
      return new
    }

    mutating func points(_ count: Int) -> GeometryColumn {
      column((0..<count).map { _ in [(.point, [place()])] })
    }

    /// Lines of up to five places, some of length zero, some the same as before but turned around.
    mutating func lines(_ count: Int) -> GeometryColumn {
      var lines: [[Coordinate]] = []
      for number in 0..<count {
        if number % 5 == 4, let old = lines.randomElement(using: &random) {
          lines.append(old.reversed())
        } else if number % 5 == 3 {
          lines.append(Array(repeating: place(), count: 2))
        } else {
          lines.append((0..<Int.random(in: 2...5, using: &random)).map { _ in place() })
        }
      }
      return column(lines.map { [(.line, $0)] })
    }

    /// Octagons, some with a hole, some of them twice, as far as the reader brings them.
    mutating func areas(_ count: Int) -> GeometryColumn {
      var areas: [[(GeometryColumn.PartKind, [Coordinate])]] = []
      for number in 0..<count {
        if number % 4 == 3, let old = areas.randomElement(using: &random) {
          areas.append(old)
          continue
        }
        let centre = place()
        let radius = land.radiusMetres * Double.random(in: 0.05...0.4, using: &random)
        let shell: (GeometryColumn.PartKind, [Coordinate]) = (.shell, ring(around: centre, radius, turn: -1))
        areas.append(number % 4 == 2 ? [shell, (.hole, ring(around: centre, radius / 3, turn: 1))] : [shell])
      }
      var column = column(areas)
      column.unwrapPolygons()
      return column
    }

    private func ring(around centre: Coordinate, _ radius: Double, turn: Double) -> [Coordinate] {
      let open = (0..<8).map { corner in
        Geodesic.direct(from: centre, azimuthDegrees: 180 + turn * Double(corner) * 45, distanceMetres: radius)
          .coordinate
      }
      return open + [open[0]]
    }

    private func column(_ features: [[(GeometryColumn.PartKind, [Coordinate])]]) -> GeometryColumn {
      var column = GeometryColumn()
      for parts in features {
        for (kind, positions) in parts {
          positions.forEach { column.append($0) }
          column.closePart(kind)
        }
        column.closeFeature()
      }
      return column
    }

    /// Anywhere, on vertices, a hair beside them, and without a position.
    mutating func villages(_ count: Int) -> [Coordinate] {
      (0..<count).map { number in
        var village = place()
        if number % 7 == 3 { village.longitude += 1e-9 }
        if number % 7 == 4 { village.latitude -= 1e-9 }
        return number % 50 == 49 ? Coordinate(longitude: .nan, latitude: .nan) : village
      }
    }
  }

  @Test(arguments: Land.allCases, (1...4).map(UInt64.init))
  func `every answer is that of a look at everything, with any number of threads`(land: Land, seed: UInt64) async throws
  {
    var scene = Scene(land, seed: seed)
    let unit = land.radiusMetres
    let (lines, areas, towers) = (scene.lines(30), scene.areas(12), scene.points(20))
    let reaches = (0..<20).map { _ in unit * Double.random(in: 0...0.3, using: &scene.random) }
    let sources: [Service: [ServiceSource]] = [
      .fibre: [ServiceSource(kind: .within(metres: unit / 10), geometries: lines)],
      .signal: [
        ServiceSource(kind: .inside, geometries: areas),
        ServiceSource(kind: .range(field: "reach", metres: nil), geometries: towers, reachMetres: reaches),
      ],
      .power: [ServiceSource(kind: .within(metres: unit / 20), geometries: areas)],
    ]
    let villages = scene.villages(150)
    let measure = Overlay.MeasureSource(name: "line", geometries: lines)
    let assessment = try await Overlay(services: sources, measures: [measure], threads: 1).assess(villages)
    // Indexes for many villages give the same answers.
    let onTwo = try await Overlay(services: sources, measures: [measure], villages: 50_000, threads: 2)
      .assess(villages)
    Self.expectSame(assessment, onTwo)
    for service in Service.allCases {
      let plain = PlainOverlay(sources[service] ?? [])
      Self.expect(assessment[service], of: plain, at: villages, "\(service)")
      #expect(assessment[service].count(of: .served) > 0 && assessment[service].count(of: .unserved) > 0)
    }
    let distances = assessment.measures[0].distancesMetres
    for (village, distance) in zip(villages, distances) where !village.longitude.isNaN {
      let expected = PlainOverlay(sources[.fibre] ?? []).answer(village).metres
      #expect(abs(distance - expected) < 0.01, "\(village)")
    }
  }

  /// Status, distance and feature of each village are those of the plain overlay, to a centimetre.
  static func expect(_ column: ServiceColumn, of plain: PlainOverlay, at villages: [Coordinate], _ name: String) {
    for (village, point) in villages.enumerated() {
      let expected = plain.answer(point)
      let (status, metres) = (column.statuses[village], column.distancesMetres[village])
      #expect(expected.status == nil || status == expected.status, "\(name) at \(point)")
      #expect(metres.isNaN == expected.metres.isNaN && !(abs(metres - expected.metres) >= 0.01), "\(name) at \(point)")
      let (rule, feature) = (Int(column.rules[village]), Int(column.features[village]))
      guard plain.rules.indices.contains(rule) else {
        #expect(metres.isNaN, "\(name) at \(point)")
        continue
      }
      let own = plain.rules[rule].metres(from: point, feature: feature) ?? .infinity
      #expect(abs(own - metres) < 0.01, "\(name) at \(point): feature \(feature) of rule \(rule)")
    }
  }

  static func expectSame(_ one: Assessment, _ other: Assessment) {
    for service in Service.allCases {
      let (a, b) = (one[service], other[service])
      #expect(a.statuses == b.statuses && a.features == b.features && a.rules == b.rules)
      #expect(a.distancesMetres.map(\.bitPattern) == b.distancesMetres.map(\.bitPattern))
    }
    #expect(one.measures.map(\.features) == other.measures.map(\.features))
    #expect(
      one.measures.map { $0.distancesMetres.map(\.bitPattern) }
        == other.measures.map { $0.distancesMetres.map(\.bitPattern) })
  }
}
