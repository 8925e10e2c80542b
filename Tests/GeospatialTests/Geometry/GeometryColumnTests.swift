import Testing

@testable import Geospatial

@Suite struct GeometryColumnTests {
  @Test func `a feature without geometry keeps its place`() {
    var column = GeometryColumn()
    column.append(Coordinate(longitude: 103, latitude: 21.4))
    column.closePart(.point)
    column.closeFeature()
    column.closeFeature()
    column.append(Coordinate(longitude: 104, latitude: 22))
    column.append(Coordinate(longitude: 105, latitude: 22))
    column.closePart(.line)
    column.closeFeature()
    #expect(column.count == 3)
    #expect(column.parts(ofFeature: 1).isEmpty)
    #expect(column.coordinates(ofFeature: 1).isEmpty)
    #expect(column.coordinates(ofFeature: 2) == 1..<3)
    #expect(column.boundingBox(ofFeature: 1).isEmpty)
  }
}
