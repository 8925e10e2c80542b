import Coverage

/// The rules of one service. A service without rules is unknown everywhere.
public struct ServiceRules: Hashable, Sendable {
  /// The service.
  public var service: Service
  /// The rules in file order; any one of them is enough.
  public var rules: [Rule]
  /// The line of the project file that each rule stands on, counted from 1; one per rule, same order.
  public var ruleLines: [Int]
  /// The line of the project file that names the service, counted from 1.
  public var line: Int

  /// The rules of `service`, with `ruleLines`, one per rule, and `line` counted from 1.
  public init(service: Service, rules: [Rule], ruleLines: [Int], line: Int) {
    self.service = service
    self.rules = rules
    self.ruleLines = ruleLines
    self.line = line
  }
}
