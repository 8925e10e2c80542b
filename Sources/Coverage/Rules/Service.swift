/// A service that a village has or lacks.
public enum Service: String, CaseIterable, Sendable, CustomStringConvertible {
  /// Fibre to the village centre.
  case fibre
  /// Mobile signal of at least the generation that the rules ask for.
  case signal
  /// Electricity from a grid.
  case power

  /// The word used in project files and in every output.
  public var description: String { rawValue }

  /// The distance of a `within` rule that gives none, in **metres** on the ellipsoid.
  public var defaultWithinMetres: Double {
    switch self {
    case .fibre: Rule.defaultFibreMetres
    case .signal: Rule.defaultSignalMetres
    case .power: Rule.defaultPowerMetres
    }
  }
}
