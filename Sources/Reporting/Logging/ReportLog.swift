import GeoFormats
import Glibc
import Logging

/// How a log is written.
public enum LogFormat: String, CaseIterable, Sendable {
  /// Lines for people: time, level, message, then what belongs to it as `name=value`.
  case text
  /// A JSON object a line (JSON Lines), for programs.
  case json
}

/// Writes log messages, a line each and each in one piece, to standard error or where `write` puts them.
public struct ReportLog: LogHandler {
  /// What belongs to every message.
  public var metadata: Logger.Metadata = [:]
  /// Lesser messages are left out.
  public var logLevel = Logger.Level.info
  private let format: LogFormat
  private let clock: @Sendable () -> ReportTime
  private let write: @Sendable ([UInt8]) -> Void

  /// A handler of messages in a format; the time of each is that of `clock`.
  public init(
    _ format: LogFormat, clock: @escaping @Sendable () -> ReportTime = { ReportTime.now },
    write: @escaping @Sendable ([UInt8]) -> Void = ReportLog.writeToStandardError
  ) {
    self.format = format
    self.clock = clock
    self.write = write
  }

  /// What belongs to every message under a name.
  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes one message.
  public func log(event: LogEvent) {
    let values = metadata.merging(event.metadata ?? [:]) { $1 }.map { ($0, "\($1)") }.sorted { $0.0 < $1.0 }
    switch format {
    case .text: write(line(event, values))
    case .json: write(object(event, values))
    }
  }

  private func line(_ event: LogEvent, _ values: [(String, String)]) -> [UInt8] {
    var text = "\(clock()) \(event.level): \(event.message)"
    for (name, value) in values {
      let isPlain = !value.isEmpty && value.allSatisfy { !$0.isWhitespace && $0 != "\"" }
      text += " \(name)="
      text += isPlain ? value : Self.quoted(value)
    }
    return Array((Self.oneLine(text) + "\n").utf8)
  }

  private func object(_ event: LogEvent, _ values: [(String, String)]) -> [UInt8] {
    var bytes: [UInt8] = []
    let members = [("time", "\(clock())"), ("level", "\(event.level)"), ("message", "\(event.message)")] + values
    for (index, (name, value)) in members.enumerated() {
      bytes.append(UInt8(ascii: index == 0 ? "{" : ","))
      JSONText.append(name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      JSONText.append(value, to: &bytes)
    }
    bytes.append(text: "}\n")
    return bytes
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Control characters, which may come from a file, as escapes.
  private static func oneLine(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { line, scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: line += "\\u{\(String(scalar.value, radix: 16))}"
      default: line.unicodeScalars.append(scalar)
      }
    }
  }

  /// Writes to standard error at once; there is nobody to tell when that fails.
  public static let writeToStandardError: @Sendable ([UInt8]) -> Void = { bytes in
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
