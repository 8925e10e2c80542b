import Coverage
import Geospatial
import Project

/// What stands in the frame of a map picture.
struct MapDrawing {
  let subject: MapSubject
  let projection: MapProjection
  let options: MapOptions

  var markup: Markup {
    "\(communes)\(lines)\(zones)\(villages)\(labels)"
  }

  private func isNear(_ place: Coordinate) -> Bool { projection.box.contains(place) }

  /// A point of a path with a decimal, for no eye sees more.
  private func position(_ place: Coordinate) -> (x: Int, y: Int) {
    let (x, y) = projection.point(place)
    return (Int((x * 10).rounded()), Int((y * 10).rounded()))
  }

  private static func decimal(_ tenths: Int) -> String {
    let (whole, tenth) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + (tenth == 0 ? "\(whole)" : "\(whole).\(tenth)")
  }

  /// Dots of one kind as a single path of lines without length, which round ends make dots.
  private func dots(_ places: [Coordinate], radius: Double, colour: String) -> Markup {
    var path = ""
    var last = (x: Int.min, y: Int.min)
    for place in places where isNear(place) {
      let at = position(place)
      if at == last { continue }
      path += "M\(Self.decimal(at.x)) \(Self.decimal(at.y))h0"
      last = at
    }
    if path.isEmpty { return "" }
    return """
      <path d="\(path)" fill="none" stroke="\(colour)" stroke-width="\(ChartText.number(radius * 2))" stroke-linecap="round"/>

      """
  }

  private var communes: Markup {
    dots(subject.ground.communes, radius: 2.4 * max(1, Double(options.widthPixels) / 1000), colour: "#e4eaed")
  }

  private var lines: Markup {
    var path = ""
    for line in subject.ground.lines[.roads] ?? [] where line.contains(where: isNear) {
      let simple = LineSimplification.simplified(line[...], toleranceMetres: projection.metresPerPixel * 0.7)
      var last: (x: Int, y: Int)?
      for corner in simple {
        let at = position(corner)
        if let last {
          if at != last { path += "l\(Self.decimal(at.x - last.x)) \(Self.decimal(at.y - last.y))" }
        } else {
          path += "M\(Self.decimal(at.x)) \(Self.decimal(at.y))"
        }
        last = at
      }
    }
    if path.isEmpty { return "" }
    return "<path d=\"\(path)\" fill=\"none\" stroke=\"#b9a88a\" stroke-width=\"0.5\" stroke-linejoin=\"round\"/>\n"
  }

  private var zones: Markup {
    var path = ""
    for zone in subject.zones where options.service == nil || options.service == zone.service {
      for part in zone.ground.partKinds.indices {
        let ring = zone.ground.coordinates[zone.ground.coordinates(ofPart: part)]
        guard ring.contains(where: isNear) else { continue }
        let simple = LineSimplification.simplified(ring, toleranceMetres: projection.metresPerPixel * 0.7)
        if simple.count < 4 { continue }
        for (index, corner) in simple.dropLast().enumerated() {
          let at = position(corner)
          path += "\(index == 0 ? "M" : "L")\(Self.decimal(at.x)) \(Self.decimal(at.y))"
        }
        path += "z"
      }
    }
    if path.isEmpty { return "" }
    return """
      <path d="\(path)" fill="#e69f00" fill-opacity="0.18" stroke="#b97700" stroke-width="0.6" fill-rule="evenodd"/>

      """
  }

  private var villages: Markup {
    let words = Words(.en)
    return Markup(
      MapClass.classes(subject, options, words).map { kind in
        dots(kind.villages.map { subject.villages.coordinates[$0] }, radius: kind.radius, colour: kind.colour)
      })
  }

  /// The names of the provinces, each beside its point where there is room, those that come first before the others.
  private var labels: Markup {
    let size = 11.0 * max(1, Double(options.widthPixels) / 1400)
    var taken: [(x: Double, y: Double, width: Double)] = []
    var text: Markup = ""
    for label in subject.ground.provinces where isNear(label.place) {
      let (x, y) = projection.point(label.place)
      let width = Double(label.name.count) * size * 0.58
      // A name at the border moves inside.
      let left = max(3, min(x - width / 2, projection.width - width - 3))
      let places = [(left, y), (left, y - size), (left, y + size)]
      let free = places.first { place in
        place.0 > 2 && place.0 + width < projection.width - 2
          && taken.allSatisfy { other in
            abs(other.y - place.1) > size || other.x > place.0 + width || other.x + other.width < place.0
          }
      }
      guard let free else { continue }
      taken.append((free.0, free.1, width))
      text += """
        <text x="\(ChartText.number(free.0 + width / 2))" y="\(ChartText.number(free.1 + size * 0.35))" text-anchor="middle" \
        font-size="\(ChartText.number(size))" fill="#22313a" stroke="#ffffff" stroke-width="2.6" stroke-opacity="0.85" \
        stroke-linejoin="round" paint-order="stroke">\(NormalForm.composed(label.name))</text>

        """
    }
    return text
  }
}
