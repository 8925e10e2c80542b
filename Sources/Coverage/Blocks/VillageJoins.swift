import GeoFormats
import Geospatial

/// What villages are joined with, ready to be used on block after block: areas first, so that a commune found by place is
/// looked up like one that the file names, then the administrative units.
public struct VillageJoins: Sendable {
  private var areas: [(layer: Layer, index: PolygonIndex, fields: [VillageField: String])] = []
  private var communes: CommuneJoin?

  /// Nothing to join with.
  public init() {}

  /// Whether villages are joined with administrative units.
  public var hasUnits: Bool { communes != nil }

  /// Adds a layer of polygons; `fields` names its property that fills each field. O(vertices).
  public mutating func add(areas layer: Layer, fields: [VillageField: String]) {
    areas.append((layer, PolygonIndex(layer.geometries), fields))
  }

  /// Sets the administrative units. O(units).
  public mutating func set(_ units: AdministrativeUnits) { communes = CommuneJoin(units).prepared }

  /// Joins villages with everything.
  public func apply(to villages: inout Villages) {
    for (layer, index, fields) in areas { villages.join(areas: layer, index, fields: fields) }
    if let communes { villages.join(communes) }
  }
}
