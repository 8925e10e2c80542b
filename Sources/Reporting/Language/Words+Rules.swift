import Coverage
import GeoFormats
import Project

extension Words {
  /// The rules of a service, any one of which is enough, with all that features must be to count.
  func rules(_ rules: [Rule]) -> String { rules.map(rule).joined(separator: pick(", or ", ", hoặc ")) }

  /// When a village is served by a rule, as in `within 500 m of fibre (only where status is operational)`.
  func rule(_ rule: Rule) -> String {
    let filter = rule.filter.isEmpty ? "" : " (\(pick("only where", "chỉ khi")) \(self.filter(rule.filter)))"
    return way(rule) + filter
  }

  /// What features must be to count, values as the project file spells them: `kind is line, and voltage_kv is at most 35`.
  func filter(_ filter: AttributeFilter) -> String {
    filter.conditions.map(clause).joined(separator: pick(", and ", ", và "))
  }

  // MARK: Parts

  private func way(_ rule: Rule) -> String {
    guard language == .vi else { return rule.description }
    func metres(_ metres: Double) -> String {
      number(metres, decimals: metres == metres.rounded() ? 0 : 1) + " m"
    }
    return switch rule.kind {
    case .within(let distance): "cách \(rule.layer) không quá \(metres(distance))"
    case .inside: "nằm trong \(rule.layer)"
    case .range(let field?, let distance?):
      "trong tầm \(field) của \(rule.layer), hoặc \(metres(distance)) nếu không ghi"
    case .range(let field?, nil): "trong tầm \(field) của \(rule.layer)"
    case .range(nil, let distance): "trong tầm \(metres(distance ?? 0)) quanh \(rule.layer)"
    }
  }

  private func clause(_ clause: AttributeFilter.Clause) -> String {
    let name = clause.property
    switch clause.condition {
    case .anyOf(let values): return pick("\(name) is \(list(values))", "\(name) là \(list(values))")
    case .noneOf(let values): return pick("\(name) is not \(list(values))", "\(name) không phải \(list(values))")
    case .exists(true): return pick("\(name) is given", "có ghi \(name)")
    case .exists(false): return pick("\(name) is not given", "không ghi \(name)")
    case .range(let least?, let most?):
      return pick(
        "\(name) is from \(plain(least)) to \(plain(most))", "\(name) từ \(plain(least)) đến \(plain(most))")
    case .range(let least?, nil):
      return pick("\(name) is at least \(plain(least))", "\(name) ít nhất \(plain(least))")
    case .range(nil, let most?):
      return pick("\(name) is at most \(plain(most))", "\(name) không quá \(plain(most))")
    case .range(nil, nil): return pick("\(name) is a number", "\(name) là số")
    }
  }

  /// Values with `or` before the last.
  private func list(_ values: [AttributeValue]) -> String {
    let texts = values.map { $0.spelling ?? "null" }
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + pick(" or ", " hoặc ") + last
  }

  private func plain(_ number: Double) -> String { AttributeValue.number(number).spelling ?? "\(number)" }
}

extension ProjectFile {
  /// The rules of a service, each with all that features must be to count: what their layer asks, then what they ask.
  func wholeRules(for service: Service) -> [Rule] {
    rules(for: service).map { rule in
      var rule = rule
      let ofLayer = layer(named: rule.layer)?.source.filter.conditions ?? []
      let own = rule.filter.conditions
      rule.filter.conditions = ofLayer.filter { !own.contains($0) } + own
      return rule
    }
  }
}
