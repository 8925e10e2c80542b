import Geospatial

extension CQL2.Filter {
  /// What a name that no property has was meant to be: a property spelt otherwise, or text in the wrong quotes.
  static func hint(for property: Property, among known: [String]) -> String? {
    let plain = known.map { VietnameseText($0).plain }
    let own = VietnameseText(property.name).plain
    let same = own.isEmpty ? nil : plain.firstIndex { $0 == own }
    let near = same.map { known[$0] } ?? EditDistance.nearest(to: property.name, among: known)
    if let near { return "did you mean \(CQL2.Expression.name(near))?" }
    return property.isQuoted ? "if it is text, write '\(CQL2.Quotation.plain(property.name))'" : nil
  }
}
