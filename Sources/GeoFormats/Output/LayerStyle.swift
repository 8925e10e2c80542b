/// How a layer is drawn, in the languages of QGIS and of the OGC; QGIS picks it up from the table `layer_styles`.
public struct LayerStyle: Hashable, Sendable {
  /// The name under which it is listed, at most 30 characters.
  public var name: String
  /// A sentence on what it shows.
  public var description: String
  /// The style as a QGIS document.
  public var qml: String
  /// The style as an OGC Styled Layer Descriptor.
  public var sld: String

  /// A style in both languages.
  public init(name: String, description: String, qml: String, sld: String) {
    self.name = name
    self.description = description
    self.qml = qml
    self.sld = sld
  }
}
