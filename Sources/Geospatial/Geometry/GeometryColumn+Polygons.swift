extension GeometryColumn {
  /// The polygons of a feature, each as the run of its parts: a shell and the holes behind it.
  @inlinable
  public func polygons(ofFeature feature: Int) -> [Range<Int>] {
    var polygons: [Range<Int>] = []
    for part in parts(ofFeature: feature) {
      switch partKinds[part] {
      case .shell: polygons.append(part..<(part + 1))
      case .hole where polygons.last?.upperBound == part:
        polygons[polygons.count - 1] = polygons[polygons.count - 1].lowerBound..<(part + 1)
      default: continue
      }
    }
    return polygons
  }

  /// Appends some parts of another column as one feature.
  public mutating func appendFeature(ofParts parts: some Sequence<Int>, of other: GeometryColumn) {
    for part in parts {
      coordinates.append(contentsOf: other.coordinates[other.coordinates(ofPart: part)])
      closePart(other.partKinds[part])
    }
    closeFeature()
  }

  /// Makes the rings that step across the antimeridian continuous, so that their longitudes run past ±180 **degrees**
  /// instead of jumping, and moves holes next to their shells. A ring around a pole is led along the pole.
  ///
  /// A step of more than 180 degrees, but not of 360, counts as a crossing. How many features were changed.
  @discardableResult
  public mutating func unwrapPolygons() -> Int {
    var changed = 0
    // Few layers cross, and a look at the steps is cheap; nothing is copied unless one does.
    guard partKinds.indices.contains(where: { partKinds[$0].isRing && stepsAcross(coordinates(ofPart: $0)) }) else {
      return 0
    }
    var result = GeometryColumn()
    for feature in 0..<count {
      let parts = parts(ofFeature: feature)
      if parts.contains(where: { partKinds[$0].isRing && stepsAcross(coordinates(ofPart: $0)) }) {
        changed += 1
        var shell = BoundingBox.empty
        for part in parts {
          result.appendUnwrapped(part, of: self)
          if partKinds[part] == .shell { shell = result.boxOfLastPart }
          if partKinds[part] == .hole { result.moveLastPart(into: shell) }
        }
        result.closeFeature()
      } else {
        result.appendFeature(feature, of: self)
      }
    }
    self = result
    return changed
  }

  private var boxOfLastPart: BoundingBox {
    coordinates[coordinates(ofPart: partEnds.count - 1)].reduce(into: .empty) { $0.include($1) }
  }

  /// Moves the last part once around the earth when that brings its middle between the sides of `box`.
  private mutating func moveLastPart(into box: BoundingBox) {
    let own = boxOfLastPart
    let middle = (own.west + own.east) / 2
    guard middle < box.west || middle > box.east else { return }
    for shift in [360.0, -360] where middle + shift >= box.west && middle + shift <= box.east {
      for index in coordinates(ofPart: partEnds.count - 1) { coordinates[index].longitude += shift }
      return
    }
  }

  private func stepsAcross(_ range: Range<Int>) -> Bool {
    guard range.count > 1 else { return false }
    return (range.lowerBound..<(range.upperBound - 1)).contains { index in
      let step = abs(coordinates[index + 1].longitude - coordinates[index].longitude)
      return step > 180 && step < 360
    }
  }

  private mutating func appendUnwrapped(_ part: Int, of other: GeometryColumn) {
    let range = other.coordinates(ofPart: part)
    let first = coordinates.count
    var shift = 0.0
    for index in range {
      var coordinate = other.coordinates[index]
      if index > range.lowerBound, other.partKinds[part].isRing {
        let step = coordinate.longitude - other.coordinates[index - 1].longitude
        if abs(step) > 180, abs(step) < 360 { shift -= step > 0 ? 360 : -360 }
      }
      coordinate.longitude += shift
      coordinates.append(coordinate)
    }
    let (start, end) = (coordinates[first], coordinates[coordinates.count - 1])
    if other.partKinds[part].isRing, start != end {
      // The ring went once around: close it along the pole it surrounds.
      let pole = range.reduce(0.0) { $0 + other.coordinates[$1].latitude } < 0 ? -90.0 : 90.0
      coordinates.append(Coordinate(longitude: end.longitude, latitude: pole))
      coordinates.append(Coordinate(longitude: start.longitude, latitude: pole))
      coordinates.append(start)
    }
    closePart(other.partKinds[part])
  }
}

extension GeometryColumn.PartKind {
  /// Whether the part is a ring of a polygon.
  @inlinable
  public var isRing: Bool { self == .shell || self == .hole }
}
