import Foundation
import GeoFormats

extension ReportStatus: Encodable {
  /// Every key is there, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(ok, forKey: .ok)
    try values.encode(changed, forKey: .changed)
    try values.encode(note, forKey: .note)
    try values.encode(error, forKey: .error)
    try values.encode(time, forKey: .time)
    try values.encode(version, forKey: .version)
    try values.encode(project, forKey: .project)
    try values.encode(folder, forKey: .folder)
    try values.encode(run, forKey: .run)
    try values.encode(runTime, forKey: .runTime)
    try values.encode(language, forKey: .language)
    try values.encode(tiles, forKey: .tiles)
    try values.encode(files, forKey: .files)
    try values.encode(leftOut, forKey: .leftOut)
    try values.encode(villages, forKey: .villages)
    try values.encode(services, forKey: .services)
    try values.encode(changes, forKey: .changes)
    try values.encode(targets, forKey: .targets)
    try values.encode(plan, forKey: .plan)
  }

}

extension ReportStatus.Goal: Encodable {
  /// Every key is there, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(service, forKey: .service)
    try values.encode(unserved, forKey: .unserved)
    try values.encode(by, forKey: .by)
    try values.encode(now, forKey: .now)
    try values.encode(state, forKey: .state)
    try values.encode(neededPerMonth, forKey: .neededPerMonth)
    try values.encode(pacePerMonth, forKey: .pacePerMonth)
  }
}

extension ReportStatus {
  /// The name of the file in the folder of a report.
  public static let fileName = "status.json"

  /// The status as JSON, keys in alphabetical order, ending with a line feed.
  public var json: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(self)) + [0x0A]
    }
  }

  /// The status in a folder; nil when there is none, or none that this version can read.
  public static func read(inFolder folder: String) -> ReportStatus? {
    guard let source = try? SourceBytes(contentsOf: "\(folder)/\(fileName)") else { return nil }
    let bytes = source.withBytes { Foundation.Data($0) }
    return try? JSONDecoder().decode(ReportStatus.self, from: bytes)
  }

  /// Writes the status into a folder; it appears complete or not at all.
  public func write(toFolder folder: String) throws {
    let file = try AtomicFile(path: "\(folder)/\(Self.fileName)")
    try file.write(json)
    try AtomicFile.commit([file])
  }
}
