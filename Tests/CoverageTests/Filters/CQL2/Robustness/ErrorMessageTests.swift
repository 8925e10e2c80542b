import Testing

@testable import Coverage

@Suite struct ErrorMessageTests {
  private func message(_ text: String) -> String {
    do {
      _ = try CQL2.Filter(text)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  /// What people write by mistake, and what they are told.
  private static let messages: [(text: String, message: String)] = [
    ("", "column 1: found nothing; expected a condition (for example population > 200)"),
    ("people == 200", "column 8: found ==; expected an operator of CQL2 (write =)"),
    ("people != 200", "column 8: found !=; expected an operator of CQL2 (write <>)"),
    ("a = 1 && b = 2", "column 7: found &&; expected an operator of CQL2 (write AND)"),
    (
      "people",
      "column 7: found the end behind the name people; expected an operator, as in a condition "
        + "(a property alone is no condition; write people = TRUE)"
    ),
    (
      "geometry",
      "column 9: found the end behind the name geometry; expected an operator, as in a condition "
        + "(a geometry stands in S_INTERSECTS, S_WITHIN or DISTANCE)"
    ),
    ("people >", "column 9: found the end; expected a value"),
    ("people > 200 AND", "column 17: found the end; expected a value"),
    ("people > 200)", "column 13: found ) without a ( before it; expected AND, OR or the end"),
    ("(people > 200", "column 1: found a ( that is never closed; expected a ) for it"),
    ("name = 'Bản", "column 8: found a text that does not end; expected ' behind it (a ' inside a text is written '')"),
    ("name = “Bản”", "column 8: found “; expected a value, a name or an operator (write ' for text, \" for names)"),
    ("people ≥ 200", "column 8: found ≥; expected a value, a name or an operator (write >=)"),
    (
      "people > 200m",
      "column 10: found 200m; expected a number alone (write 200 without a unit, or a space before a word)"
    ),
    ("people > 1e999", "column 10: found a number that is too great; expected at most 1.797e308"),
    ("1 < people < 3", "column 12: found <; expected AND, OR or the end (join two comparisons with AND)"),
    ("name ILIKE 'x'", "column 6: found ILIKE; expected AND, OR or the end (write CASEI(name) LIKE CASEI('…'))"),
    ("name = NULL", "column 8: found NULL; expected a value (write name IS NULL)"),
    (
      "name LIKE 5",
      "column 11: found no text behind LIKE; expected a pattern such as 'Bản%' "
        + "(text stands in single quotes; it may be inside CASEI or ACCENTI)"
    ),
    ("people BETWEEN 1", "column 17: found the end; expected AND and the upper end of BETWEEN"),
    ("people IN 1", "column 11: found 1; expected ( behind IN"),
    ("NOT NOT a = 1", "column 5: found NOT behind NOT; expected a condition (write NOT (NOT …))"),
    ("a NOT = 1", "column 7: found =; expected LIKE, BETWEEN or IN behind NOT"),
    ("a IS 5", "column 6: found 5; expected NULL or NOT NULL"),
    (
      "2 ^ 3 ^ 4 = 1",
      "column 7: found a second ^; expected one, for the language does not say which comes first "
        + "(use parentheses)"
    ),
    ("a + 'x' = 1", "column 5: found text; expected a number"),
    ("CASEI(5) = 'a'", "column 7: found a number; expected text"),
    ("1 = 'one'", "column 5: found text; expected a number, as on the left"),
    ("1 = '2'", "column 5: found text; expected a number, as on the left (write 2 without quotes)"),
    (
      "date('2024-13-01') = d",
      "column 6: found the text '2024-13-01', which no calendar or clock shows; expected a date "
        + "such as '2024-01-10'"
    ),
    (
      "t > TIMESTAMP('2024-01-10T07:30:00+07:00')",
      "column 15: found the text '2024-01-10T07:30:00+07:00'; expected a time "
        + "in UTC, with Z at its end (Vietnam is 7 hours ahead)"
    ),
    (
      "S_INTERSECTS(geometry, POINT(21 103))",
      "column 30: found 21.0 103.0; expected a longitude of -180 to 180 and a "
        + "latitude of -90 to 90 degrees (the longitude comes first)"
    ),
    ("S_WITHIN(geometry)", "column 1: found 1 arguments of S_WITHIN; expected two"),
    (
      "S_WITHIN(geometry, POLYGON((0 0, 1 0, 1 1)))",
      "column 28: found a ring of 3 positions; expected four or more "
        + "positions, the last the same as the first"
    ),
    (
      "S_WITHIN(geometry, POLYGON((0 0, 1 0, 1 1, 0 1)))",
      "column 28: found a ring that does not close; expected four or "
        + "more positions, the last the same as the first"
    ),
    (
      "ST_WITHIN(geometry, POINT(1 2)) = TRUE",
      "column 1: found the function ST_WITHIN, which is not known "
        + "(write S_WITHIN)"
    ),
    ("lower(name) = 'a'", "column 1: found the function lower, which is not known (CASEI compares without case)"),
    ("DISTANCE(geometry) < 5", "column 1: found 1 arguments; expected DISTANCE(geometry, geometry)"),
    ("a = 1 b = 2", "column 7: found b; expected AND, OR or the end"),
    ("a = 1 adn b = 2", "column 7: found adn; expected AND, OR or the end (did you mean AND?)"),
    // Columns count what a reader sees: ả spelt with a mark of its own is one.
    ("ba\u{309}n == 1", "column 5: found ==; expected an operator of CQL2 (write =)"),
    ("tên = 'Đắk' x", "column 13: found x; expected AND, OR or the end"),
  ]

  @Test(arguments: messages.indices)
  func `an error names its column, what was found and what was expected`(row: Int) {
    #expect(message(Self.messages[row].text) == Self.messages[row].message)
  }

  @Test(arguments: [
    (
      "pople > 5",
      "column 1: found pople, which is no property here; expected one of people, name, \"dân số\" "
        + "(did you mean people?)"
    ),
    (
      "Name = 'x'",
      "column 1: found Name, which is no property here; expected one of people, name, \"dân số\" "
        + "(did you mean name?)"
    ),
    (
      "dan_so = 1",
      "column 1: found dan_so, which is no property here; expected one of people, name, \"dân số\" "
        + "(did you mean \"dân số\"?)"
    ),
    (
      "name = \"Bản Mới\"",
      "column 8: found Bản Mới, which is no property here; expected one of people, name, \"dân số\" "
        + "(if it is text, write 'Bản Mới')"
    ),
    ("name > 5", "column 8: found a number; expected text, as on the left"),
    ("people LIKE '1%'", "column 1: found people, which is a number; expected text"),
    (
      "S_INTERSECTS(people, POINT(1 2))",
      "column 14: found people, which is a number; expected a geometry, for "
        + "S_INTERSECTS compares geometries"
    ),
  ])
  func `a name or type that the data does not have is told when the filter meets it`(
    text: String, expected: String
  ) throws {
    var columns = CQL2.Columns(count: 1)
    columns["people"] = .numbers([1])
    columns["name"] = .texts(["a"])
    columns["dân số"] = .numbers([2])
    let filter = try CQL2.Filter(text)
    let error = #expect(throws: CQL2.ExpressionError.self) { try filter.bound(to: columns) }
    #expect(error?.description == expected)
  }

  @Test(arguments: [
    ("people == 200", "  people == 200\n         ^~\n"), ("a =\n  b ==", "    b ==\n      ^~\n"),
    ("\ttên == 1", "   tên == 1\n       ^~\n"), ("名前 == 1", "  名前 == 1\n       ^~\n"),
  ])
  func `the place is shown under the line`(text: String, shown: String) {
    let error = #expect(throws: CQL2.ExpressionError.self) { try CQL2.Filter(text) }
    #expect(error?.rendered() == shown)
  }
}
