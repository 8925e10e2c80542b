import Coverage
import GeoFormats
import Geospatial

/// Remarks on the features of a layer, each with file and place; the places are found in one pass over the bytes.
enum LayerRemarks {
  /// What the reader mended or left out.
  static func remarks(on layer: Layer, name: String) -> [LoadedProject.Notice] {
    remarks(layer.notices, name: name) { layer.places(ofFeatures: $0) }
  }

  /// The same of notices that `places` finds the places of, one for each of some features that ascend.
  static func remarks(
    _ notices: [Layer.Notice], name: String, places: ([Int]) -> [(file: String, place: String)]
  ) -> [LoadedProject.Notice] {
    let whole = notices.filter { $0.feature == nil }.map { notice in
      LoadedProject.Notice(
        layer: name, text: notice.text, isLoss: notice.isLoss, isInformation: notice.isInformation)
    }
    let single = notices.compactMap { notice in notice.feature.map { ($0, notice) } }.sorted { $0.0 < $1.0 }
    return whole
      + zip(single, places(single.map(\.0))).map { entry, place in
        LoadedProject.Notice(layer: name, text: text(entry.1.text, at: place), isLoss: entry.1.isLoss)
      }
  }

  /// What was done to invalid polygons.
  static func remarks(on repairs: [PolygonRepair.Repair], of layer: Layer) -> [LoadedProject.Notice] {
    zip(repairs, layer.places(ofFeatures: repairs.map(\.feature))).map { repair, place in
      let what = repair.isMended ? "repaired" : "cannot be repaired; left out"
      return LoadedProject.Notice(
        layer: layer.name, text: text("\(repair.reason); \(what)", at: place), isLoss: !repair.isMended)
    }
  }

  /// That sites of a range rule have a range that is none; nil when there are no such sites.
  static func unusableRanges(_ rule: Rule, _ layer: Layer, _ source: ServiceSource) -> LoadedProject.Notice? {
    guard case .range(let field?, _) = rule.kind else { return nil }
    let sites = source.featuresWithUnusableRange(field, of: layer)
    guard let first = sites.first, let key = layer.attributes.index(ofKey: field) else { return nil }
    let found = layer.attributes.value(ofFeature: first, key: key)?.spelling ?? ""
    return LoadedProject.Notice(
      layer: layer.name,
      text: text(
        "\(field) is \(found); expected metres above 0 and at most \(Int(ServiceSource.greatestRangeMetres)); not used, as "
          + "with \(sites.count) of \(layer.count) sites", at: layer.place(ofFeature: first)),
      isLoss: true)
  }

  private static func text(_ text: String, at place: (file: String, place: String)) -> String {
    FormatError(file: place.file, place: place.place, problem: text).description
  }
}
