import Coverage
import Foundation
import GeoFormats
import Geospatial
import Project
import Randomness
import Testing

/// A result is read in runs; what comes of it is what the reader of whole layers and a look at all features make of it.
@Suite struct ResultReaderTests {
  private static let keys = ["poverty_rate", "note"]

  /// The members of a village as an analysis writes them.
  private static func members(_ number: Int, _ random: inout SeededGenerator) -> [String] {
    let statuses = ["served", "unserved", "unknown"]
    let (people, metres) = (random.index(5_001), random.index(100_000))
    return [
      #""code":"\#(1_000 + number)""#, #""name":"Bản Nà \#(number)""#, #""commune_code":null"#,
      #""province":"Điện Biên""#, #""population":\#(people)"#, #""households":null"#,
      #""fibre":"\#(statuses[random.index(3)])""#, #""fibre_distance_m":\#(metres / 10).\#(metres % 10)"#,
      #""signal":"\#(statuses[random.index(3)])""#, #""signal_distance_m":0.0"#,
      #""power":"\#(statuses[random.index(3)])""#, #""power_distance_m":null"#, #""missing":0"#,
      #""poverty_rate":\#(random.index(101))"#,
    ]
  }

  /// What a village may be that is not the next one as usual.
  enum Deviation: CaseIterable, Sendable {
    case none, shuffled, spaced, numericCode, escapedKey, escapedCode, textPeople, descending, withoutPosition,
      withHeight, twice, wordsAsCodes, extraMembers, nested
    // And what no analysis writes.
    case sameCode, withoutCode, blankCode, withoutStatus, wrongStatus, textDistance, negativeDistance, wrongPeople,
      line, farAway, brokenText

    var isRefused: Bool {
      switch self {
      case .sameCode, .withoutCode, .blankCode, .withoutStatus, .wrongStatus, .textDistance, .negativeDistance,
        .wrongPeople, .line, .farAway, .brokenText:
        true
      default: false
      }
    }
  }

  private static func feature(_ number: Int, _ deviation: Deviation, _ random: inout SeededGenerator) -> String {
    var members = members(number, &random)
    var point = #"{"type":"Point","coordinates":[10\#(number % 10).5,21.\#(1 + number % 9)]}"#
    switch deviation {
    case .none: break
    case .shuffled: members.shuffle(using: &random)
    case .spaced: members = members.map { $0.replacing("\":", with: "\" : ") }
    case .numericCode: members[0] = #""code":\#(1_000 + number)"#
    case .escapedKey: members[6] = #""f\u0069bre":"served""#
    case .escapedCode: members[0] = #""code":"\u0041\#(number)""#
    case .textPeople: members[4] = #""population":" 12 ""#
    case .descending: members[0] = #""code":"\#(number % 7)0\#(number)""#
    case .withoutPosition: point = "null"
    case .withHeight: point = #"{"type":"Point","coordinates":[105.5,21.5,300]}"#
    case .twice: members.append(#""power":"unknown""#)
    case .wordsAsCodes: members[0] = #""code":"Bản-\#(number)""#
    case .extraMembers: members.insert(#""note":"số \#(number)""#, at: number % members.count)
    case .nested: members.append(#""more":{"code":"0","fibre":[1,{"code":2}]}"#)
    case .sameCode: members[0] = #""code":"1000""#
    case .withoutCode: members.removeFirst()
    case .blankCode: members[0] = #""code":" ""#
    case .withoutStatus: members.remove(at: 8)
    case .wrongStatus: members[8] = #""signal":"severed""#
    case .textDistance: members[7] = #""fibre_distance_m":"12.5""#
    case .negativeDistance: members[7] = #""fibre_distance_m":-0.1"#
    case .wrongPeople: members[4] = #""population":-3"#
    case .line: point = #"{"type":"LineString","coordinates":[[105.5,21.5],[105.6,21.5]]}"#
    case .farAway: point = #"{"type":"Point","coordinates":[500000.5,2100000.5]}"#
    case .brokenText: members[4] = #""population":12e"#
    }
    return #"{"type":"Feature","properties":{\#(members.joined(separator: ","))},"geometry":\#(point)}"#
  }

  /// A result of which some villages deviate; the first, by which a result is known, does not.
  static func text(_ deviation: Deviation, share: Int) -> String {
    var random = SeededGenerator(seed: 23)
    let features = (0..<300).map { number in
      let deviates = number > 0 && (share == 1 ? number == 217 : random.index(2) == 0)
      return feature(number, deviates ? deviation : .none, &random)
    }
    return "{\"type\":\"FeatureCollection\",\"name\":\"villages\",\"features\":[\n"
      + features.joined(separator: ",\n") + "\n]}\n"
  }

  private func withFile<Result>(_ text: String, _ body: (String) async throws -> Result) async throws -> Result {
    let path = NSTemporaryDirectory() + "phusong-" + UUID().uuidString + ".geojson"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
  }

  /// Everything that was read, as text.
  private static func account(_ read: () async throws -> AssessedVillages) async -> [String] {
    do {
      let assessed = try await read()
      let villages = assessed.villages
      var lines = ["\(villages.order)", "\(villages.codeSource)", "\(villages.keys.sorted { $0.value < $1.value })"]
      lines += villages.layer.notices.map(\.text)
      for village in 0..<villages.count {
        var line = "\(villages.codes[village]) \(villages.coordinates[village]) \(villages.people[village])"
        line += " \(villages.households[village]) \(villages.text(of: .province, village: village) ?? "-")"
        for service in Service.allCases {
          let column = assessed.assessment[service]
          line += " \(column.statuses[village]) \(column.distancesMetres[village]) \(column.features[village])"
        }
        for key in villages.layer.attributes.keys.indices {
          line += " \(villages.layer.attributes.value(ofFeature: village, key: key)?.spelling ?? "-")"
        }
        lines.append(line + " \(villages.layer.place(ofFeature: village).place)")
      }
      return lines
    } catch {
      return ["\(error)"]
    }
  }

  @Test(arguments: Deviation.allCases, [1, 2])
  func `the same villages are read, or the same is refused, in runs of any length`(
    deviation: Deviation, share: Int
  ) async throws {
    try await withFile(Self.text(deviation, share: share)) { path in
      let whole = await Self.account {
        let request = LayerRequest(name: "villages", paths: [path], keys: AssessedVillages.properties + Self.keys)
        let layer = try await LayerReader.read(request)
        do {
          return try await AssessedVillages(layer)
        } catch let failure as Villages.Failure {
          throw layer.error(feature: failure.feature, failure.problem)
        }
      }
      #expect((whole.count == 1) == deviation.isRefused, "\(whole[0])")
      for (bytesPerRun, threads) in [(1, 1), (600, 2), (10_000, 2), (10_000, 8), (1 << 20, 1)] {
        let runs = await Self.account {
          try await ResultReader.read(path, keys: Self.keys, threads: threads, bytesPerRun: bytesPerRun)
        }
        #expect(runs == whole, "\(bytesPerRun) bytes, \(threads) threads")
      }
    }
  }

  @Test func `villages known by the id of their features are read too`() async throws {
    let text = Self.text(.none, share: 1).replacing(/"code":"\d+",/, with: "")
    try await withFile(text) { path in
      let assessed = try await ResultReader.read(path, threads: 2, bytesPerRun: 1_000)
      #expect(assessed.villages.codeSource == .number && assessed.villages.codes.last == "300")
    }
    let features = text.components(separatedBy: #"{"type":"Feature","#)
    let numbered =
      features[0] + features.dropFirst().enumerated().map { #"{"type":"Feature","id":"A\#($0 + 1)",\#($1)"# }.joined()
    try await withFile(numbered) { path in
      let assessed = try await ResultReader.read(path, threads: 2, bytesPerRun: 1_000)
      #expect(assessed.villages.codeSource == .identifier && assessed.villages.codes.last == "A300")
    }
  }
}
