import Coverage
import Foundation
import GeoFormats
import Project

extension PlanProgress {
  /// How far the plan in the file at `path`, as `phusong plan` writes it, has come by a result: by year, then service. Villages of
  /// the plan that the result does not have count as not served.
  ///
  /// - Throws: `FormatError` for a file that cannot be read or is no plan.
  public static func progress(ofPlan path: String, in result: StoredResult) throws(FormatError) -> [PlanProgress] {
    let bytes = try SourceBytes(contentsOf: path).withBytes { Foundation.Data($0) }
    let plan: PlanFile
    do {
      plan = try JSONDecoder().decode(PlanFile.self, from: bytes)
    } catch {
      throw FormatError(
        file: path,
        problem: "is no plan: expected \"villages\", a list of objects with \"code\" and the year of each service")
    }
    let codes = result.assessed.villages.codes
    let places = Dictionary(codes.enumerated().map { ($1, $0) }) { first, _ in first }
    var sums: [Service: [Int: (planned: Int, served: Int)]] = [:]
    for village in plan.villages {
      for (planned, year) in village.years {
        guard let service = Service(rawValue: planned.rawValue) else { continue }
        let isServed = places[village.code].map { result.assessed.assessment[service].statuses[$0] == .served } ?? false
        var sum = sums[service]?[year] ?? (0, 0)
        sum.planned += 1
        sum.served += isServed ? 1 : 0
        sums[service, default: [:]][year] = sum
      }
    }
    let years = Set(sums.values.flatMap(\.keys)).sorted()
    return years.flatMap { year in
      Service.allCases.compactMap { service in
        sums[service]?[year].map {
          PlanProgress(year: year, service: service, planned: $0.planned, served: $0.served)
        }
      }
    }
  }
}

/// What of a plan's file its progress is told by.
private struct PlanFile: Decodable {
  let villages: [StoredPlan.Village]
}
