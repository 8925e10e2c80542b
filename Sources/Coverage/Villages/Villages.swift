import GeoFormats
import Geospatial

/// The villages of a project in columns: position, code, people, and where each further attribute is to be found.
///
/// Village `i` is feature `i` of the layer; `order` tells how they stand in the outputs.
public struct Villages: Sendable {
  /// The layer the villages came from.
  public let layer: Layer
  /// One position per village; both numbers are NaN for a village without one.
  public let coordinates: [Coordinate]
  /// One code per village, no two the same.
  public let codes: [String]
  /// The villages by code: numbers by value when every code is made of at most 18 digits, else text by Unicode
  /// order.
  public let order: [UInt32]
  /// The **people** of each village; NaN where unknown.
  public let people: [Double]
  /// The **households** of each village; NaN where unknown.
  public let households: [Double]
  /// Where the codes come from.
  public let codeSource: CodeSource
  /// Which key of the layer's attributes holds a field; fields that the file does not have are missing.
  public let keys: [VillageField: Int]
  /// The commune of each village by its place in the administrative units; -1 where unknown.
  public private(set) var communes: [Int32] = []
  /// The commune since July 2025 of each village by its place among `communes2025` of the units; -1 where unknown.
  public private(set) var communes2025: [Int32] = []
  /// How the commune of each village is known; empty before the villages are joined with units.
  public private(set) var communeSources: [CommuneSource] = []
  /// What joining the villages with the units left open.
  public private(set) var doubts = CommuneDoubts()
  /// The administrative units that `communes` points into.
  public private(set) var units: AdministrativeUnits?
  /// Further layers that fill attributes by place, in the order in which they are asked.
  public private(set) var areas: [Area] = []

  /// A polygon layer that fills attributes of the villages inside it.
  public struct Area: Sendable {
    /// The polygons.
    public var layer: Layer
    /// Which key of the layer's attributes fills a field.
    public var keys: [VillageField: Int]
    /// The polygon of each village; -1 where none.
    public var polygons: [Int32]
  }

  /// Why villages cannot be taken from a layer.
  public struct Failure: Error, Sendable, Hashable {
    /// The village's feature, counted from 0.
    public var feature: Int
    /// Another feature that takes part, as the one that has the same code.
    public var other: Int?
    /// The value found and what was expected.
    public var problem: String
  }

  /// Villages from a layer of points.
  ///
  /// - Parameters:
  ///   - layer: read with the properties of `fields` among its keys.
  ///   - fields: the property of the layer that holds each field.
  /// - Throws: ``Failure`` for the first village with a geometry other than one point, without a code, with a code that
  ///   another has, or with people or households that are no number of at least 0.
  public init(_ layer: Layer, fields: [VillageField: String]) throws(Failure) {
    let present = layer.attributes.presentKeys
    let keys = fields.compactMapValues { property in
      layer.attributes.index(ofKey: property).flatMap { present[$0] ? $0 : nil }
    }
    try self.init(layer, keys: keys, codeSource: CodeSource(layer, key: keys[.code]))
  }

  /// Villages of which more is known than their layer tells, as of a block of a larger file: which of its keys hold fields,
  /// and where codes come from. Where these are numbers they go on from `firstNumber`. Villages that are known to stand in
  /// the order of their codes are not sorted.
  init(
    _ layer: Layer, keys: [VillageField: Int], codeSource: CodeSource, firstNumber: Int = 1, areInOrder: Bool = false
  ) throws(Failure) {
    self.layer = layer
    self.keys = keys
    self.codeSource = codeSource
    coordinates = try Villages.positions(layer)
    codes = try VillageCodes.codes(layer, key: keys[.code], codeSource, firstNumber: firstNumber)
    order = areInOrder ? Array(0..<UInt32(truncatingIfNeeded: codes.count)) : try VillageCodes.order(codes)
    people = try Villages.numbers(layer, key: keys[.population])
    households = try Villages.numbers(layer, key: keys[.households])
  }

  /// Villages whose columns were made run by run of their layer.
  init(
    _ layer: Layer, keys: [VillageField: Int], coordinates: [Coordinate], codes: [String], order: [UInt32],
    people: [Double], households: [Double]
  ) {
    self.layer = layer
    self.keys = keys
    codeSource = .property
    (self.coordinates, self.codes, self.order) = (coordinates, codes, order)
    (self.people, self.households) = (people, households)
  }

  /// How many villages there are.
  public var count: Int { coordinates.count }

  /// How many villages have no position.
  public var countWithoutPosition: Int { coordinates.count { $0.longitude.isNaN } }

  /// Finds each village's commune by the code it carries, else by the names of commune, district and province, else, where it
  /// carries no code, from its position (``CommuneSource/inferred``).
  public mutating func join(_ units: AdministrativeUnits) { join(CommuneJoin(units)) }

  /// The same with a join that was used before.
  mutating func join(_ join: CommuneJoin) {
    units = nil
    var join = join
    var answers: [CommuneAnswer] = []
    answers.reserveCapacity(count)
    doubts = CommuneDoubts()
    for village in 0..<count {
      let answer = join.answer({ text(of: $0, village: village) }, at: coordinates[village])
      if answer.isAmbiguous { doubts.ambiguous.append(village) }
      if answer.isUnrecognised { doubts.unrecognised.append(village) }
      answers.append(answer)
    }
    communes = answers.map(\.commune)
    communes2025 = answers.map(\.commune2025)
    communeSources = answers.map(\.source)
    units = join.units
  }

  /// Finds the polygon around each village; `fields` names the property of the layer that fills each field.
  public mutating func join(areas layer: Layer, fields: [VillageField: String]) {
    join(areas: layer, PolygonIndex(layer.geometries), fields: fields)
  }

  /// The same with an index of the polygons.
  mutating func join(areas layer: Layer, _ index: PolygonIndex, fields: [VillageField: String]) {
    var polygons = [Int32](repeating: -1, count: count)
    index.withSearch { search in
      for village in 0..<count where !coordinates[village].longitude.isNaN {
        polygons[village] = Int32(truncatingIfNeeded: search.lowestFeature(containing: coordinates[village]) ?? -1)
      }
    }
    areas.append(
      Area(
        layer: layer, keys: fields.compactMapValues { layer.attributes.index(ofKey: $0) }, polygons: polygons))
  }

  private static func positions(_ layer: Layer) throws(Failure) -> [Coordinate] {
    var coordinates: [Coordinate] = []
    coordinates.reserveCapacity(layer.count)
    for feature in 0..<layer.count {
      let range = layer.geometries.coordinates(ofFeature: feature)
      let parts = layer.geometries.parts(ofFeature: feature)
      if parts.isEmpty {
        coordinates.append(Coordinate(longitude: .nan, latitude: .nan))
        continue
      }
      let kind = layer.geometries.partKinds[parts.lowerBound]
      guard kind == .point, range.count == 1 else {
        let found = kind == .point ? "a MultiPoint of \(range.count) points" : "a \(kind.name)"
        throw Failure(feature: feature, problem: "found \(found); expected one Point, the village's centre")
      }
      coordinates.append(layer.geometries.coordinates[range.lowerBound])
    }
    return coordinates
  }

  /// More **people** than this live nowhere.
  private static let greatestCount = 1e10

  private static func numbers(_ layer: Layer, key: Int?) throws(Failure) -> [Double] {
    guard let key else { return [Double](repeating: .nan, count: layer.count) }
    var numbers: [Double] = []
    numbers.reserveCapacity(layer.count)
    for feature in 0..<layer.count {
      // Nearly all are numbers as they should be, and need not be made text first.
      if let number = layer.attributes.number(ofFeature: feature, key: key), number >= 0, number <= greatestCount {
        numbers.append(number)
        continue
      }
      guard let value = layer.attributes.value(ofFeature: feature, key: key), !value.isEmpty else {
        numbers.append(.nan)
        continue
      }
      guard let number = value.number, number >= 0, number <= greatestCount else {
        throw Failure(
          feature: feature,
          problem:
            "\(layer.attributes.keys[key]) is \(value.spelling ?? "null"); expected a number of at least 0, and at most 10 billion"
        )
      }
      numbers.append(number)
    }
    return numbers
  }
}
