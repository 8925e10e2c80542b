import GeoFormats

extension KnownSource {
  /// Lines that gridfinder predicts from night lights and roads; most files have no properties at all.
  static let gridfinder: KnownSource = {
    var source = KnownSource(
      summary: "power lines predicted by gridfinder from night lights and roads",
      specification: "https://github.com/carderne/gridfinder (C. Arderne et al., Scientific Data 7, 19, 2020)",
      licence: "MIT; the published world data CC BY 4.0")
    source.properties = [
      SourceProperty("kind", "line", from: []) { _ in .text("line") },
      SourceProperty("is_predicted", "false for lines taken from OpenStreetMap", from: ["source"]) {
        .boolean($0["source"]?.spelling?.lowercased() != "openstreetmap")
      },
    ]
    return source
  }()
}
