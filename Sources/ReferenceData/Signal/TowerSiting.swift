import Geospatial
import Randomness

/// Sites towers until every village has signal but those in the shadow of ridges.
struct TowerSiting {
  /// Towers stand on a rise near the villages they serve, this far at first, in **metres**.
  private static let hillMetres = 120.0...1_300.0
  /// The median reach of the first draw, in **metres**; later draws are smaller and nearer.
  private static let reachMetres = 1_900.0...4_300.0
  private static let draws = 60
  private static let shrink = 0.955
  /// The share of sites of the small operator that gives a range instead of a map.
  private static let rangeShare = 0.14
  private static let rangeMetres = 1_100.0...3_400.0
  /// Kept besides the margin, in **metres**: the plane here touches at the tower, that of the census at the village.
  private static let frameMetres = 2.0
  static let smallOperator = "Vietnamobile"
  private static let operators = ["Viettel", "VinaPhone", "MobiFone"]
  private static let operatorWeights = [0.52, 0.28, 0.2]
  /// The share of sites with a second operator's own coverage.
  private static let sharedSiteShare = 0.2

  let villages: PointGrid
  let design: CoverageDesign
  private(set) var towers: [Tower] = []
  private(set) var areas: [CoverageArea] = []
  /// How many areas and ranges cover each village.
  private(set) var coverCount: [Int]
  /// The villages that must stay without signal.
  private(set) var isShadowed: [Bool]
  private var stream: SeededGenerator

  init(villages: [Village], shadowed: [Int], generator: SeededGenerator) {
    self.villages = PointGrid(villages.map(\.position))
    design = CoverageDesign(villages: self.villages)
    coverCount = Array(repeating: 0, count: villages.count)
    isShadowed = Array(repeating: false, count: villages.count)
    for village in shadowed { isShadowed[village] = true }
    stream = generator.fork("towers")
  }

  /// How many villages nothing covers.
  var withoutSignal: Int { coverCount.count { $0 == 0 } }

  /// A tower at a commune centre, if the shadows around leave room for one.
  mutating func siteTower(at centre: Coordinate) {
    let frame = LocalFrame(at: centre)
    for draw in 0..<8 {
      let place = frame.position(of: Offset(east: stream.number(-350, 350), north: stream.number(-350, 350)))
      if map(from: place, draw: draw, covering: nil) { return }
    }
  }

  /// A tower that covers a village; false if no draw finds one.
  mutating func siteTower(for village: Int) -> Bool {
    let usesRange = stream.chance(Self.rangeShare)
    let frame = LocalFrame(at: villages.positions[village])
    var farthest = Self.hillMetres.upperBound
    for draw in 0..<Self.draws {
      let distance = stream.number(min(farthest, Self.hillMetres.lowerBound), farthest)
      let place = frame.position(of: Offset(east: distance, north: 0).turned(stream.number(0, 2 * Elementary.pi)))
      if usesRange, draw < Self.draws / 2 {
        if range(from: place, draw: draw, covering: village) { return true }
      } else if map(from: place, draw: draw, covering: village) {
        return true
      }
      farthest *= Self.shrink
    }
    return false
  }

  /// Gives up the shadow over a village and sites a tower for it.
  mutating func lift(_ village: Int) -> Bool {
    isShadowed[village] = false
    if coverCount[village] > 0 || siteTower(for: village) { return true }
    isShadowed[village] = true
    return false
  }

  private mutating func map(from place: Coordinate, draw: Int, covering village: Int?) -> Bool {
    var radius = stream.number(Self.reachMetres.lowerBound, Self.reachMetres.upperBound)
    for _ in 0..<draw { radius *= Self.shrink }
    let drawn = design.polygons(
      around: place, radiusMetres: max(420, radius), isShadowed: isShadowed, using: &stream)
    guard let polygons = drawn else { return false }
    let rings = polygons.flatMap { $0 }
    if let village, !Ring.contains(villages.positions[village], rings) { return false }
    let provider = Self.operators[stream.weighted(Self.operatorWeights)]
    add(polygons, at: place, provider: provider)
    if stream.chance(Self.sharedSiteShare) { share(place, radius: radius, besides: provider) }
    return true
  }

  /// A second operator on the same tower, with its own reach.
  private mutating func share(_ place: Coordinate, radius: Double, besides first: String) {
    let others = Self.operators.filter { $0 != first }
    let drawn = design.polygons(
      around: place, radiusMetres: max(420, radius * stream.number(0.6, 1.1)), isShadowed: isShadowed,
      using: &stream)
    if let polygons = drawn { add(polygons, at: place, provider: stream.pick(others, or: first)) }
  }

  private mutating func add(_ polygons: [[[Coordinate]]], at place: Coordinate, provider: String) {
    let technology = [Technology.third, .fourth, .fifth][stream.weighted([0.24, 0.72, 0.04])]
    towers.append(tower(at: place, provider: provider, technology: technology))
    areas.append(CoverageArea(provider: provider, technology: technology, polygons: polygons))
    let rings = polygons.flatMap { $0 }
    for village in villages.candidates(in: Ring.box(rings), marginMetres: 0)
    where Ring.contains(villages.positions[village], rings) {
      coverCount[village] += 1
    }
  }

  private mutating func range(from place: Coordinate, draw: Int, covering village: Int) -> Bool {
    var metres = stream.number(Self.rangeMetres.lowerBound, Self.rangeMetres.upperBound)
    for _ in 0..<draw { metres *= Self.shrink }
    let range = Int(max(400, metres) / 50) * 50
    let frame = LocalFrame(at: place)
    let margin = Margins.rangeMetres + Self.frameMetres
    let near = villages.within(metres: Double(range) + margin, of: place)
    let fits = near.allSatisfy { other in
      let gap = Double(range) - frame.offset(of: villages.positions[other]).metres
      return !isShadowed[other] && gap >= margin
    }
    guard fits, near.contains(village) else { return false }
    var sited = tower(at: place, provider: Self.smallOperator, technology: stream.chance(0.7) ? .third : .fourth)
    sited.rangeMetres = range
    towers.append(sited)
    for other in near { coverCount[other] += 1 }
    return true
  }

  private mutating func tower(at place: Coordinate, provider: String, technology: Technology) -> Tower {
    let height = 30 + 3 * stream.index(11)
    return Tower(position: place, provider: provider, technology: technology, heightMetres: height)
  }
}
