import Foundation
import Randomness
import Rollout
import Synchronization
import Testing

@testable import Project

/// Villages that are each reached alone, so that what is best at a price is known.
@Suite struct PriceLadderTests {
  private struct Village {
    var cost: Int
    var benefit: Int
  }

  /// Counts choices and cancels the task that makes a certain one.
  private final class Choices: Sendable {
    private let made = Atomic(0)
    private let last: Int

    init(cancellingAt last: Int) { self.last = last }

    func add() {
      if made.add(1, ordering: .relaxed).newValue == last { withUnsafeCurrentTask { $0?.cancel() } }
    }
  }

  private static func villages(seed: UInt64, count: Int) -> [Village] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      // Over many orders of magnitude, as from a village beside a cable to one behind mountains.
      Village(cost: Int(exp(random.number(10, 24))), benefit: 1 + random.index(900))
    }
  }

  private static func part(
    _ service: PlannedService, _ villages: [Village], isLarge: Bool = false,
    whenAsked: @escaping @Sendable () -> Void = {}
  ) -> PlanPart {
    PlanPart(
      service: service, villages: Array(villages.indices), required: [], unreachable: [],
      choose: { price, benefits in
        whenAsked()
        let chosen = villages.indices.filter { price * benefits[$0] > villages[$0].cost }
        let cost = chosen.reduce(0) { $0 + villages[$1].cost }
        let benefit = chosen.reduce(0) { $0 + benefits[$1] }
        return PricedChoice(
          items: [], villages: chosen, cost: cost, benefit: benefit, price: price, upperBound: price * benefit - cost)
      },
      whole: { PlanPart.Whole(items: [], lowerBound: 0, cost: 0) }, isLarge: isLarge)
  }

  private static func ladder(seed: UInt64, threads: Int, isLarge: Bool = false) -> PriceLadder {
    let services: [(PlannedService, [Village])] = [
      (.fibre, villages(seed: seed, count: 300)), (.power, villages(seed: seed + 1000, count: 200)),
    ]
    return PriceLadder(
      services.map { part($0.0, $0.1, isLarge: isLarge) }, services.map { $0.1.map(\.benefit) }, threads: threads)
  }

  @Test(arguments: UInt64(0)..<20)
  func `money is enclosed by two prices that are near to each other`(seed: UInt64) async throws {
    for share in [0.0005, 0.02, 0.3, 0.9] {
      var ladder = Self.ladder(seed: seed, threads: 1)
      let all = ladder.parts.indices.reduce(0) { sum, part in
        sum + Self.villages(seed: seed + UInt64(part * 1000), count: part == 0 ? 300 : 200).reduce(0) { $0 + $1.cost }
      }
      let money = Int(Double(all) * share)
      try await ladder.enclose(money: money, rounds: 12)
      let prices = ladder.rungs.map(\.price)
      #expect(prices == Set(prices).sorted())
      let low = ladder.rungs.last { $0.cost <= money }?.price ?? 0
      let high = ladder.next(money: money)?.price ?? .max
      #expect(Double(high) < 1.05 * Double(low), "\(prices) at \(share)")
    }
  }

  @Test func `the rungs do not depend on the number of threads`() async throws {
    var rungs: [[String]] = []
    for threads in [1, 2, 5] {
      var ladder = Self.ladder(seed: 7, threads: threads)
      for money in [40_000_000_000, 900_000_000, 300_000_000_000] { try await ladder.enclose(money: money, rounds: 4) }
      rungs.append(ladder.rungs.map { "\($0.price) \($0.cost) \($0.benefit) \($0.upperBound)" })
    }
    #expect(rungs[0].count > 10 && rungs[0] == rungs[1] && rungs[0] == rungs[2])
  }

  @Test func `where a rung takes long fewer are tried`() async throws {
    var (small, large) = (Self.ladder(seed: 3, threads: 1), Self.ladder(seed: 3, threads: 1, isLarge: true))
    try await small.enclose(money: 50_000_000_000, rounds: 12)
    try await large.enclose(money: 50_000_000_000, rounds: 12)
    #expect(large.rungs.count < small.rungs.count)
    let (low, high) = (large.rungs.last { $0.cost <= 50_000_000_000 }, large.next(money: 50_000_000_000))
    #expect(try Double(#require(high).cost) < 1.1 * Double(#require(low).cost))
  }

  @Test func `money for everything ends the search, and so does none`() async throws {
    var ladder = Self.ladder(seed: 5, threads: 2)
    try await ladder.enclose(money: 1 << 50, rounds: 30)
    #expect(ladder.rungs.last?.benefit == ladder.greatestBenefit)
    #expect(ladder.next(money: 1 << 50) == nil)
    var poor = Self.ladder(seed: 5, threads: 2)
    try await poor.enclose(money: 0, rounds: 30)
    #expect(poor.rungs.first?.cost == 0 && poor.rungs.count < 62)
    var nobody = PriceLadder([Self.part(.fibre, [])], [[]], threads: 2)
    try await nobody.enclose(money: 1_000, rounds: 30)
    #expect(nobody.greatestBenefit == 0 && nobody.rungs.allSatisfy { $0.cost == 0 })
  }

  @Test(arguments: [1, 2, 3, 4, 5]) func `a ladder cancelled in a choice keeps it and begins no other`(
    choice: Int
  ) async throws {
    let villages = Self.villages(seed: 4, count: 300)
    let chosen = Choices(cancellingAt: choice)
    let task = Task {
      let part = Self.part(.fibre, villages) { chosen.add() }
      var ladder = PriceLadder([part], [villages.map(\.benefit)], threads: 1)
      try await ladder.enclose(money: 40_000_000_000, rounds: 8)
      return (ladder.rungs.count, ladder.wasCancelled)
    }
    let (count, wasCancelled) = try await task.value
    #expect(count == choice && wasCancelled)
  }

  @Test func `a cancelled ladder has one rung and says so`() async throws {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      var ladder = Self.ladder(seed: 1, threads: 2)
      try await ladder.enclose(money: 1_000_000_000, rounds: 5)
      return (ladder.rungs.count, ladder.wasCancelled)
    }
    let (count, wasCancelled) = try await task.value
    #expect(count == 1 && wasCancelled)
  }
}
