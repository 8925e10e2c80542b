import Rollout

/// A catalogue of prices in YAML, such as the one that comes with PhuSong.
public enum CostCatalogueFile {
  /// Reads a catalogue.
  ///
  /// - Throws: ``ProjectFileError``; a price needs capital and source, what running it costs and how long it lasts.
  public static func read(contentsOf path: String) throws -> CostCatalogue {
    let bytes = try TextFile.bytes(contentsOf: path, limit: ProjectFile.greatestByteCount)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ProjectFileError.notUTF8(file: path, line: TextFile.firstInvalidLine(bytes))
    }
    return try parse(text, file: path)
  }

  /// Parses the text of the catalogue at path `file`.
  ///
  /// - Throws: as ``read(contentsOf:)``.
  public static func parse(_ text: String, file: String) throws -> CostCatalogue {
    let root = try YAMLDocument.root(of: text, file: file)
    let section = try Section(
      root, name: "the catalogue", keys: Keys.catalogue, line: 1,
      expected: "a mapping with the keys \(Keys.catalogue.joined(separator: ", "))")
    let currency = try section.required("currency").text(expected: "a currency, as VND")
    let yearItem = try section.required("price_year")
    let yearExpected = "a year from 1900 to 2200"
    let year = try yearItem.number(expected: yearExpected)
    guard (1900...2200).contains(year), year == year.rounded() else { throw yearItem.wrong(yearExpected) }
    var prices: [CostItem: Price] = [:]
    for (item, change) in try ProjectParser.prices(section.required("prices"), allowsPlainNumbers: false) {
      prices[item] = try price(change, of: item, file: file)
    }
    return CostCatalogue(
      currency: currency, priceYear: Int(year),
      discountPercent: try ProjectParser.discount(section.required("discount_rate")),
      horizonYears: try ProjectParser.horizon(section.required("horizon_years")), prices: prices)
  }

  private static func price(_ change: CostSource.PriceChange, of item: CostItem, file: String) throws -> Price {
    func missing(_ key: String) -> ProjectFileError {
      .missingKey(file: file, line: change.line, key: key, section: "the price \(item)")
    }
    guard let capital = change.capital else { throw missing("capital") }
    guard let running = change.running else { throw missing("running") }
    guard let lifetime = change.lifetimeYears else { throw missing("lifetime_years") }
    guard let source = change.source else { throw missing("source") }
    return Price(
      capital: capital, runningPerYear: running.amount(ofCapital: capital), lifetimeYears: lifetime, source: source)
  }
}
