import Geospatial
import Randomness

/// The axes of meandering valleys, along which everything else lies: a vertex each quarter of a kilometre.
struct ValleySystem {
  /// The vertices of all axes, valley after valley.
  private(set) var axes: [Coordinate] = []
  /// One past the last vertex of each valley in `axes`.
  private(set) var ends: [Int] = []

  /// The distance between two vertices of an axis, in **kilometres**.
  static let stepKilometres = 0.25
  static let valleyCount = 1_500
  private static let box = BoundingBox(west: 102.11, south: 8.51, east: 109.49, north: 23.39)

  /// How many valleys there are.
  var count: Int { ends.count }

  /// No valleys.
  private init() {}

  /// The valleys of the workload.
  init(_ generator: SeededGenerator) {
    let weights = MountainRegion.vietnam.map(\.weight)
    for number in 0..<Self.valleyCount {
      var random = generator.fork("valley", number)
      append(in: MountainRegion.vietnam[random.weighted(weights)], &random)
    }
  }

  private mutating func append(in region: MountainRegion, _ random: inout SeededGenerator) {
    let run = PlanarVector(
      x: region.end.longitude - region.start.longitude, y: region.end.latitude - region.start.latitude)
    let direction = run * (1 / (run.x * run.x + run.y * run.y).squareRoot())
    let across = PlanarVector(x: -direction.y, y: direction.x)
    var position =
      Coordinate(longitude: region.start.longitude, latitude: region.start.latitude) + run * random.fraction()
      + across * (random.normal() * region.halfWidthDegrees * 0.55)
    let vertices = Int(random.number(40, 240))
    let heading = (random.chance(0.5) ? direction : direction * -1).turned(0.7 * random.normal())
    var bend = 0.0
    for _ in 0..<vertices {
      bend += 0.16 * random.normal()
      position =
        position + heading.turned(0.6 * bend) * (Self.stepKilometres * PlanarFrame.degreesPerKilometre)
      axes.append(PlanarFrame.clamped(position, to: Self.box))
    }
    ends.append(axes.count)
  }

  /// The vertices of a valley.
  func axis(_ valley: Int) -> ArraySlice<Coordinate> {
    axes[(valley == 0 ? 0 : ends[valley - 1])..<ends[valley]]
  }

  /// The valley that owns a vertex of `axes`.
  func valley(ofVertex vertex: Int) -> Int {
    var (low, high) = (0, ends.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if vertex < ends[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The valleys in a random order: a network that serves a part of the country serves the first of them.
  static func order(count: Int, _ random: inout SeededGenerator) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, random.index(last + 1)) }
    return order
  }

  /// These valleys alone, in their own order.
  func restricted(to valleys: [Int]) -> ValleySystem {
    var part = ValleySystem()
    for valley in valleys.sorted() {
      part.axes += axis(valley)
      part.ends.append(part.axes.count)
    }
    return part
  }
}
