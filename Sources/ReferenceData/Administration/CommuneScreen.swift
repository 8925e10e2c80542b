import Geospatial

/// Tells the communes whose geocoded point can carry villages from those it cannot.
///
/// Geocoding failed for some rows of the table: their box is that of the district, or a house, or a namesake
/// elsewhere. A village modelled there would stand in the wrong commune, or abroad.
struct CommuneScreen {
  /// No rural commune of these provinces is wider or higher than this, in **degrees**; a larger box is a district's.
  private static let greatestBoundsDegrees = 0.35
  /// A smaller box, in **degrees**, is a geocoded building or street.
  private static let leastBoundsDegrees = 0.02
  /// A point farther than this from the middle of its district, in **metres**, is a namesake elsewhere.
  private static let greatestDistrictMetres = 45_000.0

  /// Rural communes with a trustworthy point, by district, districts in the order of the province table.
  let districts: [[Commune]]

  init(_ communes: [Commune], provinces: [ModelledProvince]) {
    var points: [Coordinate: Int] = [:]
    var corners: [Coordinate: Int] = [:]
    for commune in communes {
      points[commune.point, default: 0] += 1
      corners[Self.corner(commune), default: 0] += 1
    }
    var districts: [[Commune]] = []
    for province in provinces {
      let members = communes.filter { commune in
        commune.provinceCode == province.code && !commune.isUrban
          && (province.districts.isEmpty || province.districts.contains(commune.district))
      }
      let codes = members.map(\.districtCode).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      for code in codes.sorted() {
        let district = members.filter { $0.districtCode == code }
        let middle = Self.middle(of: district)
        let kept = district.filter { commune in
          points[commune.point] == 1 && corners[Self.corner(commune)] == 1 && Self.hasPlausibleBounds(commune)
            && LocalFrame.metres(middle, commune.point) < Self.greatestDistrictMetres
        }
        if kept.count > 1 { districts.append(kept.sorted { $0.code < $1.code }) }
      }
    }
    self.districts = districts
  }

  private static func corner(_ commune: Commune) -> Coordinate {
    Coordinate(longitude: commune.bounds.west, latitude: commune.bounds.south)
  }

  private static func hasPlausibleBounds(_ commune: Commune) -> Bool {
    let height = commune.bounds.north - commune.bounds.south
    let width = commune.bounds.east - commune.bounds.west
    return max(height, width) < greatestBoundsDegrees && min(height, width) > leastBoundsDegrees
      && commune.bounds.contains(commune.point)
  }

  /// The median longitude and latitude, which a few misplaced points do not move.
  private static func middle(of district: [Commune]) -> Coordinate {
    let longitudes = district.map(\.point.longitude).sorted()
    let latitudes = district.map(\.point.latitude).sorted()
    return Coordinate(longitude: longitudes[longitudes.count / 2], latitude: latitudes[latitudes.count / 2])
  }
}
