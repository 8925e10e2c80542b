import Glibc

/// Heights of the ground at the crossings of a grid of meridians and parallels, in **metres** above sea level.
///
/// Rows run from north to south, columns from west to east. Between the samples heights are bilinear.
public struct ElevationGrid: Sendable {
  /// The heights, row after row.
  public enum Samples: Sendable {
    /// In whole **metres**; -32,768 is a void.
    case whole([Int16])
    /// In **metres**; NaN is a void.
    case real([Float])

    /// How many there are.
    var count: Int {
      switch self {
      case .whole(let values): values.count
      case .real(let values): values.count
      }
    }
  }

  /// The value of a void among whole numbers.
  public static let wholeVoid = Int16.min

  /// The meridian of the first column, in **degrees**.
  public let west: Double
  /// The parallel of the first row, in **degrees**.
  public let north: Double
  /// The distance between columns, in **degrees**.
  public let longitudeStep: Double
  /// The distance between rows, in **degrees**.
  public let latitudeStep: Double
  /// How many columns there are.
  public let columnCount: Int
  /// How many rows there are.
  public let rowCount: Int
  private let samples: Samples

  /// A grid whose first sample is at `west` and `north` **degrees**; nil unless there are `columnCount` times `rowCount`
  /// samples, at least one, and positive steps.
  public init?(
    west: Double, north: Double, longitudeStep: Double, latitudeStep: Double, columnCount: Int, rowCount: Int,
    samples: Samples
  ) {
    guard columnCount > 0, rowCount > 0, longitudeStep > 0, latitudeStep > 0, longitudeStep.isFinite,
      latitudeStep.isFinite, west.isFinite, north.isFinite, samples.count / rowCount == columnCount,
      samples.count % rowCount == 0
    else { return nil }
    self.west = west
    self.north = north
    self.longitudeStep = longitudeStep
    self.latitudeStep = latitudeStep
    self.columnCount = columnCount
    self.rowCount = rowCount
    self.samples = samples
  }

  /// The box around the samples.
  public var boundingBox: BoundingBox {
    BoundingBox(
      west: west, south: north - Double(rowCount - 1) * latitudeStep,
      east: west + Double(columnCount - 1) * longitudeStep, north: north)
  }

  /// The shorter of the distances between neighbouring samples, in **metres**, where the grid is narrowest.
  public var spacingMetres: Double {
    let box = boundingBox
    let farthest = min(89.9, max(abs(box.north), abs(box.south)))
    let metresPerDegree = Ellipsoid.meanRadiusMetres * Double.pi / 180
    return min(latitudeStep, longitudeStep * cos(farthest * Double.pi / 180)) * metresPerDegree
  }

  /// The height at a position, in **metres**; nil outside of the grid and next to voids.
  ///
  /// A position outside by less than a millionth of a step counts as on the border.
  public func elevation(at coordinate: Coordinate) -> Double? {
    let margin = 1e-6
    var column = (coordinate.longitude - west) / longitudeStep
    var row = (north - coordinate.latitude) / latitudeStep
    guard column >= -margin, column <= Double(columnCount - 1) + margin, row >= -margin,
      row <= Double(rowCount - 1) + margin
    else { return nil }
    column = min(max(0, column), Double(columnCount - 1))
    row = min(max(0, row), Double(rowCount - 1))
    let (left, top) = (Int(column), Int(row))
    let (across, down) = (column - Double(left), row - Double(top))
    guard let upper = between(top, left, across) else { return nil }
    if down == 0 { return upper }
    guard let lower = between(top + 1, left, across) else { return nil }
    return upper + (lower - upper) * down
  }

  private func between(_ row: Int, _ column: Int, _ part: Double) -> Double? {
    guard let first = sample(row, column) else { return nil }
    if part == 0 { return first }
    guard let second = sample(row, column + 1) else { return nil }
    return first + (second - first) * part
  }

  private func sample(_ row: Int, _ column: Int) -> Double? {
    let place = row * columnCount + column
    switch samples {
    case .whole(let values): return values[place] == Self.wholeVoid ? nil : Double(values[place])
    case .real(let values): return values[place].isNaN ? nil : Double(values[place])
    }
  }
}
