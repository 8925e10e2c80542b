import Geospatial

/// Searches both ends of the ranks of all villages, with an effort shared out among the searches.
struct ExactRankSearch: Sendable {
  private let contest: RankContest
  /// What draws attained, two counts per village: rivals above at best, and not above at worst.
  private let attained: [Int]
  private let count: Int

  /// What every search may do at first.
  private static let firstEffort = 1 << 17

  /// Searches within `box`; `drawn` are ranks that some weights in it give.
  init(_ ranking: Ranking, _ box: WeightBox, _ drawn: DrawnRanks) {
    count = ranking.count
    let count = count
    contest = RankContest(ranking.criteria.reordered(ranking.tieOrder), box)
    attained = ranking.tieOrder.flatMap { village in
      [Int(drawn.best[Int(village)]) - 1, count - Int(drawn.worst[Int(village)])]
    }
  }

  /// The least counts of all searches, two per village in the order in which ties are broken: of the rivals above it, and
  /// of those not above it.
  func answers(effort: Int, threads: Int) async throws -> [RankSearch.Answer] {
    var answers = attained.map { RankSearch.Answer(attained: $0, proven: 0) }
    var open = Array(answers.indices)
    var (left, share) = (effort, 0)
    while !open.isEmpty {
      let next = share == 0 ? min(left / open.count, ExactRankSearch.firstEffort) : left / open.count
      if share > 0, next < 2 * share { break }
      share = max(1, next)
      let found = try await run(open, answers, effort: share, threads: threads)
      for (search, result) in zip(open, found) {
        answers[search] = RankSearch.Answer(
          attained: min(answers[search].attained, result.answer.attained),
          proven: max(answers[search].proven, result.answer.proven))
        left -= result.spent
      }
      open.removeAll { answers[$0].attained == answers[$0].proven }
    }
    return answers
  }

  private typealias Found = (answer: RankSearch.Answer, spent: Int)

  private func run(
    _ searches: [Int], _ answers: [RankSearch.Answer], effort: Int, threads: Int
  ) async throws -> [Found] {
    // Neighbours share the rivals of a village, so runs of searches go to one task.
    let runs = Parallel.ranges(count: searches.count, pieces: threads * 32)
    let found = try await Parallel.map(runs, threads: threads) { run in
      var ranges = [Double](repeating: 0, count: count)
      var rivals: (place: Int, rivals: RankContest.Rivals) = (-1, .init())
      return run.map { index -> Found in
        let search = searches[index]
        let place = search / 2
        if rivals.place != place { rivals = (place, contest.rivals(of: place, ranges: &ranges)) }
        return answer(place, rivals.rivals, search % 2 == 0 ? .best : .worst, answers[search].attained, effort)
      }
    }
    return found.flatMap { $0 }
  }

  private func answer(
    _ place: Int, _ rivals: RankContest.Rivals, _ end: RankContest.End, _ attained: Int, _ effort: Int
  ) -> Found {
    var (forms, region) = contest.forms(of: place, rivals, end)
    let settling = region.settle(forms)
    (forms, region) = forms.narrowed(to: region)
    var search = RankSearch(forms, attained: attained, effort: effort - settling)
    let answer = search.answer(over: region)
    return (answer, effort - search.effort)
  }
}
