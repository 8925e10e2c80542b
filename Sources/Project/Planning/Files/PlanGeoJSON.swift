import Coverage
import GeoFormats
import Geospatial
import Rollout

/// Writes `plan.geojson`: what is built, by year, then the villages that get a service.
///
/// An item is a line or a point with its identifier, kind, service, year, cost, people, the villages it serves and the items
/// it depends on. A village is a point of kind `village` with the year of each service.
enum PlanGeoJSON {
  /// The kind of the features that are villages.
  static let villageKind = "village"

  /// The whole text.
  static func text(_ plan: Plan) -> [UInt8] {
    var box = BoundingBox.empty
    let shapes = plan.built.map { geometry($0.item.shape, &box) }
    let reached = plan.reachedVillages
    for village in reached { box.include(plan.analysis.inputs.villages.coordinates[village]) }
    var bytes = GeoJSONWriter.header(name: plan.analysis.inputs.project.name, boundingBox: box)
    for (index, item) in plan.built.enumerated() {
      if index > 0 { bytes.append(contentsOf: GeoJSONWriter.separator) }
      append(item, shapes[index], plan, to: &bytes)
    }
    for (index, village) in reached.enumerated() {
      if index > 0 || !plan.built.isEmpty { bytes.append(contentsOf: GeoJSONWriter.separator) }
      append(village: village, plan, to: &bytes)
    }
    bytes.append(contentsOf: GeoJSONWriter.footer)
    return bytes
  }

  private static func geometry(_ shape: PlanItem.Shape, _ box: inout BoundingBox) -> GeometryColumn {
    var column = GeometryColumn()
    switch shape {
    case .point(let place):
      box.include(place)
      column.append(place)
      column.closePart(.point)
    case .line(let places):
      for place in places {
        box.include(place)
        column.append(place)
      }
      column.closePart(.line)
    }
    column.closeFeature()
    return column
  }

  private static func append(_ built: Plan.Built, _ shape: GeometryColumn, _ plan: Plan, to bytes: inout [UInt8]) {
    let villages = plan.analysis.inputs.villages
    var object = JSONObject()
    object.add("id", built.identifier)
    object.add("kind", built.item.kind.rawValue)
    object.add("service", built.item.service.rawValue)
    object.add("year", built.year)
    object.add("cost", built.cost)
    object.add("running_per_year", built.runningPerYear)
    if built.item.kilometres > 0 { object.add("kilometres", built.item.kilometres, decimals: 3) }
    if let reach = plan.reachMetres(of: built.item) {
      object.add("range_m", reach, decimals: 1)
      object.add("serves", plan.servesListed ? PlannedProject.listed : PlannedProject.inRange)
    }
    object.add("people", built.people, decimals: 0)
    object.add("villages", built.item.villages.map { villages.codes[$0] })
    object.add("depends_on", built.item.needs.map { plan.built[$0].identifier })
    bytes.append(text: "{\"type\":\"Feature\",\"id\":")
    JSONText.append(built.identifier, to: &bytes)
    bytes.append(text: ",\"properties\":")
    bytes.append(contentsOf: object.finished)
    bytes.append(text: ",\"geometry\":")
    GeoJSONWriter.append(feature: 0, of: shape, to: &bytes)
    bytes.append(text: "}")
  }

  private static func append(village: Int, _ plan: Plan, to bytes: inout [UInt8]) {
    let villages = plan.analysis.inputs.villages
    var object = JSONObject()
    object.add("kind", villageKind)
    object.add("code", villages.codes[village])
    for field in [VillageField.name, .commune, .district, .province, .province2025] {
      object.add(field.rawValue, villages.text(of: field, village: village))
    }
    object.add("people", villages.people[village], decimals: 0)
    for service in plan.services {
      object.add("\(service.rawValue)_year", plan.servedFrom[service]?[village].flatMap { $0 > 0 ? $0 : nil })
    }
    bytes.append(text: "{\"type\":\"Feature\",\"properties\":")
    bytes.append(contentsOf: object.finished)
    bytes.append(text: ",\"geometry\":")
    GeoJSONWriter.append(point: villages.coordinates[village], to: &bytes)
    bytes.append(text: "}")
  }
}

extension Plan {
  /// The villages that get a service, by code.
  var reachedVillages: [Int] {
    analysis.inputs.villages.order.map(Int.init).filter { village in
      services.contains { (servedFrom[$0]?[village] ?? 0) > 0 }
    }
  }
}
