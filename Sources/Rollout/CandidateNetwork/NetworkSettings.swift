/// Distances and factors that decide what a candidate network looks like. All distances are in **metres**.
public struct NetworkSettings: Hashable, Sendable {
  /// An end of a road that stops this far short of another line is joined to it.
  public var snapToleranceMetres = 5.0
  /// A road this near to existing cable carries it already.
  public var existingToleranceMetres = 20.0
  /// Junctions of roads, and access points and ends of cable, are joined where they are this near to each other.
  public var longestAttachmentMetres = 500.0
  /// A village or cabinet farther from every line than this has no drop; it may still have a link.
  public var longestDropMetres = 5_000.0
  /// Parts of the network farther apart than this are not linked.
  public var longestLinkMetres = 20_000.0
  /// How many roads a village has a drop to, at most: the nearest.
  public var dropsPerVillage = 2
  /// Without roads, how many nearest villages a village has a link to, besides those of the triangulation.
  public var nearestLinks = 5
  /// How much longer a cable is than a straight line between its ends; an assumption, somewhat less
  /// than the 1.417 that roads have over the United States (F. Boscoe, K. Henry and M. Zdeb, *A nationwide comparison of
  /// driving distance versus straight-line distance to hospitals*, Professional Geographer 64, 2012), for poles need no road.
  public var detourFactor = 1.3

  /// The default settings.
  public init() {}

  /// Throws `CandidateNetworkError.unusableSetting` for the first value that cannot be used.
  func check() throws(CandidateNetworkError) {
    let distances = [
      ("snapToleranceMetres", snapToleranceMetres), ("existingToleranceMetres", existingToleranceMetres),
      ("longestAttachmentMetres", longestAttachmentMetres), ("longestDropMetres", longestDropMetres),
      ("longestLinkMetres", longestLinkMetres),
    ]
    for (name, value) in distances where !(value >= 0 && value < 1e6) {
      throw .unusableSetting(name: name, value: value, expected: "at least 0 and less than 1,000 km")
    }
    for (name, value) in [("dropsPerVillage", dropsPerVillage), ("nearestLinks", nearestLinks)]
    where value < 0 || value > 100 {
      throw .unusableSetting(name: name, value: Double(value), expected: "0 to 100")
    }
    guard detourFactor >= 1, detourFactor < 100 else {
      throw .unusableSetting(name: "detourFactor", value: detourFactor, expected: "at least 1 and less than 100")
    }
  }
}
