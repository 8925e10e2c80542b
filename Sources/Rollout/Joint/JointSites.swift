import Geospatial

/// The mobile sites that may be built, with what each needs of its own, of a project so small that everything can be tried.
///
/// A site may take its backhaul from a new cable that ends where it stands, and its power from a new grid there, in place of what
/// is its own; then it waits for them.
public struct JointSites: Sendable {
  /// A site. Items have no `needs` yet.
  public struct Site: Sendable {
    /// Where it stands.
    public var place: Coordinate
    /// The tower, or its upgrade; nil for a tower that only passes on backhaul.
    public var tower: PlanItem?
    /// Its own backhaul; nil where it has some already.
    public var backhaul: PlanItem?
    /// Its own panels; nil where it needs none.
    public var solar: PlanItem?
    /// The site that its own backhaul goes through, by its place in the list; nil for none.
    public var parent: Int?
  }

  /// The sites.
  public var sites: [Site]

  /// Sites.
  public init(sites: [Site]) { self.sites = sites }

  /// With more sites than this not everything is tried.
  static let greatestCount = 6

  /// The items with their villages, places in a list of some villages, as places in another list.
  public func mapped(_ change: ([PlanItem]) -> [PlanItem]) -> JointSites {
    JointSites(
      sites: sites.map { site in
        var site = site
        site.tower = site.tower.flatMap { change([$0]).first }
        return site
      })
  }
}
