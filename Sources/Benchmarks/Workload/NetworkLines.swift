import Geospatial
import Randomness

/// Cables or power lines: most run along a valley, some wander off into a side valley.
struct NetworkLines {
  let valleys: ValleySystem
  let generator: SeededGenerator
  let form: Form

  /// How the lines of a network are drawn.
  struct Form {
    /// How many vertices a line has on average.
    var vertices: Double
    /// The distance between two vertices, in **kilometres**.
    var stepKilometres: Double
    /// How far a vertex lies off the line, in **kilometres**.
    var jitterKilometres: Double
    /// How far a line lies from the axis of its valley, in **kilometres**.
    var offsetKilometres: Double

    static let fibre = Form(vertices: 30, stepKilometres: 0.10, jitterKilometres: 0.012, offsetKilometres: 0.35)
    static let power = Form(vertices: 12, stepKilometres: 0.25, jitterKilometres: 0.010, offsetKilometres: 0.5)
  }

  /// The line with a number; the same whatever came before.
  func line(_ number: Int) -> [Coordinate] {
    var random = generator.fork("line", number)
    let axis = valleys.axis(valleys.valley(ofVertex: random.index(valleys.axes.count)))
    let count = max(3, Int(form.vertices + 0.3 * form.vertices * random.normal()))
    let start = random.fraction() * Double(axis.count - 2)
    let stride = form.stepKilometres / ValleySystem.stepKilometres
    let isAlong = random.chance(0.7) && start + Double(count - 1) * stride < Double(axis.count - 1)
    let path =
      isAlong
      ? along(axis, from: start, stride: stride, count: count, &random)
      : wandering(from: axis[axis.startIndex + Int(start)], count: count, &random)
    return path.map { PlanarFrame.clamped($0 + random.offset(kilometres: form.jitterKilometres)) }
  }

  private func along(
    _ axis: ArraySlice<Coordinate>, from start: Double, stride: Double, count: Int, _ random: inout SeededGenerator
  ) -> [Coordinate] {
    let offset = random.offset(kilometres: form.offsetKilometres)
    return (0..<count).map { step in
      let place = start + Double(step) * stride
      let vertex = axis.startIndex + Int(place)
      let part = place - place.rounded(.down)
      let (a, b) = (axis[vertex], axis[min(vertex + 1, axis.endIndex - 1)])
      return Coordinate(
        longitude: a.longitude * (1 - part) + b.longitude * part, latitude: a.latitude * (1 - part) + b.latitude * part)
        + offset
    }
  }

  private func wandering(from start: Coordinate, count: Int, _ random: inout SeededGenerator) -> [Coordinate] {
    var position = start
    var angle = random.number(0, 2 * Elementary.pi)
    return (0..<count).map { _ in
      angle += 0.25 * random.normal()
      position =
        position + PlanarVector(angle: angle) * (form.stepKilometres * PlanarFrame.degreesPerKilometre)
      return position
    }
  }
}
