import GeoFormats
import Geospatial
import Rollout

/// Writes `technologies.geojson`: the fibre routes, each after the one it goes on from, the radio links, and all places with how
/// they are connected.
enum TechnologyGeoJSON {
  /// The whole text.
  ///
  /// - Throws: `CostError` for a price that is not known.
  static func text(_ plan: TechnologyPlan) throws(CostError) -> [UInt8] {
    var box = BoundingBox.empty
    for place in plan.places { box.include(place.position) }
    var features: [[UInt8]] = []
    for (number, route) in plan.plan.routes.enumerated() {
      features.append(try self.route(route, number, plan, &box))
    }
    for (place, option) in plan.plan.chosen.enumerated() {
      guard let option, let anchor = option.anchor else { continue }
      var object = JSONObject()
      object.add("kind", "radio_link")
      object.add("code", plan.places[place].code)
      let ends = [plan.anchors[anchor], plan.places[place].position]
      object.add("kilometres", Geodesic.distance(ends[0], ends[1]) / 1_000, decimals: 3)
      features.append(feature(object, line(ends, &box)))
    }
    let unconnected = Dictionary(plan.unconnected.map { ($0.place, $0) }) { first, _ in first }
    for place in plan.places.indices { features.append(try self.place(place, plan, unconnected[place])) }
    var bytes = GeoJSONWriter.header(name: plan.analysis.inputs.project.name, boundingBox: box)
    for (number, feature) in features.enumerated() {
      if number > 0 { bytes.append(contentsOf: GeoJSONWriter.separator) }
      bytes.append(contentsOf: feature)
    }
    bytes.append(contentsOf: GeoJSONWriter.footer)
    return bytes
  }

  private static func route(
    _ route: AccessPlan.Route, _ number: Int, _ plan: TechnologyPlan, _ box: inout BoundingBox
  ) throws(CostError) -> [UInt8] {
    let catalogue = plan.request.catalogue
    var object = JSONObject()
    object.add("id", "R\(number + 1)")
    object.add("kind", "route")
    object.add("cost", try catalogue.cost(of: route.bill))
    object.add("running_per_year", try catalogue.runningCost(of: route.bill))
    let kilometres = route.bill.reduce(0) { $1.item.unit == .kilometre ? $0 + $1.quantity : $0 }
    object.add("kilometres", kilometres, decimals: 3)
    object.add("depends_on", route.upstream.map { "R\($0 + 1)" })
    return feature(object, line(route.line, &box))
  }

  private static func place(
    _ number: Int, _ plan: TechnologyPlan, _ unconnected: TechnologyPlan.Unconnected?
  ) throws(CostError) -> [UInt8] {
    let (place, option, catalogue) = (plan.places[number], plan.plan.chosen[number], plan.request.catalogue)
    var object = JSONObject()
    object.add("kind", place.kind.rawValue)
    object.add("code", place.code)
    object.add("name", place.name)
    object.add("people", place.people)
    object.add("users", place.users, decimals: 1)
    object.add("mbps", place.users * plan.request.source.mbpsPerUser, decimals: 1)
    object.add("technology", option?.technology.rawValue)
    if option?.technology == .mobile { object.add("mobile_network", place.mobile?.rawValue) }
    object.add("units", option?.units)
    object.add("cost", option?.capital)
    object.add(
      "running_per_year", try option.map { option throws(CostError) in try catalogue.runningCost(of: option.bill) })
    object.add("net_present_cost", option?.netPresentCost)
    if let unconnected { object.add("reason", unconnected.reason) }
    for technology in AccessTechnology.allCases {
      guard let refusal = plan.refusals[number][technology] else { continue }
      object.add("no_\(technology.rawValue)", refusal.description)
    }
    var point: [UInt8] = []
    GeoJSONWriter.append(point: place.position, to: &point)
    return feature(object, point)
  }

  private static func line(_ places: [Coordinate], _ box: inout BoundingBox) -> [UInt8] {
    var column = GeometryColumn()
    for place in places {
      box.include(place)
      column.append(place)
    }
    column.closePart(.line)
    column.closeFeature()
    var bytes: [UInt8] = []
    GeoJSONWriter.append(feature: 0, of: column, to: &bytes)
    return bytes
  }

  private static func feature(_ properties: JSONObject, _ geometry: [UInt8]) -> [UInt8] {
    var bytes = Array("{\"type\":\"Feature\",\"properties\":".utf8)
    bytes.append(contentsOf: properties.finished)
    bytes.append(contentsOf: ",\"geometry\":".utf8)
    bytes.append(contentsOf: geometry)
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }
}
