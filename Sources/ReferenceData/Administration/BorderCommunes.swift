import Geospatial
import Randomness

/// Finds the communes on the land border: those beyond which no commune of Vietnam lies.
///
/// The table has no boundary lines. A commune counts as a border commune when its province borders China, Laos or
/// Cambodia and one of the province's border directions opens a wedge from the commune's point without any commune.
struct BorderCommunes {
  /// The wedge is as deep as the widest border communes, in **metres**.
  private static let wedgeMetres = 40_000.0
  /// The cosine of half the wedge: 50 degrees to either side.
  private static let wedgeCosine = 0.643
  /// Directions are tried every ten **degrees**.
  private static let stepDegrees = 10.0

  private let points: [Coordinate]

  init(_ communes: [Commune]) { points = communes.map(\.point) }

  /// Whether `commune` lies on the land border of `province`.
  func contains(_ commune: Commune, of province: ModelledProvince) -> Bool {
    guard let bearings = province.borderBearings else { return false }
    let frame = LocalFrame(at: commune.point)
    let neighbours = points.map(frame.offset(of:)).filter { $0.metres > 0 && $0.metres < Self.wedgeMetres }
    return stride(from: bearings.lowerBound, through: bearings.upperBound, by: Self.stepDegrees).contains { bearing in
      let radians = bearing * Elementary.pi / 180
      let direction = Offset(east: Elementary.sine(radians), north: Elementary.cosine(radians))
      return !neighbours.contains { Offset.dot($0, direction) > $0.metres * Self.wedgeCosine }
    }
  }
}
