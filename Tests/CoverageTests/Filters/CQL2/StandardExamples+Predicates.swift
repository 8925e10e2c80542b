extension StandardExamples {
  /// Those of the annex, 35 to 86.
  static let second: [(name: String, text: String)] = [
    ("example35", "\"name\" LIKE 'foo%'"),
    ("example36-alt01", "\"name\" NOT LIKE 'foo%'"),
    ("example36", "NOT \"name\" LIKE 'foo%'"),
    ("example37", "\"value\" BETWEEN 10 AND 20"),
    ("example38-alt01", "\"value\" NOT BETWEEN 10 AND 20"),
    ("example38", "NOT \"value\" BETWEEN 10 AND 20"),
    ("example39", "\"value\" IN (1.0, 2.0, 3.0)"),
    ("example40-alt01", "\"value\" NOT IN ('a', 'b', 'c')"),
    ("example40", "NOT \"value\" IN ('a', 'b', 'c')"),
    ("example41", "\"value\" IS NULL"),
    ("example42-alt01", "\"value\" IS NOT NULL"),
    ("example42", "NOT \"value\" IS NULL"),
    ("example43-alt01", "\"name\" NOT LIKE 'foo%' AND \"value\" > 10"),
    ("example43", "(NOT \"name\" LIKE 'foo%' AND \"value\" > 10)"),
    ("example44-alt01", "\"value\" IS NULL OR \"value\" BETWEEN 10 AND 20"),
    ("example44", "(\"value\" IS NULL OR \"value\" BETWEEN 10 AND 20)"),
    ("example45", "S_INTERSECTS(\"geometry\", BBOX(-128.098193, -1.1, -99999.0, 180.0, 90.0, 100000.0))"),
    (
      "example46-alt01",
      "S_EQUALS( POLYGON ( (-0.333333 89.0, -102.723546 -0.5, -179.0 -89.0, -1.9 89.0, -0.0 89.0, "
        + "2.00001 -1.9, -0.333333 89.0) ), \"geometry\" )"
    ),
    (
      "example46",
      "S_EQUALS(POLYGON ((-0.333333 89.0, -102.723546 -0.5, -179.0 -89.0, -1.9 89.0, -0.0 89.0, 2.00001 "
        + "-1.9, -0.333333 89.0)), \"geometry\")"
    ),
    (
      "example47",
      "S_DISJOINT(\"geometry\", MULTIPOLYGON (((144.022387 45.176126, -1.1 0.0, 180.0 47.808086, "
        + "144.022387 45.176126))))"
    ),
    (
      "example48",
      "S_TOUCHES(\"geometry\", MULTILINESTRING ((-1.9 -0.99999, 75.292574 1.5, -0.5 -4.016458, -31.708594 "
        + "-74.743801, 179.0 -90.0),(-1.9 -1.1, 1.5 8.547371)))"
    ),
    (
      "example49-alt01",
      "S_WITHIN(POLYGON ((-49.88024 0.5 -75993.341684, -1.5 -0.99999 -100000.0, 0.0 0.5 -0.333333, "
        + "-49.88024 0.5 -75993.341684), (-65.887123 2.00001 -100000.0, 0.333333 -53.017711 -79471.332949, "
        + "180.0 0.0 1852.616704, -65.887123 2.00001 -100000.0)), \"geometry\")"
    ),
    (
      "example49",
      "S_WITHIN(POLYGON Z ((-49.88024 0.5 -75993.341684, -1.5 -0.99999 -100000.0, 0.0 0.5 -0.333333, "
        + "-49.88024 0.5 -75993.341684), (-65.887123 2.00001 -100000.0, 0.333333 -53.017711 -79471.332949, "
        + "180.0 0.0 1852.616704, -65.887123 2.00001 -100000.0)), \"geometry\")"
    ),
    ("example50", "S_OVERLAPS(\"geometry\", BBOX(-179.912109, 1.9, 180.0, 16.897016))"),
    (
      "example51",
      "S_CROSSES(\"geometry\", LINESTRING (172.03086 1.5, 1.1 -90.0, -159.757695 0.99999, -180.0 0.5, "
        + "-12.111235 81.336403, -0.5 64.43958, 0.0 81.991815, -155.93831 90.0))"
    ),
    ("example52", "S_CONTAINS(\"geometry\", POINT (-3.508362 -1.754181))"),
    ("example53", "T_AFTER(\"updated_at\", DATE('2010-02-10'))"),
    ("example54-alt01", "T_BEFORE(updated_at, TIMESTAMP('2012-08-10T05:30:00Z'))"),
    ("example54", "T_BEFORE(\"updated_at\", TIMESTAMP('2012-08-10T05:30:00.000000Z'))"),
    (
      "example55-alt01",
      "T_CONTAINS(INTERVAL('2000-01-01T00:00:00Z', '2005-01-10T01:01:01.393216Z'), INTERVAL(starts_at, "
        + "ends_at))"
    ),
    (
      "example55",
      "T_CONTAINS(INTERVAL('2000-01-01T00:00:00.000000Z', '2005-01-10T01:01:01.393216Z'), "
        + "INTERVAL(starts_at, ends_at))"
    ),
    ("example56", "T_DISJOINT(INTERVAL('..', '2005-01-10T01:01:01.393216Z'), INTERVAL(starts_at, ends_at))"),
    ("example57", "T_DURING(INTERVAL(starts_at, ends_at), INTERVAL('2005-01-10', '2010-02-10'))"),
    ("example58", "T_EQUALS(\"updated_at\", DATE('1851-04-29'))"),
    (
      "example59",
      "T_FINISHEDBY(INTERVAL(starts_at, ends_at), INTERVAL('1991-10-07T08:21:06.393262Z', "
        + "'2010-02-10T05:29:20.073225Z'))"
    ),
    ("example60", "T_FINISHES(INTERVAL(starts_at, ends_at), INTERVAL('1991-10-07', '2010-02-10T05:29:20.073225Z'))"),
    (
      "example61",
      "T_INTERSECTS(INTERVAL(starts_at, ends_at), INTERVAL('1991-10-07T08:21:06.393262Z', "
        + "'2010-02-10T05:29:20.073225Z'))"
    ),
    ("example62", "T_MEETS(INTERVAL('2005-01-10', '2010-02-10'), INTERVAL(starts_at, ends_at))"),
    ("example63", "T_METBY(INTERVAL('2010-02-10T05:29:20.073225Z', '2010-10-07'), INTERVAL(starts_at, ends_at))"),
    (
      "example64",
      "T_OVERLAPPEDBY(INTERVAL('1991-10-07T08:21:06.393262Z', '2010-02-10T05:29:20.073225Z'), "
        + "INTERVAL(starts_at, ends_at))"
    ),
    (
      "example65",
      "T_OVERLAPS(INTERVAL(starts_at, ends_at), INTERVAL('1991-10-07T08:21:06.393262Z', "
        + "'1992-10-09T08:08:08.393473Z'))"
    ),
    (
      "example66",
      "T_STARTEDBY(INTERVAL('1991-10-07T08:21:06.393262Z', '2010-02-10T05:29:20.073225Z'), "
        + "INTERVAL(starts_at, ends_at))"
    ),
    ("example67", "T_STARTS(INTERVAL(starts_at, ends_at), INTERVAL('1991-10-07T08:21:06.393262Z', '..'))"),
    ("example68", "Foo(\"geometry\") = TRUE"),
    ("example69", "FALSE <> Bar(\"geometry\", 100, 'a', 'b', FALSE)"),
    ("example70", "ACCENTI(\"owner\") = ACCENTI('Beyoncé')"),
    ("example71", "CASEI(\"owner\") = CASEI('somebody else')"),
    ("example72", "\"value\" > (\"foo\" + 10)"),
    ("example73", "\"value\" < (\"foo\" - 10)"),
    ("example74", "\"value\" <> (22.1 * \"foo\")"),
    ("example75", "\"value\" = (2 / \"foo\")"),
    ("example76", "\"value\" <= (2 ^ \"foo\")"),
    ("example77", "0 = (\"foo\" % 2)"),
    ("example78", "1 = (\"foo\" div 2)"),
    ("example79", "A_CONTAINEDBY(\"values\", ('a', 'b', 'c'))"),
    ("example80", "A_CONTAINS(\"values\", ('a', 'b', 'c'))"),
    ("example81", "A_EQUALS(('a', TRUE, 1.0, 8), \"values\")"),
    ("example82", "A_OVERLAPS(\"values\", (TIMESTAMP('2012-08-10T05:30:00.000000Z'), DATE('2010-02-10'), FALSE))"),
    (
      "example83",
      "S_EQUALS(MULTIPOINT ((180.0 -0.5), (179.0 -47.121701), (180.0 -0.0), (33.470475 -0.99999), (179.0 "
        + "-15.333062)), \"geometry\")"
    ),
    (
      "example84",
      "S_EQUALS(GEOMETRYCOLLECTION (POINT (1.9 2.00001), POINT (0.0 -2.00001), MULTILINESTRING "
        + "((-2.00001 -0.0, -77.292642 -0.5, -87.515626 -0.0, -180.0 12.502773, 21.204842 -1.5, -21.878857 "
        + "-90.0)), POINT (1.9 0.5), LINESTRING (179.0 1.179148, -148.192487 -65.007816, 0.5 0.333333)), "
        + "\"geometry\")"
    ),
    ("example85-alt01", "value = - foo * 2.0 + \"bar\" / 6.1234 - \"x\" ^ 2.0"),
    ("example85", "\"value\" = ((((-1 * \"foo\") * 2.0) + (\"bar\" / 6.1234)) - (\"x\" ^ 2.0))"),
    ("example86", "\"name\" LIKE CASEI('FOO%')"),
  ]

  /// All of them.
  static let all = clauses + first + second
}
