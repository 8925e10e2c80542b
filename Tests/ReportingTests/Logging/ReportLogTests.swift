import Foundation
import Logging
import Synchronization
import Testing

@testable import Reporting

@Suite struct ReportLogTests {
  /// Gathers what is logged.
  private final class Lines: Sendable {
    let text = Mutex("")
    func logger(_ format: LogFormat) -> Logger {
      // 2026-11-23T00:00:00Z; what the time zone makes of it is cut off below.
      Logger(label: "test") { _ in
        ReportLog(format, clock: { ReportTime(seconds: 1_795_392_000) }) { bytes in
          self.text.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
        }
      }
    }
  }

  @Test func `text is a line with the level, the message and what belongs to it`() {
    let lines = Lines()
    var logger = lines.logger(.text)
    logger[metadataKey: "run"] = "12"
    logger.info("report done", metadata: ["folder": "/srv/a b", "note": ""])
    logger.debug("left out")
    logger.error("two\nlines")
    let text = lines.text.withLock { $0 }.split(separator: "\n").map { $0.drop { $0 != " " } }
    #expect(
      text == [" info: report done folder=\"/srv/a b\" note=\"\" run=12", " error: two\\u{a}lines run=12"])
  }

  @Test func `JSON is an object a line`() throws {
    let lines = Lines()
    lines.logger(.json).warning("thôn \"A\"\n", metadata: ["file": "a\tb"])
    let text = lines.text.withLock { $0 }
    #expect(text.hasSuffix("}\n") && text.count(where: \.isNewline) == 1)
    let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: String])
    #expect(object["level"] == "warning")
    #expect(object["message"] == "thôn \"A\"\n")
    #expect(object["file"] == "a\tb")
    #expect(object["time"]?.contains(#/^2026-11-2\dT\d\d:00:00[+-]\d\d:\d\d$/#) == true)
  }
}
