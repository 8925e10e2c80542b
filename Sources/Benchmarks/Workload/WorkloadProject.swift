import GeoFormats

/// The project file that lays the layers of a workload over its villages: the same rules as the peers' scripts.
struct WorkloadProject {
  var villages: String
  var fibre = "fibre.geojson"
  var power = "power.geojson"
  var towers = "towers.geojson"
  var coverage = "coverage.geojson"

  /// The name of the project of so many villages.
  static func name(_ count: Int) -> String { "villages_\(count).yml" }

  /// Writes the project as YAML; its paths are relative to the folder of `path`.
  func write(to path: String) throws {
    let file = try AtomicFile(path: path)
    try file.write(Array(text.utf8))
    try AtomicFile.commit([file])
  }

  private var text: String {
    """
    # Made by the benchmark's generator.
    name: Benchmark
    villages:
      file: \(villages)
      fields: {code: id}
    layers:
      fibre: \(fibre)
      coverage: \(coverage)
      power: \(power)
      towers: \(towers)
    services:
      fibre:
        - {layer: fibre, rule: within, metres: 1000}
      signal:
        - {layer: coverage, rule: inside}
      power:
        - {layer: power, rule: within, metres: 1000}
    measures:
      tower_distance_m: towers

    """
  }
}
