/// Where a reference system or an operation may be used, as its register says.
public struct AreaOfUse: Hashable, Sendable {
  /// The area in words, as in `Vietnam - onshore west of 108°E.`; may be empty.
  public var name: String
  /// The area as a box of longitudes and latitudes in **degrees**; its east exceeds 180 across the antimeridian.
  public var box: BoundingBox

  /// An area from its name and its box in **degrees**.
  public init(name: String, box: BoundingBox) {
    self.name = name
    self.box = box
  }
}
