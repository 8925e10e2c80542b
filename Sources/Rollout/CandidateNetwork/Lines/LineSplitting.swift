import Geospatial

/// Vertices put into the lines of edges, where drops, links and cabinets meet them.
///
/// Places are gathered first and the edges split all at once, O(n log n) for n places; two places at the same position of a
/// line share a vertex, and one at the end of a line is the vertex there.
struct LineSplitting {
  private struct Place {
    var edge: Int32
    /// Of the line's segments, from 0.
    var segment: Int32
    var squaredMetresAlong: Double
    var position: Coordinate
    /// The number under which it was added.
    var number: Int32
  }

  private var places: [Place] = []

  /// How many places there are.
  var count: Int { places.count }

  /// Adds a place of an edge's line; its number.
  @discardableResult
  mutating func add(_ place: NearestPlace, ofEdge edge: Int) -> Int {
    places.append(
      Place(
        edge: Int32(truncatingIfNeeded: edge), segment: Int32(truncatingIfNeeded: place.segment),
        squaredMetresAlong: 0, position: place.position, number: Int32(truncatingIfNeeded: places.count)))
    return places.count - 1
  }

  /// Splits the edges; the vertex of each place, in the order in which they were added. Vertices keep their numbers.
  func apply(to graph: inout PolylineGraph) -> [Int32] {
    var vertices = [Int32](repeating: 0, count: places.count)
    let sorted = places.map { place in
      var place = place
      let start = graph.positions[graph.line(ofEdge: Int(place.edge)).lowerBound + Int(place.segment)]
      place.squaredMetresAlong = LocalPlane(at: start).squaredMetres(to: place.position)
      return place
    }.sorted {
      ($0.edge, $0.segment, $0.squaredMetresAlong, $0.number) < ($1.edge, $1.segment, $1.squaredMetresAlong, $1.number)
    }
    var result = graph.withoutEdges()
    var next = 0
    for edge in 0..<graph.edgeCount {
      let first = next
      while next < sorted.count, Int(sorted[next].edge) == edge { next += 1 }
      split(edge, of: graph, at: sorted[first..<next], &result, &vertices)
    }
    graph = result
    return vertices
  }

  private func split(
    _ edge: Int, of graph: PolylineGraph, at places: ArraySlice<Place>, _ result: inout PolylineGraph,
    _ vertices: inout [Int32]
  ) {
    let line = graph.line(ofEdge: edge)
    let last = graph.positions[line.upperBound - 1]
    let (nature, head) = (graph.natures[edge], graph.heads[edge])
    var (tail, tailPosition) = (graph.tails[edge], graph.positions[line.lowerBound])
    var position = tailPosition
    var next = places.startIndex
    result.append(position)
    for index in line.dropLast() {
      while next < places.endIndex, Int(places[next].segment) == index - line.lowerBound {
        let place = places[next]
        next += 1
        if place.position == tailPosition, position == tailPosition {
          vertices[Int(place.number)] = tail
        } else if place.position == last {
          vertices[Int(place.number)] = head
        } else {
          let vertex = result.addVertex(at: place.position)
          if place.position != position { result.append(place.position) }
          result.closeEdge(tail, vertex, nature)
          result.append(place.position)
          (tail, tailPosition, position) = (vertex, place.position, place.position)
          vertices[Int(place.number)] = vertex
        }
      }
      let end = graph.positions[index + 1]
      if end != position { result.append(end) }
      position = end
    }
    result.closeEdge(tail, head, nature)
  }
}
