import Coverage
import Project
import Rollout

/// A plan as a table by year, with what it reaches, costs, and how close to the best it is.
enum PlanTable {
  static func text(_ plan: Plan, _ language: Language) -> String {
    let words = PlanWords(language)
    var header = [words.year]
    for service in plan.services { header += [words.villages(service)] }
    header += [words.people, words.kilometres, words.items, words.cost, words.sum]
    var table = TextTable(header: header, expendable: [plan.services.count + 3, plan.services.count + 2])
    var sum = 0
    let years = plan.years
    for (year, totals) in years.enumerated() {
      sum += totals.cost
      table.append(row("\(year + 1)", totals, sum, plan, language))
    }
    table.rule()
    table.append(row(words.all, plan.totals, sum, plan, language))
    var text = table.text(on: Page(path: nil))
    text += "\n" + words.money(plan.request.catalogue.currency, plan.request.catalogue.priceYear) + "\n"
    for (service, totals) in plan.byService {
      let left = plan.unreached.count { $0.service == service }
      text +=
        words.service(
          service, villages: TextTable.number(totals.villages[service] ?? 0, language),
          left: TextTable.number(left, language), cost: millions(totals.cost, language)) + "\n"
    }
    text += words.quality(plan) + "\n"
    return text
  }

  private static func row(
    _ name: String, _ totals: Plan.Totals, _ sum: Int, _ plan: Plan, _ language: Language
  ) -> [String] {
    [name] + plan.services.map { TextTable.number(totals.villages[$0] ?? 0, language) }
      + [
        TextTable.number(Int(totals.people.values.reduce(0, +).rounded()), language),
        TextTable.number(Int(totals.kilometres.rounded()), language), TextTable.number(totals.items, language),
        millions(totals.cost, language), millions(sum, language),
      ]
  }

  /// Money in millions.
  static func millions(_ amount: Int, _ language: Language) -> String {
    TextTable.number(Int((Double(amount) / 1e6).rounded()), language)
  }
}

/// The words of plans.
struct PlanWords {
  private let language: Language

  init(_ language: Language) { self.language = language }

  private func pick(_ english: String, _ vietnamese: String) -> String { language == .vi ? vietnamese : english }
  var year: String { pick("Year", "Năm") }
  var people: String { pick("People", "Dân số") }
  var kilometres: String { "km" }
  var items: String { pick("Items", "Hạng mục") }
  var cost: String { pick("Cost", "Chi phí") }
  var sum: String { pick("Sum", "Luỹ kế") }
  var all: String { pick("All", "Tổng") }

  func name(_ service: PlannedService) -> String {
    switch service {
    case .fibre: pick("Fibre", "Cáp quang")
    case .signal: pick("Signal", "Sóng di động")
    case .power: pick("Power", "Điện")
    }
  }

  func villages(_ service: PlannedService) -> String { name(service) }

  func money(_ currency: String, _ year: Int) -> String {
    pick(
      "Services: villages that get each. People: once for each service. Money in million \(currency) of \(year).",
      "Dịch vụ: số thôn, bản được phục vụ thêm. Dân số: mỗi dịch vụ tính một lần. Tiền: triệu \(currency) năm \(year).")
  }

  func service(_ service: PlannedService, villages: String, left: String, cost: String) -> String {
    pick(
      "\(name(service)): \(villages) villages for \(cost) million; \(left) stay without",
      "\(name(service)): \(villages) thôn, bản với \(cost) triệu; còn \(left) chưa có")
  }

  func quality(_ plan: Plan) -> String {
    let gap = decimal(plan.quality.gap * 100)
    switch plan.request.source.objective {
    case .cost where !plan.quality.isReached:
      return pick("The target is not reached", "Chưa đạt mục tiêu")
    case .cost where plan.services.contains { plan.request.choiceMeasure($0) == .netPresent }:
      return pick(
        "At most \(gap) % of the net present cost could be saved (proven)",
        "Hiện giá chi phí có thể giảm nhiều nhất \(gap) % (đã chứng minh)")
    case .cost:
      return pick(
        "At most \(gap) % of the cost could be saved (proven)",
        "Chi phí có thể giảm nhiều nhất \(gap) % (đã chứng minh)")
    case .people, .priority:
      return pick(
        "The benefit of the villages connected is within \(gap) % of the greatest possible (proven)",
        "Lợi ích của các thôn, bản được kết nối đạt trong khoảng \(gap) % so với mức lớn nhất có thể (đã chứng minh)")
    }
  }

  /// Two decimals, rounded up.
  func decimal(_ value: Double) -> String {
    let hundredths = Int(exactly: (value * 100).rounded(.up)) ?? 0
    let rest = hundredths % 100
    return "\(hundredths / 100)\(language == .vi ? "," : ".")\(rest < 10 ? "0" : "")\(rest)"
  }

  func change(_ change: PlanComparison.Change) -> String {
    switch change {
    case .lost: pick("lost", "mất")
    case .gained: pick("gained", "thêm")
    case .earlier: pick("earlier", "sớm hơn")
    case .later: pick("later", "muộn hơn")
    }
  }

  var changeHeader: String { pick("Change", "Thay đổi") }
  var serviceHeader: String { pick("Service", "Dịch vụ") }
  var code: String { pick("Code", "Mã") }
  var village: String { pick("Village", "Thôn, bản") }
  var before: String { pick("Before", "Trước") }
  var after: String { pick("After", "Sau") }
  var benefit: String { pick("Benefit", "Lợi ích") }
  func more(_ count: String) -> String { pick("… and \(count) more", "… và \(count) nữa") }
}
