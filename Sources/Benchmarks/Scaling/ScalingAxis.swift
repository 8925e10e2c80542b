/// What grows while everything else stays.
enum ScalingAxis: String, CaseIterable {
  case villages, segments, polygons

  /// One of what grows.
  var unitName: String {
    switch self {
    case .villages: "village"
    case .segments: "fibre segment"
    case .polygons: "coverage polygon"
    }
  }
}

/// A run of the program on files of a certain size.
struct ScalingCase {
  var axis: ScalingAxis
  /// How many villages, segments or polygons.
  var size: Int
  /// The project file.
  var project: String
}
