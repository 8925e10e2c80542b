/// What the `crs` members of a GeoJSON text of 2008 declare: the first, and the first that contradicts it.
///
/// A text has one reference system, wherever it says so. Runs of a text are joined in order to the same result as reading
/// it at once, however it was cut.
struct CRSDeclarations: Sendable, Equatable {
  struct Declaration: Sendable, Equatable {
    /// The name of the reference system, as the text has it.
    var name: String
    /// The feature in which it stands; nil for that of a collection or a bare geometry.
    var feature: Int?
    /// The byte of the text at which the value begins.
    var position: Int
  }

  private(set) var first: Declaration?
  private(set) var conflict: Declaration?

  mutating func append(_ declaration: Declaration) {
    guard let first else {
      self.first = declaration
      return
    }
    if conflict == nil, declaration.name != first.name { conflict = declaration }
  }

  /// Adds the declarations of the run that follows, whose features are counted from `shift`.
  mutating func append(contentsOf other: CRSDeclarations, shiftingFeaturesBy shift: Int) {
    for var declaration in [other.first, other.conflict].compactMap(\.self) {
      declaration.feature = declaration.feature.map { $0 + shift }
      append(declaration)
    }
  }
}
