extension AnnexA {
  /// /conf/basic-spatial-functions/test-data
  static let basicSpatial: [AnnexA] = [
    .init(.countries, "S_INTERSECTS(geom,BBOX(0,40,10,50))", 8),
    .init(.countries, "S_INTERSECTS(geom,BBOX(150,-90,-150,90))", 10),
    .init(.countries, "S_INTERSECTS(geom,POINT(7.02 49.92))", 1),
    .init(.countries, "S_INTERSECTS(geom,BBOX(0,40,10,50)) and S_INTERSECTS(geom,BBOX(5,50,10,60))", 3),
    .init(.countries, "S_INTERSECTS(geom,BBOX(0,40,10,50)) and not S_INTERSECTS(geom,BBOX(5,50,10,60))", 5),
    .init(.countries, "S_INTERSECTS(geom,BBOX(0,40,10,50)) or S_INTERSECTS(geom,BBOX(-90,40,-60,50))", 10),
    .init(.places, "S_INTERSECTS(geom,BBOX(0,40,10,50))", 7),
    .init(.rivers, "S_INTERSECTS(geom,BBOX(-180,-90,0,90))", 4),
  ]

  /// /conf/basic-spatial-functions-plus/test-data
  static let spatialLiterals: [AnnexA] = [
    .init(.countries, "S_INTERSECTS(geom,LINESTRING(-180 -45, 0 -45))", 2),
    .init(.countries, "S_INTERSECTS(geom,MULTILINESTRING((-180 -45, 0 -45), (0 45, 180 45)))", 14),
    .init(
      .countries,
      "S_INTERSECTS(geom,POLYGON((-180 -90, -90 -90, -90 90, -180 90, -180 -90), (-120 -50, -100 -50,"
        + " -100 -40, -120 -40, -120 -50)))", 8),
    .init(
      .countries,
      "S_INTERSECTS(geom,MULTIPOLYGON(((-180 -90, -90 -90, -90 90, -180 90, -180 -90), (-120 -50,"
        + " -100 -50, -100 -40, -120 -40, -120 -50)),((0 0, 10 0, 10 10, 0 10, 0 0))))", 15),
    .init(
      .countries,
      "S_INTERSECTS(geom,GEOMETRYCOLLECTION(POINT(7.02 49.92), POLYGON((0 0, 10 0, 10 10, 0 10,"
        + " 0 0))))", 8),
    .init(
      .countries,
      "S_INTERSECTS(geom,POLYGON((-180 -90, -90 -90, -90 90, -180 90, -180 -90), (-120 -50, -100 -50,"
        + " -100 -40, -120 -40, -120 -50))) or S_INTERSECTS(geom,POLYGON((0 0, 10 0, 10 10, 0 10, 0 0)))", 15),
    .init(
      .countries,
      "S_INTERSECTS(geom,POLYGON((-180 -90, -90 -90, -90 90, -180 90, -180 -90), (-120 -50, -100 -50,"
        + " -100 -40, -120 -40, -120 -50))) and not S_INTERSECTS(geom,POLYGON((-130 0, 0 0, 0 50, -130 50,"
        + " -130 0)))", 3),
  ]

  /// /conf/spatial-functions/test-data
  static let spatial: [AnnexA] = [
    .init(.countries, "S_INTERSECTS(geom,POLYGON((0 40,10 40,10 50,0 50,0 40)))", 8),
    .init(.countries, "S_INTERSECTS(geom,LINESTRING(0 40,10 50))", 4),
    .init(.places, "S_INTERSECTS(geom,POLYGON((0 40,10 40,10 50,0 50,0 40)))", 7),
    .init(.rivers, "S_INTERSECTS(geom,LINESTRING(-60 -90,-60 90))", 2),
    .init(.countries, "S_DISJOINT(geom,BBOX(0,40,10,50))", 169),
    .init(.countries, "S_DISJOINT(geom,POLYGON((0 40,10 40,10 50,0 50,0 40)))", 169),
    .init(.countries, "S_DISJOINT(geom,LINESTRING(0 40,10 50))", 173),
    .init(.countries, "S_DISJOINT(geom,POINT(7.02 49.92))", 176),
    .init(.places, "S_DISJOINT(geom,BBOX(0,40,10,50))", 236),
    .init(.places, "S_DISJOINT(geom,POLYGON((0 40,10 40,10 50,0 50,0 40)))", 236),
    .init(.rivers, "S_DISJOINT(geom,BBOX(-180,-90,0,90))", 9),
    .init(.rivers, "S_DISJOINT(geom,LINESTRING(-60 -90,-60 90))", 11),
    .init(.places, "S_EQUALS(geom,POINT(6.1300028 49.6116604))", 1),
    .init(
      .countries,
      "S_TOUCHES(geom,POLYGON((6.043073357781111 50.128051662794235,"
        + "6.242751092156993 49.90222565367873,6.186320428094177 49.463802802114515,"
        + "5.897759230176348 49.44266714130711,5.674051954784829 49.529483547557504,"
        + "5.782417433300907 50.09032786722122,6.043073357781111 50.128051662794235)))", 3),
    .init(.countries, "S_TOUCHES(geom,POINT(6.043073357781111 50.128051662794235))", 3),
    .init(.countries, "S_TOUCHES(geom,POINT(6.242751092156993 49.90222565367873))", 2),
    .init(
      .countries,
      "S_TOUCHES(geom,LINESTRING(6.043073357781111 50.128051662794235,"
        + "6.242751092156993 49.90222565367873))", 3),
    .init(.rivers, "S_CROSSES(geom,BBOX(0,40,10,50))", 1),
    .init(.rivers, "S_CROSSES(geom,LINESTRING(-60 -90,-60 90))", 2),
    .init(.countries, "S_WITHIN(geom,BBOX(-180,-90,0,90))", 44),
    .init(.places, "S_WITHIN(geom,BBOX(-180,-90,0,90))", 74),
    .init(.rivers, "S_WITHIN(geom,BBOX(-180,-90,0,90))", 4),
    .init(.countries, "S_CONTAINS(geom,BBOX(7,50,8,51))", 1),
    .init(.countries, "S_CONTAINS(geom,LINESTRING(7 50,8 51))", 1),
    .init(.countries, "S_CONTAINS(geom,POINT(7.02 49.92))", 1),
    .init(.countries, "S_OVERLAPS(geom,BBOX(-180,-90,0,90))", 11),
  ]
}
