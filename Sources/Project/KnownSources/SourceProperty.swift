import GeoFormats

/// A property that a source makes from those of its files.
public struct SourceProperty: Sendable {
  /// The name by which filters, rules and fields know it; its unit is in the name.
  public let name: String
  /// What it holds, in a few words.
  public let meaning: String
  /// The properties of the file that it is made from.
  let inputs: [String]
  /// Its value for one feature; nil where nothing is known.
  let value: @Sendable (FeatureProperties) -> AttributeValue?

  init(
    _ name: String, _ meaning: String, from inputs: [String],
    value: @escaping @Sendable (FeatureProperties) -> AttributeValue?
  ) {
    self.name = name
    self.meaning = meaning
    self.inputs = inputs
    self.value = value
  }

  /// A property that is the first of `inputs` with a value, as it is.
  static func first(_ name: String, _ meaning: String, of inputs: String...) -> SourceProperty {
    SourceProperty(name, meaning, from: inputs) { $0.first(of: inputs) }
  }

  /// A property that is the first of `inputs` with a readable number, divided by `divisor`.
  static func number(
    _ name: String, _ meaning: String, of inputs: String..., per divisor: Double = 1
  ) -> SourceProperty {
    SourceProperty(name, meaning, from: inputs) { properties in
      inputs.lazy.compactMap { properties[$0]?.number }.first.map { .number($0 / divisor) }
    }
  }

  /// The mobile generation, `2G` to `5G`, that the first of `inputs` with a value names.
  static func technology(of inputs: String...) -> SourceProperty {
    SourceProperty("technology", "2G, 3G, 4G or 5G", from: inputs) { properties in
      properties.first(of: inputs)?.spelling.flatMap(RadioTechnology.generation).map(AttributeValue.text)
    }
  }
}

/// The properties of one feature as its file has them, those that were asked for.
struct FeatureProperties {
  private let attributes: AttributeTable
  private let columns: [String: Int]
  /// The feature, by its place in the layer.
  var feature = 0

  init(of layer: Layer, names: some Sequence<String>) {
    attributes = layer.attributes
    let attributes = attributes
    columns = Dictionary(names.compactMap { name in attributes.index(ofKey: name).map { (name, $0) } }) { $1 }
  }

  /// The value of a property; nil where the feature has none, or null, or blank text.
  subscript(name: String) -> AttributeValue? {
    guard let key = columns[name], let value = attributes.value(ofFeature: feature, key: key), !value.isEmpty else {
      return nil
    }
    return value
  }

  /// The first of several properties that has a value.
  func first(of names: [String]) -> AttributeValue? { names.lazy.compactMap { self[$0] }.first }

  /// The feature's `id` member; nil where it has none.
  var identifier: AttributeValue? { attributes.identifier(ofFeature: feature) }
}
