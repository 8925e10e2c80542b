import ArgumentParser
import GeoFormats
import Geospatial

/// A place on the command line: longitude and latitude in **degrees**, as `103.02,21.39`.
struct Place: ExpressibleByArgument, Sendable {
  let coordinate: Coordinate

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { AttributeValue.decimal($0) }
    guard parts.count == 2, let longitude = parts[0], let latitude = parts[1], abs(longitude) <= 180,
      abs(latitude) <= 90
    else { return nil }
    coordinate = Coordinate(longitude: longitude, latitude: latitude)
  }
}
