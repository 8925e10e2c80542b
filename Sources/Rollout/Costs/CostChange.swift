/// A change of prices, as `fibre.buried=+30%` or `tower.45m=2100000000`: all items whose name is or starts with the words before
/// the sign of equality.
public struct CostChange: Hashable, Sendable {
  /// What becomes of a price.
  public enum Amount: Hashable, Sendable {
    /// Capital and running cost change by so many **percent**.
    case percent(Double)
    /// The capital is this, in the catalogue's **currency**.
    case capital(Double)
  }

  /// The items, in their order.
  public let items: [CostItem]
  /// What becomes of their price.
  public let amount: Amount

  /// A change as it is written.
  ///
  /// - Throws: ``CostError/wrongChange(_:problem:)`` for no known item, no number, and a price that would fall below 0.
  public init(_ text: String) throws(CostError) {
    guard let sign = text.firstIndex(of: "=") else { throw .wrongChange(text, problem: "there is no =") }
    let name = text[..<sign].trimmingSpaces
    var value = text[text.index(after: sign)...].trimmingSpaces
    items = CostItem.allCases.filter { $0.rawValue == name || $0.rawValue.hasPrefix(name + ".") }
    if items.isEmpty {
      throw .wrongChange(text, problem: "no item is called \"\(name)\"")
    }
    let isPercent = value.hasSuffix("%")
    if isPercent { value.removeLast() }
    guard let number = Double(value), number.isFinite else {
      throw .wrongChange(text, problem: "\"\(value)\" is no number")
    }
    if isPercent {
      guard number >= -100 else { throw .wrongChange(text, problem: "a price cannot fall by more than 100 %") }
      amount = .percent(number)
    } else {
      guard number >= 0, !value.hasPrefix("+") else {
        throw .wrongChange(
          text, problem: number < 0 ? "a price cannot be below 0" : "a sign stands before percentages only")
      }
      amount = .capital(number)
    }
  }
}

extension CostCatalogue {
  /// The catalogue with a change made.
  ///
  /// - Throws: ``CostError/unknownPrice(_:)`` for an item that has no price to change.
  public func changed(by change: CostChange) throws(CostError) -> CostCatalogue {
    var catalogue = self
    for item in change.items {
      var price = try price(of: item)
      switch change.amount {
      case .percent(let percent):
        price.capital *= 1 + percent / 100
        price.runningPerYear *= 1 + percent / 100
      case .capital(let capital): price.capital = capital
      }
      catalogue.prices[item] = price
    }
    return catalogue
  }
}

extension Substring {
  /// The text without blanks at its ends.
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
