/// What is known of at least one village: by it the criteria are chosen that can take part in a ranking.
///
/// Blocks of villages are looked at apart and their facts united, so that no more than a block need be in memory.
public struct KnownFacts: Sendable, Hashable {
  private var statuses: Set<Service> = []
  private var distances: Set<Service> = []
  private var hasPeople = false
  private var fields: Set<RankingField> = []

  /// Nothing is known.
  public init() {}

  /// What is known of the villages of a block. O(villages).
  public init(_ inputs: RankingInputs) {
    for (service, facts) in inputs.services {
      if facts.statuses.contains(where: { $0 != .unknown }) { statuses.insert(service) }
      if facts.distancesMetres.contains(where: { !$0.isNaN }) { distances.insert(service) }
    }
    hasPeople = inputs.people.contains { !$0.isNaN }
    let circumstances = inputs.circumstances
    if circumstances.povertyPercent.contains(where: { !$0.isNaN }) { fields.insert(.povertyRate) }
    for (field, answers) in [
      (RankingField.school, circumstances.schools), (.healthPost, circumstances.healthPosts),
      (.borderCommune, circumstances.borderCommunes),
    ] where answers.contains(where: { $0 != .unknown }) {
      fields.insert(field)
    }
  }

  /// Adds what another block knows.
  public mutating func formUnion(_ other: KnownFacts) {
    statuses.formUnion(other.statuses)
    distances.formUnion(other.distances)
    hasPeople = hasPeople || other.hasPeople
    fields.formUnion(other.fields)
  }

  /// The services with a status of some village, in their order.
  var assessed: [Service] { Service.allCases.filter(statuses.contains) }

  /// Why no village has a value for a criterion; nil when one may have.
  func reasonToDrop(_ criterion: Criterion, _ settings: RankingSettings) -> DroppedCriterion.Reason? {
    func noValues(_ field: RankingField) -> DroppedCriterion.Reason? {
      fields.contains(field) ? nil : .noValues(property: settings.fields[field])
    }
    switch criterion.kind {
    case .people(let service):
      if !statuses.contains(service) { return .unknownServices([service]) }
      return hasPeople ? nil : .noPeople
    case .gap(let service):
      guard statuses.contains(service) else { return .unknownServices([service]) }
      return distances.contains(service) ? nil : .noDistances(service)
    case .together: return statuses.isEmpty ? .unknownServices(Service.allCases) : nil
    case .poverty: return statuses.isEmpty ? .unknownServices(Service.allCases) : noValues(.povertyRate)
    case .border: return statuses.isEmpty ? .unknownServices(Service.allCases) : noValues(.borderCommune)
    case .connection(let field):
      if statuses.isDisjoint(with: settings.connection) {
        return .unknownServices(Service.allCases.filter(settings.connection.contains))
      }
      return noValues(field)
    }
  }

  /// The criteria that can take part, in the order of `Criterion`, and those that cannot: their weight is or may be above 0.
  ///
  /// - Throws: ``RankingError/nothingToRank(dropped:)`` when no criterion with a weight is left.
  func criteria(
    _ settings: RankingSettings
  ) throws(RankingError) -> (taken: [Criterion], dropped: [DroppedCriterion]) {
    var (taken, dropped): ([Criterion], [DroppedCriterion]) = ([], [])
    for criterion in Criterion.allCases where settings.weightBounds(of: criterion).upperBound > 0 {
      if let reason = reasonToDrop(criterion, settings) {
        dropped.append(DroppedCriterion(criterion, reason))
      } else {
        taken.append(criterion)
      }
    }
    guard taken.contains(where: { settings.weightUnits(of: $0) > 0 }) else { throw .nothingToRank(dropped: dropped) }
    return (taken, dropped)
  }
}
