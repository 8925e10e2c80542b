/// The expressions of the examples of OGC 21-065r2, by the names of their files in `cql2/standard/schema/examples/text`.
enum StandardExamples {
  /// Those of clauses 6 and 7.
  static let clauses: [(name: String, text: String)] = [
    ("clause6_01", "avg(windSpeed)"),
    ("clause6_02a", "city='Toronto'"),
    ("clause6_02b", "avg(windSpeed) < 4"),
    ("clause6_02c", "balance-150.0 > 0"),
    ("clause6_02d", "updated >= date('1970-01-01')"),
    ("clause6_03", "geometry IS NOT NULL"),
    ("clause7_01", "name LIKE 'Smith%'"),
    ("clause7_02", "depth BETWEEN 100.0 and 150.0"),
    ("clause7_03a", "cityName IN ('Toronto','Frankfurt','Tokyo','New York')"),
    ("clause7_03b", "category NOT IN (1,2,3,4)"),
    ("clause7_04", "CASEI(road_class) IN (CASEI('Οδος'),CASEI('Straße'))"),
    ("clause7_05", "ACCENTI(etat_vol) = ACCENTI('débárquér')"),
    ("clause7_07", "S_INTERSECTS(geometry,POINT(36.319836 32.288087))"),
    (
      "clause7_10",
      "S_CROSSES(road,POLYGON((43.7286 -79.2986, 43.7311 -79.2996, 43.7323 -79.2972, 43.7326 -79.2971, "
        + "43.7350 -79.2981, 43.7350 -79.2982, 43.7352 -79.2982, 43.7357 -79.2956, 43.7337 -79.2948, 43.7343 "
        + "-79.2933, 43.7339 -79.2923, 43.7327 -79.2947, 43.7320 -79.2942, 43.7322 -79.2937, 43.7306 "
        + "-79.2930, 43.7303 -79.2930, 43.7299 -79.2928, 43.7286 -79.2986)))"
    ),
    ("clause7_12", "T_INTERSECTS(event_time, INTERVAL('1969-07-16T05:32:00Z', '1969-07-24T16:50:35Z'))"),
    ("clause7_13", "T_DURING(INTERVAL(touchdown, liftOff), INTERVAL('1969-07-16T13:32:00Z', '1969-07-24T16:50:35Z'))"),
    ("clause7_15", "A_CONTAINS(layer:ids, ('layers-ca','layers-us'))"),
    (
      "clause7_16",
      "S_CROSSES(LINESTRING(43.72992 -79.2998, 43.73005 -79.2991, 43.73006 -79.2984, 43.73140 -79.2956, "
        + "43.73259 -79.2950, 43.73266 -79.2945, 43.73320 -79.2936, 43.73378 -79.2936, 43.73486 -79.2917), "
        + "POLYGON((43.7286 -79.2986, 43.7311 -79.2996, 43.7323 -79.2972, 43.7326 -79.2971, 43.7350 "
        + "-79.2981, 43.7350 -79.2982, 43.7352 -79.2982, 43.7357 -79.2956, 43.7337 -79.2948, 43.7343 "
        + "-79.2933, 43.7339 -79.2923, 43.7327 -79.2947, 43.7320 -79.2942, 43.7322 -79.2937, 43.7306 "
        + "-79.2930, 43.7303 -79.2930, 43.7299 -79.2928, 43.7286 -79.2986)))"
    ),
    (
      "clause7_17",
      "T_DURING(INTERVAL('1969-07-20T20:17:40Z', '1969-07-21T17:54:00Z'), "
        + "INTERVAL('1969-07-16T13:32:00Z', '1969-07-24T16:50:35Z'))"
    ),
    ("clause7_18", "S_WITHIN(road,Buffer(geometry,10,'m'))"),
    ("clause7_19", "vehicle_height > (bridge_clearance-1)"),
  ]

  /// Those of the annex, 1 to 34.
  static let first: [(name: String, text: String)] = [
    ("example01", "landsat:scene_id = 'LC82030282019133LGN00'"),
    ("example02", "eo:instrument LIKE 'OLI%'"),
    ("example03", "landsat:wrs_path IN ('153','154','15X')"),
    ("example04", "eo:cloud_cover < 0.1 AND landsat:wrs_row=28 AND landsat:wrs_path=203"),
    ("example05a", "eo:cloud_cover=0.1 OR eo:cloud_cover=0.2"),
    ("example05b", "eo:cloud_cover IN (0.1,0.2)"),
    ("example06a", "eo:cloud_cover BETWEEN 0.1 AND 0.2 AND landsat:wrs_row=28 AND landsat:wrs_path=203"),
    ("example06b", "eo:cloud_cover >= 0.1 AND eo:cloud_cover <= 0.2 AND landsat:wrs_row=28 AND landsat:wrs_path=203"),
    (
      "example07",
      "eo:instrument LIKE 'OLI%' AND S_INTERSECTS(footprint,POLYGON((43.5845 -79.5442, 43.6079 -79.4893, "
        + "43.5677 -79.4632, 43.6129 -79.3925, 43.6223 -79.3238, 43.6576 -79.3163, 43.7945 -79.1178, 43.8144 "
        + "-79.1542, 43.8555 -79.1714, 43.7509 -79.6390, 43.5845 -79.5442)))"
    ),
    (
      "example08",
      "beamMode='ScanSAR Narrow' AND swathDirection='ascending' AND polarization='HH+VV+HV+VH' AND "
        + "s_intersects(footprint,POLYGON((-77.117938 38.936860, -77.040604 39.995648, -76.910536 38.892912, "
        + "-77.039359 38.791753, -77.047906 38.841462, -77.034183 38.840655, -77.033142 38.857490, "
        + "-77.117938 38.936860)))"
    ),
    ("example09", "floors>5"),
    ("example10", "taxes <= 500"),
    ("example11", "owner LIKE '%Jones%'"),
    ("example12", "owner LIKE 'Mike%'"),
    ("example13", "owner NOT LIKE '%Mike%'"),
    ("example14", "swimming_pool = true"),
    ("example15", "floors>5 AND swimming_pool=true"),
    ("example16", "swimming_pool=true AND (floors>5 OR material LIKE 'brick%' OR material LIKE '%brick')"),
    ("example17", "(floors>5 AND material='brick') OR swimming_pool=true"),
    ("example18", "NOT (floors<5) OR swimming_pool=true"),
    ("example19", "(owner LIKE 'mike%' OR owner LIKE 'Mike%') AND floors<4"),
    ("example20", "T_BEFORE(built, DATE('2015-01-01'))"),
    ("example21", "T_AFTER(built,DATE('2012-06-05'))"),
    ("example22", "T_DURING(INTERVAL(starts_at, ends_at), INTERVAL('2017-06-10T07:30:00Z', '2017-06-11T10:30:00Z'))"),
    ("example23", "S_WITHIN(location,BBOX(-118,33.8,-117.9,34))"),
    ("example24", "S_INTERSECTS(geometry,POLYGON((-10.0 -10.0,10.0 -10.0,10.0 10.0,-10.0 -10.0)))"),
    ("example25", "floors>5 AND S_WITHIN(geometry,BBOX(-118,33.8,-117.9,34))"),
    ("example26", "CASEI(road_class) IN (CASEI('Οδος'),CASEI('Straße'))"),
    ("example27", "ACCENTI(etat_vol) = ACCENTI('débárquér')"),
    ("example28", "CASEI(geophys:SURVEY_NAME) LIKE CASEI('%calcutta%')"),
    ("example29", "\"id\" = 'fa7e1920-9107-422d-a3db-c468cbc5d6df'"),
    ("example30", "\"id\" <> 'fa7e1920-9107-422d-a3db-c468cbc5d6df'"),
    ("example31", "\"value\" < 10"),
    ("example32", "\"value\" > 10"),
    ("example33", "\"value\" <= 10"),
    ("example34", "\"value\" >= 10"),
  ]
}
