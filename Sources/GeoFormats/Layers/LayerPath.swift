import Glibc

/// A path as a user writes it: a file, or a file and one of its layers, as in `villages.gpkg:hamlets`.
///
/// A file whose own name holds the colon wins over a layer of that name.
public struct LayerPath: Hashable, Sendable {
  /// The file (or, for some formats, the folder) to open.
  public var file: String
  /// The layer in it; nil when the user names none.
  public var layer: String?

  /// The parts of `text`. Looks at the disk only when there is a colon.
  ///
  /// The part before a colon is the file when there is one of that name, or when it ends like a file with layers
  /// (`.gpkg`, `.zip`, ...), so that a file that is missing is reported under its own name.
  public init(_ text: String) {
    (file, layer) = (text, nil)
    guard text.contains(":"), access(text, F_OK) != 0 else { return }
    let colons = text.indices.filter { text[$0] == ":" && $0 > text.startIndex }
    let split =
      colons.first { access(String(text[..<$0]), F_OK) == 0 }
      ?? colons.first { LayerFormat.holdsLayers(ending: LayerFormat.ending(of: text[..<$0])) }
    guard let split else { return }
    file = String(text[..<split])
    layer = String(text[text.index(after: split)...])
  }

  /// The layer's name, where an empty one counts as none.
  var wantedLayer: String? { layer?.isEmpty == false ? layer : nil }
}
