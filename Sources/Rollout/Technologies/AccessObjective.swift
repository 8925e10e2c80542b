/// What a choice of technologies is to be best at.
///
/// These are the scenarios of the ITU Connectivity Planning Platform (user guide, *Scenarios*, and Giga's *Technology
/// Assignment*).
public enum AccessObjective: String, CaseIterable, Hashable, Sendable {
  /// The least net present cost of ownership, with all places connected that can be.
  case leastCost = "least_cost"
  /// The most people connected.
  case mostPeople = "most_people"
  /// The most places connected.
  case mostVillages = "most_villages"
  /// The greatest net present value: discounted revenue less net present cost.
  case greatestNetPresentValue = "greatest_net_present_value"
}
