import Coverage
import Foundation

@testable import Project

/// The administrative tables of GeoData, read once.
enum RealUnits {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("GeoData/admin").path

  static let units = Result { try AdministrationTables.read(folder: folder) }
  static let gazetteer = units.map { Gazetteer($0) }
}
