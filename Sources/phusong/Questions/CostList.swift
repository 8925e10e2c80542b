import Coverage
import Project
import Rollout

/// The prices of a catalogue, for people and for programs.
struct CostList {
  /// The prices.
  let catalogue: CostCatalogue
  /// The items whose price is not that of the catalogue as it comes.
  let changed: Set<CostItem>

  private var items: [CostItem] { CostItem.allCases.filter { catalogue.prices[$0] != nil } }

  /// The prices as columns.
  var result: QueryResult {
    let columns = [
      QueryResult.Column(name: "item", isNumeric: false), QueryResult.Column(name: "unit", isNumeric: false),
      QueryResult.Column(name: "capital", isNumeric: true),
      QueryResult.Column(name: "running_per_year", isNumeric: true),
      QueryResult.Column(name: "lifetime_years", isNumeric: true),
      QueryResult.Column(name: "present_cost", isNumeric: true), QueryResult.Column(name: "changed", isNumeric: false),
      QueryResult.Column(name: "source", isNumeric: false),
    ]
    let rows = items.map { item -> [VillageCell] in
      guard let price = catalogue.prices[item] else { return [] }
      return [
        .text(item.rawValue), .text(item.unit.rawValue), VillageCell(price.capital, decimals: 0),
        VillageCell(price.runningPerYear, decimals: 0), VillageCell(price.lifetimeYears),
        VillageCell(presentCost(item), decimals: 0), .literal("\(changed.contains(item))"), .text(price.source),
      ]
    }
    var result = QueryResult(columns: columns, count: rows.count) { rows[$0] }
    result.members = [
      ("currency", "\"\(catalogue.currency)\""), ("price_year", "\(catalogue.priceYear)"),
      ("discount_percent", "\(catalogue.discountPercent)"), ("horizon_years", "\(catalogue.horizonYears)"),
    ]
    return result
  }

  /// The table, with a line on the money and one on items without a price.
  func text(_ language: Language) -> String {
    func pick(_ english: String, _ vietnamese: String) -> String { language == .vi ? vietnamese : english }
    func money(_ amount: Double) -> String { TextTable.number(Int(amount.rounded()), language) }
    var table = TextTable(
      header: [
        pick("Item", "Hạng mục"), pick("Per", "Đơn vị"), pick("Capital", "Vốn đầu tư"),
        pick("Running, a year", "Vận hành mỗi năm"), pick("Years", "Số năm"), pick("Present cost", "Giá trị hiện tại"),
        pick("Source", "Nguồn"),
      ], alignments: [.left, .left, .right, .right, .right, .right, .left])
    for item in items {
      guard let price = catalogue.prices[item] else { continue }
      table.append([
        item.rawValue + (changed.contains(item) ? "*" : ""), item.unit.rawValue, money(price.capital),
        money(price.runningPerYear), "\(price.lifetimeYears)", money(presentCost(item)), price.source,
      ])
    }
    var text = table.text(width: Terminal.outputWidth, isColoured: Terminal.hasColours)
    text += pick(
      "\(catalogue.currency) of \(catalogue.priceYear); present cost over \(catalogue.horizonYears) years at "
        + "\(catalogue.discountPercent) % a year.\n",
      "\(catalogue.currency) năm \(catalogue.priceYear); giá trị hiện tại trong \(catalogue.horizonYears) năm, chiết khấu "
        + "\(catalogue.discountPercent) % mỗi năm.\n")
    let missing = CostItem.allCases.filter { catalogue.prices[$0] == nil }
    if !missing.isEmpty {
      text += pick("Without a price: ", "Chưa có giá: ") + missing.map(\.rawValue).joined(separator: ", ") + "\n"
    }
    return text
  }

  /// The present cost of an item that has a price; NaN of one that has none.
  private func presentCost(_ item: CostItem) -> Double {
    do throws(CostError) { return try catalogue.presentCost(of: item) } catch { return .nan }
  }
}
