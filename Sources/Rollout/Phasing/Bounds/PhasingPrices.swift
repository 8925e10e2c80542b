/// What is paid in the relaxation for what it gives up: the limits, and that a demand is served once.
struct PhasingPrices: Sendable {
  /// For each limit and year, `yearCount` numbers per limit, what a unit used by the end of the year costs, in parts of a year.
  var limits: [Double]
  /// For each demand with a choice and each year, `yearCount` numbers per demand, what is paid back of its benefit.
  var choices: [Double]
}
