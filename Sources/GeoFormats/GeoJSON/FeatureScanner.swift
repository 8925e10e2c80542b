import Geospatial

/// Reads GeoJSON features (RFC 7946) into the columns of a chunk, one pass over the bytes.
struct FeatureScanner {
  var json: JSONScanner
  var chunk: FeatureChunk
  private var keys: KeyMatcher
  /// The values of a feature that has none of the properties asked for.
  private let blank: [AttributeTable.Slice]

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, keys: [String], source: SourceBytes) {
    json = JSONScanner(bytes, from: start)
    chunk = FeatureChunk(keys: keys, source: source)
    self.keys = KeyMatcher(keys)
    blank = [AttributeTable.Slice](repeating: .absent, count: keys.count)
  }

  // MARK: Documents

  /// What stands at the top of a text.
  enum DocumentStep {
    /// The scanner stands behind the `[` of a FeatureCollection's features.
    case features
    /// The whole value was read.
    case complete
  }

  /// Reads one top-level value, stopping behind the `[` of the first `features` array if there is one.
  mutating func documentUpToFeatures() throws(JSONFailure) -> DocumentStep {
    let start = json.position
    let declarations = chunk.crsDeclarations
    let shape = try objectShape(from: start)
    json.position = start
    switch shape.type {
    case .featureCollection:
      guard let features = shape.features else {
        throw JSONFailure(position: start, problem: .geometry("a FeatureCollection without \"features\""))
      }
      json.position = features + 1
      return .features
    case .feature:
      // What was seen on the way to the type is read again, as the feature's own.
      chunk.crsDeclarations = declarations
      try feature()
    case .geometry: try bareGeometry()
    case .other:
      throw JSONFailure(
        position: start, problem: .expected("an object with \"type\": FeatureCollection, Feature or a geometry"))
    }
    return .complete
  }

  /// Reads the rest of a FeatureCollection from behind its features' `]`.
  mutating func documentAfterFeatures() throws(JSONFailure) {
    while json.take(UInt8(ascii: ",")) {
      json.skipWhitespace()
      let key = try json.string()
      try json.expect(UInt8(ascii: ":"), "':'")
      try otherMember(key)
    }
    try json.expect(UInt8(ascii: "}"), "',' or '}'")
  }

  /// Reads the value of a member of a collection, or of the feature of that number, that may be a `crs`.
  private mutating func otherMember(_ key: Range<Int>, ofFeature feature: Int? = nil) throws(JSONFailure) {
    if json.bytes(key, equal: "crs") {
      let value = try json.value()
      guard let name = crsName(value) else { return }
      chunk.crsDeclarations.append(.init(name: name, feature: feature, position: value.lowerBound))
    } else {
      try json.skipValue()
    }
  }

  private enum TopType { case featureCollection, feature, geometry, other }

  /// Looks at the members of a top-level object up to `features` (or all of them) without keeping any.
  private mutating func objectShape(from start: Int) throws(JSONFailure) -> (type: TopType, features: Int?) {
    try json.expect(UInt8(ascii: "{"), "'{'")
    var type = TopType.other
    if json.take(UInt8(ascii: "}")) { return (.other, nil) }
    repeat {
      let key = try json.string()
      try json.expect(UInt8(ascii: ":"), "':'")
      json.skipWhitespace()
      if json.bytes(key, equal: "features"), json.peek == UInt8(ascii: "[") {
        return (.featureCollection, json.position)
      } else if json.bytes(key, equal: "type") {
        type = topType(try json.value())
        if type == .feature || type == .geometry { return (type, nil) }
      } else {
        try otherMember(key)
      }
    } while json.take(UInt8(ascii: ","))
    try json.expect(UInt8(ascii: "}"), "',' or '}'")
    return (type, nil)
  }

  private func topType(_ value: Range<Int>) -> TopType {
    let inner = value.count >= 2 ? (value.lowerBound + 1)..<(value.upperBound - 1) : value
    if json.bytes(inner, equal: "FeatureCollection") { return .featureCollection }
    if json.bytes(inner, equal: "Feature") { return .feature }
    return GeometryType(json, inner) == nil ? .other : .geometry
  }

  /// What a `crs` object of GeoJSON 2008 names: `name`, an EPSG `code`, or the `href` of a link, which only a reference
  /// system that PROJ knows by that address resolves. Nil when the object is null.
  private func crsName(_ value: Range<Int>) -> String? {
    var scanner = JSONScanner(UnsafeBufferPointer(rebasing: json.base[..<value.upperBound]), from: value.lowerBound)
    guard scanner.take(UInt8(ascii: "{")) else { return nil }
    while let key = try? scanner.string(), (try? scanner.expect(UInt8(ascii: ":"), "':'")) != nil,
      let member = try? scanner.value()
    {
      if scanner.bytes(key, equal: "properties") { return crsName(member) }
      if scanner.bytes(key, equal: "code") {
        let code = String(decoding: json.base[member], as: UTF8.self)
        return "EPSG:" + code.filter { $0 != "\"" }
      }
      if scanner.bytes(key, equal: "name") || scanner.bytes(key, equal: "href"), member.count >= 2,
        json.base[member.lowerBound] == UInt8(ascii: "\"")
      {
        let inner = (member.lowerBound + 1)..<(member.upperBound - 1)
        return JSONText.unescaped(UnsafeBufferPointer(rebasing: json.base[inner]))
      }
      guard scanner.take(UInt8(ascii: ",")) else { return nil }
    }
    return nil
  }

  private mutating func bareGeometry() throws(JSONFailure) {
    let start = json.position
    let wrote = try geometry(depth: 0)
    closeFeature(start: start, hasGeometry: wrote, properties: .absent, identifier: .absent)
  }

  // MARK: Features

  /// Reads one feature, from its `{` to its `}`.
  mutating func feature() throws(JSONFailure) {
    json.skipWhitespace()
    let start = json.position
    var properties = AttributeTable.Slice.absent
    var identifier = AttributeTable.Slice.absent
    var isFeature = false
    var hasGeometry = false
    let firstValue = chunk.attributes.values.count
    chunk.attributes.values.append(contentsOf: blank)
    var isEmpty = false
    var hasMore = true
    // Most writers begin all features alike; what follows the beginning is read as anywhere.
    if let style = FeatureStyle(&json) {
      isFeature = true
      properties = try propertiesObject(featureStart: start, firstValue: firstValue)
      if style.takesGeometryKey(&json) { hasGeometry = try geometry(depth: 0) }
      hasMore = json.take(UInt8(ascii: ","))
    } else {
      try json.expect(UInt8(ascii: "{"), "a feature's '{'")
      isEmpty = json.take(UInt8(ascii: "}"))
    }
    if !isEmpty {
      while hasMore {
        let key = try json.string()
        try json.expect(UInt8(ascii: ":"), "':'")
        if json.bytes(key, equal: "geometry") {
          if hasGeometry { throw json.failure(.geometry("a second \"geometry\" in one feature")) }
          hasGeometry = try geometry(depth: 0)
        } else if json.bytes(key, equal: "properties") {
          // Of properties that stand twice the last count, and nothing of those before.
          if properties.length > 0 {
            for index in 0..<keys.count { chunk.attributes.values[firstValue + index] = .absent }
          }
          properties = try propertiesObject(featureStart: start, firstValue: firstValue)
        } else if json.bytes(key, equal: "type") {
          isFeature = try featureType()
        } else if json.bytes(key, equal: "id") {
          identifier = slice(try json.value(), featureStart: start)
        } else {
          try otherMember(key, ofFeature: chunk.count)
        }
        hasMore = json.take(UInt8(ascii: ","))
      }
      try json.expect(UInt8(ascii: "}"), "',' or '}'")
    }
    guard isFeature else {
      throw JSONFailure(position: start, problem: .expected("an object with \"type\": \"Feature\""))
    }
    guard json.position - start < Int(UInt32.max) else {
      throw JSONFailure(position: start, problem: .geometry("a feature of more than 4 GB"))
    }
    closeFeature(start: start, hasGeometry: hasGeometry, properties: properties, identifier: identifier)
  }

  private mutating func closeFeature(
    start: Int, hasGeometry: Bool, properties: AttributeTable.Slice, identifier: AttributeTable.Slice
  ) {
    chunk.geometries.closeFeature()
    chunk.attributes.featureOffsets.append(start)
    chunk.attributes.properties.append(properties)
    chunk.attributes.identifiers.append(identifier)
    let missing = chunk.count * keys.count - chunk.attributes.values.count
    for _ in 0..<max(0, missing) { chunk.attributes.values.append(.absent) }
    if !hasGeometry { chunk.featuresWithoutGeometry += 1 }
  }

  private mutating func featureType() throws(JSONFailure) -> Bool {
    json.skipWhitespace()
    guard json.peek == UInt8(ascii: "\"") else {
      try json.skipValue()
      return false
    }
    return json.bytes(try json.string(), equal: "Feature")
  }

  @inline(__always)
  private func slice(_ range: Range<Int>, featureStart: Int) -> AttributeTable.Slice {
    AttributeTable.Slice(
      offset: UInt32(truncatingIfNeeded: range.lowerBound - featureStart),
      length: UInt32(truncatingIfNeeded: range.count))
  }

  private mutating func propertiesObject(
    featureStart: Int, firstValue: Int
  ) throws(JSONFailure) -> AttributeTable.Slice {
    json.skipWhitespace()
    let start = json.position
    guard json.peek == UInt8(ascii: "{") else {
      guard json.peek == UInt8(ascii: "n") else { throw json.failure(.expected("properties: an object or null")) }
      try json.literal("null")
      return .absent
    }
    if keys.count == 0 {
      try json.skipValue()
      return slice(start..<json.position, featureStart: featureStart)
    }
    json.position += 1
    if !json.take(UInt8(ascii: "}")) {
      var place = 0
      repeat {
        json.skipWhitespace()
        var index = -1
        if let known = keys.take(place: place, &json) { index = known } else { index = try propertyKey(place: place) }
        let value = try json.plainValue(depth: 1)
        if index >= 0 { chunk.attributes.values[firstValue + index] = slice(value, featureStart: featureStart) }
        place += 1
      } while json.take(UInt8(ascii: ","))
      try json.expect(UInt8(ascii: "}"), "',' or '}'")
    }
    return slice(start..<json.position, featureStart: featureStart)
  }

  /// Reads a key up to its value; its place among those asked for, -1 where nobody asked for it.
  @inline(never)
  private mutating func propertyKey(place: Int) throws(JSONFailure) -> Int {
    let start = json.position
    let escapes = json.escapes
    let key = try json.string()
    let hasEscape = json.escapes != escapes
    try json.expect(UInt8(ascii: ":"), "':'")
    let index = keys.index(of: key, place: place, hasEscape: hasEscape, in: json)
    json.skipWhitespace()
    keys.remember(start..<json.position, place: place, index: index, in: json)
    return index ?? -1
  }
}

/// How the writer of a file spaces the members of a feature.
private enum FeatureStyle {
  case compact, spaced, wide

  /// Reads the beginning of a feature up to the value of its properties; nil, with nothing read, when it begins otherwise.
  @inline(__always)
  init?(_ json: inout JSONScanner) {
    if json.take(exactly: "{\"type\":\"Feature\",\"properties\":") {
      self = .compact
    } else if json.take(exactly: "{ \"type\": \"Feature\", \"properties\": ") {
      self = .wide
    } else if json.take(exactly: "{\"type\": \"Feature\", \"properties\": ") {
      self = .spaced
    } else {
      return nil
    }
  }

  /// Reads on to the value of the geometry if it comes next.
  @inline(__always)
  func takesGeometryKey(_ json: inout JSONScanner) -> Bool {
    switch self {
    case .compact: json.take(exactly: ",\"geometry\":")
    case .spaced, .wide: json.take(exactly: ", \"geometry\": ")
    }
  }
}
