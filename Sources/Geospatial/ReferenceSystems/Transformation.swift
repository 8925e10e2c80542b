import CPROJ

/// Brings coordinates from one reference system to another, easting or longitude always first on both sides.
///
/// ```swift
/// let transformation = try Transformation(from: CoordinateReferenceSystem("EPSG:3405"))
/// var coordinates = [Coordinate(longitude: 587_000, latitude: 2_325_000)]  // easting, northing
/// try transformation.transform(&coordinates)  // longitude, latitude near Hà Nội
/// transformation.operationName  // Inverse of UTM zone 48N + VN-2000 to WGS 84 (2)
/// transformation.accuracyMetres  // 1.0
/// ```
///
/// All coordinates go through one operation, so that neighbours stay neighbours (see `OperationSearch`). Neither the
/// network nor grids that are not installed are used. A transformation owns a PROJ context, which may serve only one task
/// at a time, hence it is not Sendable: each task makes its own, at a cost of some milliseconds.
public final class Transformation {
  /// The system of the coordinates given.
  public let from: CoordinateReferenceSystem
  /// The system of the coordinates returned.
  public let to: CoordinateReferenceSystem
  /// PROJ's name of the operation, as in `Inverse of UTM zone 48N + VN-2000 to WGS 84 (2)`.
  public let operationName: String
  /// How far off a result may be by the operation's own error, in **metres**; nil when unknown, which it is for an
  /// operation without datum shift and for one that was made for another area.
  public let accuracyMetres: Double?
  /// Whether the datum shift is left out because PROJ knows none: results may be off by hundreds of metres.
  public let isBallpark: Bool

  /// Nil when both systems are WGS 84 longitude and latitude.
  private let operation: PROJObject?

  /// How many coordinates are handed to PROJ at once; their originals are kept for the error message.
  private static let chunk = 4096

  /// A transformation between two systems; `area`, in **degrees**, says where the coordinates lie when the systems'
  /// own areas of use are too wide to choose the operation by.
  ///
  /// Throws `ReferenceSystemError.noOperation` when PROJ knows no way from one to the other, `.notHorizontal` when one is
  /// a height, a time or geocentric.
  public init(
    from: CoordinateReferenceSystem, to: CoordinateReferenceSystem = .wgs84, area: BoundingBox? = nil
  ) throws {
    self.from = from
    self.to = to
    if from.isWGS84LongitudeLatitude && to.isWGS84LongitudeLatitude {
      operation = nil
      operationName = "No operation"
      accuracyMetres = 0
      isBallpark = false
      return
    }
    let context = try PROJContext()
    let source = try Self.horizontalSystem(from, in: context)
    let target = try Self.horizontalSystem(to, in: context)
    context.clearMessages()
    guard
      let found = OperationSearch(context: context, from: source, to: target, area: area).best(),
      let operation = PROJObject(
        proj_normalize_for_visualization(context.handle, found.operation.handle), in: context)
    else {
      throw ReferenceSystemError.noOperation(from: from.label, to: to.label, message: context.takeMessage())
    }
    self.operation = operation
    operationName = found.operation.name
    isBallpark = proj_coordoperation_has_ballpark_transformation(context.handle, found.operation.handle) != 0
    let accuracy = proj_coordoperation_get_accuracy(context.handle, found.operation.handle)
    accuracyMetres = found.fitsArea && accuracy >= 0 ? accuracy : nil
  }

  /// The transformation the other way.
  public func inverse(area: BoundingBox? = nil) throws -> Transformation {
    try Transformation(from: to, to: from, area: area)
  }

  /// Transforms all coordinates in place; when it throws, they are as they were.
  ///
  /// Throws `ReferenceSystemError.coordinateFailed` with the index and the values of the first coordinate that has no
  /// finite result.
  public func transform(_ coordinates: inout [Coordinate]) throws {
    var results = coordinates
    try results.withUnsafeMutableBufferPointer { try transform($0) }
    coordinates = results
  }

  /// Transforms all coordinates in place; when it throws, those after the one that failed may or may not be transformed.
  ///
  /// The index in the error counts from the start of `coordinates`.
  public func transform(_ coordinates: UnsafeMutableBufferPointer<Coordinate>) throws {
    for start in stride(from: 0, to: coordinates.count, by: Self.chunk) {
      let range = start..<min(start + Self.chunk, coordinates.count)
      let part = UnsafeMutableBufferPointer(rebasing: coordinates[range])
      let originals = Array(part)
      if let operation { Self.apply(operation, to: part) }
      let isFinite = part.allSatisfy { $0.longitude.isFinite && $0.latitude.isFinite }
      guard isFinite else { throw failure(in: part, originals: originals, offset: start) }
    }
  }

  /// Brings the coordinates of a column to WGS 84; when it throws, they are as they were.
  public static func transform(_ column: inout GeometryColumn, from crs: CoordinateReferenceSystem) throws {
    try Transformation(from: crs).transform(&column.coordinates)
  }

  private static func horizontalSystem(
    _ crs: CoordinateReferenceSystem, in context: PROJContext
  ) throws -> PROJObject {
    // The order of the axes is normalised anyway; under this code PROJ adds no step that swaps them.
    let object = try PROJObject.referenceSystem(
      crs.isWGS84LongitudeLatitude ? "EPSG:4326" : crs.definition, in: context)
    guard object.isHorizontal else {
      throw ReferenceSystemError.notHorizontal(crs.definition, name: object.name)
    }
    return object
  }

  private static func apply(_ operation: PROJObject, to coordinates: UnsafeMutableBufferPointer<Coordinate>) {
    // A coordinate is two doubles without padding, so its array is an array of doubles of twice the length.
    coordinates.withMemoryRebound(to: Double.self) { numbers in
      guard let x = numbers.baseAddress else { return }
      let stride = MemoryLayout<Coordinate>.stride
      proj_errno_reset(operation.handle)
      proj_trans_generic(
        operation.handle, PJ_FWD, x, stride, coordinates.count, x + 1, stride, coordinates.count, nil, 0, 0, nil, 0, 0)
    }
  }

  /// The error for the first coordinate without finite result, which is transformed once more to learn PROJ's reason.
  private func failure(
    in results: UnsafeMutableBufferPointer<Coordinate>, originals: [Coordinate], offset: Int
  ) -> ReferenceSystemError {
    let index = results.firstIndex { !($0.longitude.isFinite && $0.latitude.isFinite) } ?? 0
    let original = originals[index]
    var message = "the result is not finite"
    if let operation, original.longitude.isFinite, original.latitude.isFinite {
      operation.context.clearMessages()
      proj_errno_reset(operation.handle)
      _ = proj_trans(operation.handle, PJ_FWD, proj_coord(original.longitude, original.latitude, 0, .infinity))
      let number = proj_errno(operation.handle)
      if number != 0 { message = operation.context.message(ofError: number) }
    } else if operation != nil || !(original.longitude.isFinite && original.latitude.isFinite) {
      message = "the coordinate is not finite"
    }
    return .coordinateFailed(
      index: offset + index, coordinate: original, from: from.label, to: to.label, message: message)
  }
}
