import Rollout

/// The prices of a project: those of its catalogue with what the project file changes.
public struct ProjectCosts: Hashable, Sendable {
  /// The catalogue with the changes made.
  public let catalogue: CostCatalogue
  /// The items whose price the project file changes.
  public let changed: Set<CostItem>

  /// The prices of `project`, whose catalogue is the file at path `standard` where it names none.
  ///
  /// - Throws: ``ProjectFileError`` for a catalogue that cannot be used, and for a price that the project file gives to an
  ///   item that the catalogue does not have, and not whole.
  public init(_ project: ProjectFile, standardCatalogue standard: String) throws {
    let file = project.costs.catalogue.map(project.path(to:)) ?? standard
    var catalogue = try CostCatalogueFile.read(contentsOf: file)
    catalogue.discountPercent = project.costs.discountPercent ?? catalogue.discountPercent
    catalogue.horizonYears = project.costs.horizonYears ?? catalogue.horizonYears
    for (item, change) in project.costs.prices {
      catalogue.prices[item] = try Self.price(change, catalogue.prices[item], item, project.file)
    }
    self.catalogue = catalogue
    changed = Set(project.costs.prices.keys)
  }

  /// What a project file says of a price over what the catalogue says. A new capital keeps a running cost that is an amount as
  /// it is.
  private static func price(
    _ change: CostSource.PriceChange, _ old: Price?, _ item: CostItem, _ file: String
  ) throws(ProjectFileError) -> Price {
    func missing(_ key: String) -> ProjectFileError {
      .missingKey(
        file: file, line: change.line, key: key, section: "the price \(item), which the catalogue does not have,")
    }
    guard let capital = change.capital ?? old?.capital else { throw missing("capital") }
    guard let running = change.running?.amount(ofCapital: capital) ?? old?.runningPerYear else {
      throw missing("running")
    }
    guard let lifetime = change.lifetimeYears ?? old?.lifetimeYears else { throw missing("lifetime_years") }
    return Price(
      capital: capital, runningPerYear: running, lifetimeYears: lifetime, source: change.source ?? "the project file")
  }
}
