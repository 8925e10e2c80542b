import Testing

@testable import Coverage

@Suite struct ZoneLineagesTests {
  private static func earlier(_ zones: [String: String], gone: Bool = false) -> [EarlierZone] {
    zones.map { identifier, codes in
      EarlierZone(
        identifier: identifier, service: .signal, codes: codes.map(String.init), isRetired: gone)
    }
  }

  /// Each zone in one word, as its identifier, what changed, and whence; codes are single letters.
  private func trace(_ zones: [String], _ earlier: [EarlierZone]) -> [String] {
    let lineages = ZoneLineages.trace(zones: zones.map { $0.map(String.init) }, service: .signal, earlier: earlier)
    return lineages.lineages.map { lineage in
      "\(lineage.identifier) \(lineage.change)" + (lineage.splitFrom.map { " split from \($0)" } ?? "")
        + (lineage.mergedFrom.isEmpty ? "" : " merged from \(lineage.mergedFrom.joined(separator: ","))")
    }
  }

  @Test(
    arguments: [
      // The first run names zones by their first villages.
      (["abc", "de"], [:], ["signal-a new", "signal-d new"]),
      // Villages come and go, even the one that gave the name.
      (["bcdx"], ["signal-a": "abcd"], ["signal-a kept"]),
      (["ab"], ["signal-a": "abcd"], ["signal-a kept"]),
      (["abcdefghij"], ["signal-a": "ab"], ["signal-a kept"]),
      // Half of the smaller is enough, less is not.
      (["abwxyz"], ["signal-a": "abcd"], ["signal-a kept"]),
      (["awxyz"], ["signal-a": "abcd"], ["signal-a-2 new merged from signal-a"]),
      // The largest part goes on.
      (["ab", "cde"], ["signal-a": "abcde"], ["signal-a-2 new split from signal-a", "signal-a kept"]),
      // Of parts alike the one with fewer villages in all, then the first.
      (["abx", "cd"], ["signal-a": "abcd"], ["signal-a-2 new split from signal-a", "signal-a kept"]),
      (["ab", "cd"], ["signal-a": "abcd"], ["signal-a kept", "signal-c new split from signal-a"]),
      // The largest of those that merge gives its name.
      (["abcde"], ["signal-a": "ab", "signal-c": "cde"], ["signal-c kept merged from signal-a"]),
      (["abcd"], ["signal-a": "ab", "signal-c": "cd"], ["signal-a kept merged from signal-c"]),
      // One breaks up and its halves join others.
      (
        ["abxyz", "cdpqr"], ["signal-a": "abcd", "signal-p": "pqr", "signal-x": "xyz"],
        ["signal-x kept merged from signal-a", "signal-p kept merged from signal-a"]
      ),
      // Nobody is left of one, and a name that was there is never given again.
      (["bc"], ["signal-a": "xy", "signal-b": "zw"], ["signal-b-2 new"]),
    ] as [([String], [String: String], [String])])
  func `identifiers go on as the rule says`(zones: [String], before: [String: String], lineages: [String]) {
    #expect(trace(zones, Self.earlier(before)) == lineages)
  }

  @Test func `a zone that was gone comes back, unless another of the run before has its villages`() {
    let gone = Self.earlier(["signal-a": "abc"], gone: true)
    #expect(trace(["abc"], gone) == ["signal-a back"])
    #expect(trace(["abcd"], gone + Self.earlier(["signal-d": "d"])) == ["signal-d kept"])
    #expect(trace(["xyz"], gone) == ["signal-x new"])
    // A name made for a new zone avoids those that are gone.
    #expect(trace(["axyz"], gone) == ["signal-a-2 new"])
  }

  @Test func `zones of other services have no say`() {
    let others = [EarlierZone(identifier: "power-a", service: .power, codes: ["a", "b"], isRetired: false)]
    let (lineages, retired) = ZoneLineages.trace(zones: [["a", "b"]], service: .signal, earlier: others)
    #expect(lineages.map(\.identifier) == ["signal-a"] && lineages[0].change == .new)
    #expect(retired.isEmpty)
  }

  @Test func `what does not go on is retired with its villages`() {
    let before = Self.earlier(["signal-a": "abc", "signal-x": "xy"]) + Self.earlier(["signal-q": "q"], gone: true)
    let (_, retired) = ZoneLineages.trace(zones: [["a", "b"]], service: .signal, earlier: before)
    #expect(retired.map(\.identifier) == ["signal-q", "signal-x"])
    #expect(retired.map(\.isRetired) == [true, true])
    #expect(retired.map(\.codes) == [["q"], ["x", "y"]])
  }

  /// Runs one after the other with villages that come and go: no identifier twice at once, none lost, none for other villages.
  @Test(arguments: (1...20).map(UInt64.init))
  func `identifiers last through many runs`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var zoneOfVillage = (0..<60).map { _ in Int.random(in: 0..<8, using: &random) }
    var earlier: [EarlierZone] = []
    for _ in 0..<12 {
      for village in zoneOfVillage.indices where Int.random(in: 0..<6, using: &random) == 0 {
        // -1 is served.
        zoneOfVillage[village] = Int.random(in: -1..<8, using: &random)
      }
      let zones = (0..<8).map { zone in zoneOfVillage.indices.filter { zoneOfVillage[$0] == zone }.map { "\($0)" } }
        .filter { !$0.isEmpty }
      let (lineages, retired) = ZoneLineages.trace(zones: zones, service: .signal, earlier: earlier)
      let names = lineages.map(\.identifier)
      #expect(Set(names).count == names.count)
      #expect(Set(names).isDisjoint(with: retired.map(\.identifier)))
      #expect(Set(earlier.map(\.identifier)).isSubset(of: Set(names).union(retired.map(\.identifier))))
      for (zone, lineage) in zip(zones, lineages) {
        let before = earlier.first { $0.identifier == lineage.identifier }
        #expect((before == nil) == (lineage.change == .new))
        guard let before else { continue }
        #expect(before.isRetired == (lineage.change == .back))
        let shared = Set(before.codes).intersection(zone).count
        #expect(2 * shared >= min(zone.count, before.codes.count))
      }
      // The order in which zones are given says nothing.
      let turned = ZoneLineages.trace(zones: zones.reversed(), service: .signal, earlier: earlier.reversed())
      let kept = zip(zones, names).filter { pair in earlier.contains { $0.identifier == pair.1 } }
      let keptTurned = zip(zones.reversed(), turned.lineages.map(\.identifier))
        .filter { pair in earlier.contains { $0.identifier == pair.1 } }
      if Set(zones.map(\.count)).count == zones.count {
        #expect(Set(kept.map(\.1)) == Set(keptTurned.map(\.1)))
      }
      earlier =
        zip(zones, names).map { EarlierZone(identifier: $1, service: .signal, codes: $0, isRetired: false) } + retired
    }
  }
}
