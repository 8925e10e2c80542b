/// How a village, or a point of interest such as a school, a clinic or a post office, is connected to the internet.
public enum AccessTechnology: String, CaseIterable, Hashable, Sendable {
  /// Fibre over a shared route from the network.
  case fibre
  /// A point-to-point radio link from a fibre node or tower in line of sight.
  case microwave
  /// A router on the mobile network.
  case mobile
  /// A satellite terminal.
  case satellite
}
