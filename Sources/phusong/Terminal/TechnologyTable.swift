import Project
import Rollout

/// A choice of technologies as a table, with how close to the best it is and who stays without.
enum TechnologyTable {
  /// How many of the places that stay without are listed.
  private static let shownCount = 10

  static func text(_ choice: TechnologyPlan, _ language: Language) -> String {
    let words = TechnologyWords(language)
    var table = TextTable(
      header: [
        words.technology, words.places, words.people, words.units, "km", words.capital, words.running, words.present,
      ],
      expendable: [3, 4, 7])
    for technology in AccessTechnology.allCases {
      table.append(row(words.name(technology), choice.totals(of: technology), language))
    }
    table.rule()
    table.append(row(words.all, choice.all, language))
    var text = table.text(on: Page(path: nil)) + "\n"
    let catalogue = choice.request.catalogue
    text += words.money(catalogue.currency, catalogue.priceYear, catalogue.horizonYears) + "\n"
    text += words.quality(choice) + "\n"
    if choice.servedCount > 0 { text += words.served(TextTable.number(choice.servedCount, language)) + "\n" }
    let unconnected = choice.unconnected
    guard !unconnected.isEmpty else { return text }
    text += words.without(TextTable.number(unconnected.count, language)) + "\n"
    for left in unconnected.prefix(shownCount) {
      let place = choice.places[left.place]
      let refusals = AccessTechnology.allCases.compactMap { technology in
        left.refusals[technology].map { "\(technology.rawValue): \($0)" }
      }
      let name = [place.code, place.name ?? ""].filter { !$0.isEmpty }.joined(separator: " ").printable
      text += "  \(name): " + ([left.reason] + refusals).joined(separator: "; ") + "\n"
    }
    if unconnected.count > shownCount {
      text += "  " + words.more(TextTable.number(unconnected.count - shownCount, language)) + "\n"
    }
    return text
  }

  private static func row(_ name: String, _ totals: TechnologyPlan.Totals, _ language: Language) -> [String] {
    [
      name, TextTable.number(totals.places, language), TextTable.number(totals.people, language),
      TextTable.number(totals.units, language), TextTable.number(Int(totals.kilometres.rounded()), language),
      PlanTable.millions(totals.capital, language), PlanTable.millions(totals.runningPerYear, language),
      PlanTable.millions(totals.netPresentCost, language),
    ]
  }
}

/// The words of choices of technologies.
struct TechnologyWords {
  private let language: Language

  init(_ language: Language) { self.language = language }

  private func pick(_ english: String, _ vietnamese: String) -> String { language == .vi ? vietnamese : english }
  var technology: String { pick("Technology", "Công nghệ") }
  var places: String { pick("Places", "Điểm") }
  var people: String { pick("People", "Dân số") }
  var units: String { pick("Units", "Thiết bị") }
  var capital: String { pick("Capital", "Đầu tư") }
  var running: String { pick("A year", "Mỗi năm") }
  var present: String { pick("Net present", "Hiện giá") }
  var all: String { pick("All", "Tổng") }

  func name(_ technology: AccessTechnology) -> String {
    switch technology {
    case .fibre: pick("Fibre", "Cáp quang")
    case .microwave: pick("Radio link", "Vi ba")
    case .mobile: pick("Mobile network", "Mạng di động")
    case .satellite: pick("Satellite", "Vệ tinh")
    }
  }

  func money(_ currency: String, _ year: Int, _ horizon: Int) -> String {
    pick(
      "Money in million \(currency) of \(year); net present cost over \(horizon) years. Fibre with its routes.",
      "Tiền: triệu \(currency) năm \(year); hiện giá chi phí \(horizon) năm. Cáp quang gồm cả tuyến cáp.")
  }

  func quality(_ choice: TechnologyPlan) -> String {
    let plan = choice.plan
    let gap = PlanWords(language).decimal(plan.gap * 100)
    let value = TextTable.number(plan.value, language)
    let bound = TextTable.number(plan.bound, language)
    switch plan.objective {
    case .leastCost:
      return pick(
        "Net present cost \(value), at least \(bound): at most \(gap) % could be saved (proven)",
        "Hiện giá chi phí \(value), ít nhất \(bound): có thể giảm nhiều nhất \(gap) % (đã chứng minh)")
    case .mostPeople:
      return pick(
        "\(value) people, at most \(bound): within \(gap) % of the best (proven)",
        "\(value) người, nhiều nhất \(bound): cách mức tốt nhất không quá \(gap) % (đã chứng minh)")
    case .mostVillages:
      return pick(
        "\(value) places, at most \(bound): within \(gap) % of the best (proven)",
        "\(value) điểm, nhiều nhất \(bound): cách mức tốt nhất không quá \(gap) % (đã chứng minh)")
    case .greatestNetPresentValue:
      return pick(
        "Net present value \(value), at most \(bound): within \(gap) % of the best (proven)",
        "Giá trị hiện tại ròng \(value), nhiều nhất \(bound): cách mức tốt nhất không quá \(gap) % (đã chứng minh)")
    }
  }

  func served(_ count: String) -> String {
    pick("\(count) places have fibre already and take no part", "\(count) điểm đã có cáp quang, không tính")
  }

  func without(_ count: String) -> String {
    pick("\(count) places stay without:", "\(count) điểm chưa được kết nối:")
  }

  func more(_ count: String) -> String { pick("… and \(count) more", "… và \(count) nữa") }
}
