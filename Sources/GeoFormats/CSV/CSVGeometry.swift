import Geospatial

/// Makes the geometries of a table, row by row.
struct CSVGeometry {
  /// One geometry per row so far.
  private(set) var column = GeometryColumn()
  /// The reference system that the cells themselves name; nil when they name none.
  private(set) var declaredCRS: String?
  /// Remarks on what was guessed.
  private(set) var notices: [Layer.Notice] = []

  private let columns: CSVColumns.Geometry
  private let header: [String]
  private let crs: CoordinateReferenceSystem?
  private let path: String
  private let mark: DecimalMark
  private let context: GEOSContext?
  private var firstGeometryLine: Int?

  /// - Throws: `FormatError` when the coordinates have both decimal marks.
  init(
    _ columns: CSVColumns.Geometry, header: [String], survey: CSVSurvey, crs: CoordinateReferenceSystem?, path: String
  ) throws(FormatError) {
    self.columns = columns
    self.header = header
    self.crs = crs
    self.path = path
    switch columns {
    case .point(let x, let y, _):
      context = nil
      let marks = survey.columns[x].marks.joined(survey.columns[y].marks)
      guard let mark = marks.mark(isProjected: crs?.kind == .projected) else {
        throw Self.contradiction(marks, header, path)
      }
      self.mark = mark
    case .nowhere:
      mark = .point
      context = nil
    case .wellKnown:
      mark = .point
      do {
        context = try GEOSContext()
      } catch {
        throw FormatError(file: path, problem: "\(error)")
      }
    }
  }

  /// The columns that the geometries are made of.
  var columnNames: [String] {
    switch columns {
    case .point(let x, let y, _): [header[x], header[y]]
    case .wellKnown(let place): [header[place]]
    case .nowhere: []
    }
  }

  /// Whether the coordinates are written with a decimal comma.
  var hasDecimalComma: Bool { mark == .comma }

  /// Adds the geometry of a row on a line counted from 1; a row without one is a feature without geometry.
  mutating func append(_ values: [String], line: Int) throws(FormatError) {
    switch columns {
    case .point(let x, let y, _):
      let first = try coordinate(values[x], .longitude, line, header[x])
      let second = try coordinate(values[y], .latitude, line, header[y])
      if let first, let second {
        column.append(Coordinate(longitude: first, latitude: second))
        column.closePart(.point)
      } else if first != nil || second != nil {
        let (empty, filled) = first == nil ? (x, y) : (y, x)
        throw FormatError(
          file: path, place: "line \(line)",
          problem: "\(header[empty]) is empty while \(header[filled]) is \(values[filled]); expected both or neither")
      }
      column.closeFeature()
    case .nowhere: column.closeFeature()
    case .wellKnown(let place):
      if values[place].isEmpty {
        column.closeFeature()
      } else {
        try appendWellKnown(values[place], line, header[place])
      }
    }
  }

  /// Decides, once all rows are there, which axis columns called x and y are.
  mutating func finish() {
    guard case .point(let x, let y, true) = columns, let crs, crs.kind == .projected else { return }
    switch AxisOrder.guess(column.coordinates, crs) {
    case .eastingFirst: return
    case .northingFirst:
      for index in column.coordinates.indices {
        let given = column.coordinates[index]
        column.coordinates[index] = Coordinate(longitude: given.latitude, latitude: given.longitude)
      }
      notice(
        "\(header[x]) is taken for the northing and \(header[y]) for the easting, as only so they lie in \(crs); "
          + "columns: in the project file decides otherwise")
    case .unclear:
      notice(
        "\(header[x]) is taken for the easting and \(header[y]) for the northing, though in \(crs) the other way would "
          + "do as well; columns: in the project file decides otherwise")
    }
  }

  private mutating func notice(_ text: String) {
    notices.append(Layer.Notice(feature: nil, text: "\(path): \(text)", isLoss: false))
  }

  // MARK: Numbers

  /// A number or an angle, or nil for an empty cell.
  private func coordinate(
    _ value: String, _ axis: AngleText.Axis, _ line: Int, _ column: String
  ) throws(FormatError) -> Double? {
    if value.isEmpty { return nil }
    if let number = mark.number(value) { return number }
    var reason = "expected a number such as 105.8342 with a point, or nothing"
    if mark == .comma { reason = "expected a number such as 105,8342 with a comma, or nothing" }
    do throws(AngleText.Failure) {
      let angle = try AngleText.degrees(value, along: axis)
      if crs?.kind != .projected { return angle }
      reason = "these are degrees; expected metres as in \(crs?.label ?? "the crs")"
    } catch {
      if case .wrong(let problem) = error { reason = problem }
    }
    throw FormatError(file: path, place: "line \(line)", problem: "\(column) is \"\(value)\"; \(reason)")
  }

  private static func contradiction(
    _ marks: DecimalMarkSurvey, _ header: [String], _ path: String
  ) -> FormatError {
    let comma = marks.comma ?? marks.openComma
    let point = marks.point ?? marks.openPoint
    return FormatError(
      file: path, place: "line \(comma?.line ?? 1)",
      problem: "\(header[comma?.column ?? 0]) is \"\(comma?.text ?? "")\"; expected a number such as 105.8342 with a "
        + "point, or nothing, as line \(point?.line ?? 1) has \"\(point?.text ?? "")\"")
  }

  // MARK: Well-known text

  private mutating func appendWellKnown(_ value: String, _ line: Int, _ name: String) throws(FormatError) {
    let cell = WellKnownCell(value)
    if let firstGeometryLine, cell.declaredCRS != declaredCRS {
      throw FormatError(
        file: path, place: "line \(line)",
        problem: "\(name) is in \(cell.declaredCRS ?? "no reference system"), while line \(firstGeometryLine) is in "
          + "\(declaredCRS ?? "none"); expected one for the file")
    }
    do {
      if let context { try cell.append(to: &column, in: context) }
    } catch {
      let reason = (error as? GEOSError)?.message ?? "\(error)"
      throw FormatError(
        file: path, place: "line \(line)",
        problem: "\(name) is \"\(value.prefix(40))\(value.count > 40 ? "…" : "")\"; expected well-known text such as "
          + "POINT (105.85 21.03), or nothing (\(reason))")
    }
    if firstGeometryLine == nil {
      firstGeometryLine = line
      declaredCRS = cell.declaredCRS
    }
  }
}
