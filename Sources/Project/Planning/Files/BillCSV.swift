import GeoFormats
import Rollout

/// Writes `bill.csv`: the bill of quantities, a row for each year, service and thing that is bought.
enum BillCSV {
  private struct Key: Hashable, Comparable {
    var year: Int
    var service: PlannedService
    var item: CostItem

    static func < (first: Key, second: Key) -> Bool {
      if first.year != second.year { return first.year < second.year }
      if first.service != second.service { return first.service < second.service }
      return order[first.item, default: 0] < order[second.item, default: 0]
    }

    private static let order = Dictionary(
      uniqueKeysWithValues: CostItem.allCases.enumerated().map { ($1, $0) })
  }

  /// The whole text. The costs of a year add up to those of the plan; each line of each item is rounded to whole money, so
  /// that a cost may differ from quantity times unit cost by as much.
  static func text(_ plan: Plan) throws(CostError) -> [UInt8] {
    let catalogue = plan.request.catalogue
    var sums: [Key: (quantity: Double, cost: Int, running: Int)] = [:]
    for built in plan.built {
      for line in built.item.bill where line.quantity != 0 {
        let key = Key(year: built.year, service: built.item.service, item: line.item)
        let (quantity, cost, running) = sums[key] ?? (0, 0, 0)
        sums[key] = (
          quantity + line.quantity, cost + (try catalogue.cost(of: line)),
          running + (try catalogue.runningCost(of: line))
        )
      }
    }
    var text = "year,service,item,unit,quantity,unit_cost,cost,running_per_year,currency,source\n"
    for (key, sum) in sums.sorted(by: { $0.key < $1.key }) {
      let price = try catalogue.price(of: key.item)
      text += "\(key.year),\(key.service.rawValue),\(key.item),\(key.item.unit),\(number(sum.quantity)),"
      text +=
        "\(number(price.capital)),\(sum.cost),\(sum.running),\(quoted(catalogue.currency)),\(quoted(price.source))\n"
    }
    return Array(text.utf8)
  }

  private static func number(_ value: Double) -> String {
    var bytes: [UInt8] = []
    bytes.append(fixed: value, decimals: 3, trimsZeros: true)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A cell in quotes where it must be (RFC 4180).
  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
