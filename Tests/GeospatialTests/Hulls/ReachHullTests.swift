import Foundation
import Testing

@testable import Geospatial

@Suite struct ReachHullTests {
  /// A hull in the window, and the window.
  private func hull(
    _ coordinates: [Coordinate], reach: Double, buffer: Double
  ) throws -> (ground: GeometryColumn, window: LongitudeWindow) {
    let context = try GEOSContext()
    let window = LongitudeWindow(coordinates, marginMetres: reach + buffer)
    let clusters = SingleLinkage.clusters(of: coordinates, reachMetres: reach)
    let links = clusters.links.enumerated().filter { $0.element >= 0 }.map { ($0.offset, Int($0.element)) }
    let hull = try ReachHull.polygon(
      around: coordinates, links: links, reachMetres: reach, bufferMetres: buffer, window: window, in: context)
    guard case .valid = try hull.validity() else { throw GEOSError(operation: "test", message: "the hull is invalid") }
    return (try hull.column(), window)
  }

  private static let centres = [
    Coordinate(longitude: 105, latitude: 21), Coordinate(longitude: 179.999, latitude: -16),
    Coordinate(longitude: 0, latitude: 0),
    Coordinate(longitude: 33, latitude: 89.9),
  ]

  /// A disc of 1 km, drawn up to half a hundredth of its radius too small: 3.1416 km².
  @Test(arguments: centres) func `the hull of one position is the disc around it`(centre: Coordinate) throws {
    let (ground, _) = try hull([centre], reach: 5000, buffer: 1000)
    let area = Geodesic.areaSquareMetres(ofFeature: 0, of: ground)
    #expect(area > 3.1416e6 * 0.985 && area <= 3.1416e6)
  }

  /// Two discs of 1 km and the corridor of 3 km between: 3.1416 + 6 km². Beyond the reach the discs alone.
  @Test(arguments: centres) func `two positions within reach are joined by a corridor`(centre: Coordinate) throws {
    let pair = [centre, Geodesic.direct(from: centre, azimuthDegrees: 70, distanceMetres: 3000).coordinate]
    let joined = try hull(pair, reach: 3001, buffer: 1000).ground
    #expect(abs(Geodesic.areaSquareMetres(ofFeature: 0, of: joined) - 9.1416e6) < 0.06e6)
    let apart = try hull(pair, reach: 2999, buffer: 1000).ground
    #expect(abs(Geodesic.areaSquareMetres(ofFeature: 0, of: apart) - 6.2832e6) < 0.1e6)
    #expect(apart.polygons(ofFeature: 0).count >= 2)
  }

  /// Four at the corners of a square of 4 km and buffers of 100 m: filled when its diagonal is within reach, else a frame with
  /// a hole.
  @Test(arguments: centres) func `triangles within reach are filled, wider ground is a hole`(centre: Coordinate) throws
  {
    let corners = [45.0, 135, 225, 315].map { azimuth in
      Geodesic.direct(from: centre, azimuthDegrees: azimuth, distanceMetres: 4000 / 2.0.squareRoot()).coordinate
    }
    let frame = 4 * 4e6 * 0.2
    let (full, open) = (
      try hull(corners, reach: 5700, buffer: 100).ground, try hull(corners, reach: 4100, buffer: 100).ground
    )
    let (fullArea, openArea) = (
      Geodesic.areaSquareMetres(ofFeature: 0, of: full), Geodesic.areaSquareMetres(ofFeature: 0, of: open)
    )
    #expect(abs(fullArea - (16e6 + frame / 2)) < 0.3e6)
    #expect(abs(openArea - frame) < 0.2e6)
    #expect(!full.partKinds.contains(.hole) && open.partKinds.contains(.hole))
  }

  @Test func `positions on one line and in one place are joined`() throws {
    let centre = Self.centres[0]
    let line = (0..<6).map { Coordinate(longitude: 105 + Double($0) * 0.01, latitude: 21) }
    let (ground, _) = try hull(line + [line[2], line[0]], reach: 1100, buffer: 100)
    #expect(ground.polygons(ofFeature: 0).count == 1)
    let same = try hull([centre, centre, centre], reach: 100, buffer: 50).ground
    #expect(abs(Geodesic.areaSquareMetres(ofFeature: 0, of: same) - 7854) < 120)
  }

  /// What the definition needs and what it allows, place by place.
  @Test(arguments: ClusterScene.Place.allCases.filter { $0 != .wholeEarth }, [1, 2, 3] as [UInt64])
  func `the hull holds every disc and no ground that is far from all`(place: ClusterScene.Place, seed: UInt64) throws {
    let scene = ClusterScene(place, seed: seed, count: 40)
    let (reach, buffer) = (scene.reachMetres, scene.reachMetres * 0.3)
    let (ground, window) = try hull(scene.coordinates, reach: reach, buffer: buffer)
    let index = PolygonIndex(ground)
    func holds(_ coordinate: Coordinate) -> Bool {
      index.lowestFeature(containing: window.turned(coordinate)) != nil
    }
    var random = SeededGenerator(seed: seed)
    let near = NearestReach(scene.coordinates, reach)
    for coordinate in scene.coordinates {
      for turn in 0..<16 {
        let (azimuth, distance) = (Double(turn) * 22.5, random.double(0...2 * buffer))
        let point = Geodesic.direct(from: coordinate, azimuthDegrees: azimuth, distanceMetres: distance).coordinate
        let nearest = scene.coordinates.map { Geodesic.distance($0, point) }.min() ?? .infinity
        if nearest < buffer * 0.98 { #expect(holds(point), "\(point)") }
        if near.isFar(from: point, metres: buffer * 1.02 + 2) { #expect(!holds(point), "\(point)") }
      }
    }
  }
}

/// Positions and the edges and triangles between all that are within reach of each other, near or not.
private struct NearestReach {
  private let coordinates: [Coordinate]
  private let edges: [(Int, Int)]
  private let triangles: [(Int, Int, Int)]

  init(_ coordinates: [Coordinate], _ reach: Double) {
    func isShort(_ a: Int, _ b: Int) -> Bool { Geodesic.distance(coordinates[a], coordinates[b]) <= reach }
    var (edges, triangles): ([(Int, Int)], [(Int, Int, Int)]) = ([], [])
    for a in coordinates.indices {
      for b in 0..<a where isShort(a, b) {
        edges.append((a, b))
        for c in 0..<b where isShort(a, c) && isShort(b, c) { triangles.append((a, b, c)) }
      }
    }
    (self.coordinates, self.edges, self.triangles) = (coordinates, edges, triangles)
  }

  /// Whether a place is farther than that from all positions and edges and in none of the triangles, on a plane around it.
  func isFar(from point: Coordinate, metres: Double) -> Bool {
    let places = coordinates.map { coordinate -> (x: Double, y: Double) in
      let path = Geodesic.inverse(from: point, to: coordinate)
      let angle = path.initialAzimuthDegrees * .pi / 180
      return (path.distanceMetres * sin(angle), path.distanceMetres * cos(angle))
    }
    func distance(_ a: Int, _ b: Int) -> Double {
      let (p, q) = (places[a], places[b])
      let (dx, dy) = (q.x - p.x, q.y - p.y)
      let length = dx * dx + dy * dy
      let t = length > 0 ? max(0, min(1, -(p.x * dx + p.y * dy) / length)) : 0
      let (x, y) = (p.x + t * dx, p.y + t * dy)
      return (x * x + y * y).squareRoot()
    }
    func side(_ a: Int, _ b: Int) -> Double { places[a].x * places[b].y - places[a].y * places[b].x }
    if places.contains(where: { ($0.x * $0.x + $0.y * $0.y).squareRoot() < metres }) { return false }
    if edges.contains(where: { distance($0.0, $0.1) < metres }) { return false }
    return !triangles.contains { a, b, c in
      let sides = [side(a, b), side(b, c), side(c, a)]
      return sides.allSatisfy { $0 >= 0 } || sides.allSatisfy { $0 <= 0 }
    }
  }
}
