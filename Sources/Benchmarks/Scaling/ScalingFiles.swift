import Foundation
import GeoFormats

/// Makes the files of the scaling runs; those that are there already are taken as they are, for the same seed gives the
/// same bytes.
struct ScalingFiles {
  let folder: String
  let workload: Workload
  /// How many villages there are while another layer grows.
  static let fixedVillages = 6_786

  init(folder: String, seed: UInt64) {
    self.folder = folder + (folder.hasSuffix("/") ? "" : "/") + "seed_\(seed)/"
    workload = Workload(seed: seed)
  }

  /// The cases of an axis: numbers of villages, fibre lines or coverage polygons.
  func cases(_ axis: ScalingAxis, _ counts: [Int]) throws -> [ScalingCase] {
    try AtomicFile.makeFolder(folder)
    let files = WorkloadFiles(workload: workload, folder: folder)
    if !isThere("coverage.geojson") { try files.writeLayers(Workload.Counts()) }
    let fixed = WorkloadFiles.villagesName(Self.fixedVillages)
    if !isThere(fixed) { try files.writeVillages(Self.fixedVillages) }
    return try counts.map { count in
      var project = WorkloadProject(villages: fixed)
      var size = count
      switch axis {
      case .villages:
        project.villages = WorkloadFiles.villagesName(count)
        if !isThere(project.villages) { try files.writeVillages(count) }
      case .segments:
        project.fibre = try own("fibre", count) { try $0.writeFibre(count) }
        size = (0..<count).reduce(0) { $0 + workload.fibre.line($1).count - 1 }
      case .polygons:
        project.coverage = try own("coverage", count) {
          try $0.writeCoverage(count, towers: Workload.Counts().towers)
        }
      }
      let path = "\(folder)\(axis.rawValue)_\(count).yml"
      try project.write(to: path)
      return ScalingCase(axis: axis, size: size, project: path)
    }
  }

  /// The path, from the folder, of a layer of a size of its own.
  private func own(_ layer: String, _ count: Int, _ write: (WorkloadFiles) throws -> Void) throws -> String {
    let name = "\(layer)_\(count)/"
    let path = name + layer + ".geojson"
    if !isThere(path) {
      try AtomicFile.makeFolder(folder + name)
      try write(WorkloadFiles(workload: workload, folder: folder + name))
    }
    return path
  }

  private func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder + name) }
}
