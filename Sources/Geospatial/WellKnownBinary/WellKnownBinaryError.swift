/// Why bytes are not a geometry in well-known binary.
public struct WellKnownBinaryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The byte at which the reader stood, from 0.
  public var position: Int
  /// What was found and what was expected.
  public var problem: String

  /// An error at byte `position`, from 0.
  public init(position: Int, problem: String) {
    self.position = position
    self.problem = problem
  }

  /// `the geometry ends at byte 13; expected 16 more bytes`
  public var description: String { "byte \(position) of the geometry: \(problem)" }
}
