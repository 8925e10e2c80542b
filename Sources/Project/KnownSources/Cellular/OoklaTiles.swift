extension KnownSource {
  /// Speed tests of Ookla by map tile of zoom 16, some 600 metres wide; the square is made from the quadkey.
  static let ooklaTiles: KnownSource = {
    var source = KnownSource(
      summary: "speed tests by map tile of Ookla's open data (CSV or GeoJSON with a quadkey)",
      specification: "https://github.com/teamookla/ookla-open-data", licence: "CC BY-NC-SA 4.0, Speedtest by Ookla")
    source.neededInputs = ["quadkey"]
    source.geometry = .tile(quadkey: "quadkey", zoom: 16)
    source.properties = [
      .number("download_mbps", "mean download in megabits per second", of: "avg_d_kbps", per: 1000),
      .number("upload_mbps", "mean upload in megabits per second", of: "avg_u_kbps", per: 1000),
      .number("latency_ms", "mean latency in milliseconds", of: "avg_lat_ms"),
      .number("tests", "how many tests", of: "tests"),
      .number("devices", "how many devices", of: "devices"),
    ]
    return source
  }()
}
