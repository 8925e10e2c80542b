/// Why choices make no frontier. Services are named by their places in the list given.
public enum FrontierError: Error, Equatable, CustomStringConvertible {
  /// There is no service, or one without any choice.
  case noChoices(service: Int?)
  /// A unit of benefit is worth nothing or less.
  case unusablePrice(service: Int, price: Int)
  /// A choice costs or brings less than nothing.
  case unusableChoice(service: Int, price: Int, cost: Int, benefit: Int)
  /// The bound of a choice is below what the choice itself is worth.
  case boundBelowWorth(service: Int, price: Int, upperBound: Int)
  /// Money or benefit beyond `EfficientFrontier.largestNumber`.
  case tooLarge(service: Int, price: Int)

  /// What is wrong, and what was expected.
  public var description: String {
    switch self {
    case .noChoices(let service):
      service.map { "service \($0): no choice; expected at least one price" } ?? "no service; expected at least one"
    case .unusablePrice(let service, let price):
      "service \(service): a price of \(price); expected more than 0"
    case .unusableChoice(let service, let price, let cost, let benefit):
      "service \(service), price \(price): costs \(cost) and brings \(benefit); expected at least 0 of both"
    case .boundBelowWorth(let service, let price, let upperBound):
      "service \(service), price \(price): a bound of \(upperBound), less than the choice itself is worth"
    case .tooLarge(let service, let price):
      "service \(service), price \(price): more than \(EfficientFrontier.largestNumber)"
    }
  }
}
