/// How each place is connected, and the routes that fibre takes.
struct AccessChoice: Sendable, Equatable {
  /// How a place is connected.
  enum Pick: Sendable, Equatable {
    case none
    case fibre
    /// One of the other ways, by its place in the list.
    case alternative(Int)
  }

  /// One per place.
  var picks: [Pick]
  /// The edges of a tree that reaches all places with fibre.
  var edges: [Int]
}
