/// How a village gets its electricity.
public enum PowerTechnology: String, CaseIterable, Hashable, Sendable {
  /// A medium-voltage line from the grid, shared with the villages along it, and the village's own low-voltage grid.
  case grid
  /// Panels, batteries and a low-voltage grid of the village's own.
  case miniGrid = "mini_grid"
  /// A solar home system for each household.
  case solarHomes = "solar_homes"
}
