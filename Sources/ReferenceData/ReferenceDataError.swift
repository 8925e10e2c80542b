/// What can keep the dataset from being made.
enum ReferenceDataError: Error, Equatable {
  /// A file cannot be read as UTF-8 text.
  case unreadable(file: String)
  /// The header of a CSV file is not the one expected.
  case header(file: String, found: String, expected: String)
  /// A line of a CSV file does not have the fields or numbers it should.
  case line(file: String, line: Int, found: String, expected: String)
  /// A network could not be brought to the count of the notice.
  case notCalibrated(service: String, found: Int, expected: Int)
  /// A village stands too near to a threshold and could not be moved away.
  case margin(village: Int)
  /// The finished files, counted again, do not give the counts of the notice.
  case census(found: String, expected: String)
}

extension ReferenceDataError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unreadable(let file):
      "\(file): not there, or not a text file in UTF-8"
    case .header(let file, let found, let expected):
      "\(file): the header is \"\(found)\", expected \"\(expected)\""
    case .line(let file, let line, let found, let expected):
      "\(file), line \(line): found \"\(found)\", expected \(expected)"
    case .notCalibrated(let service, let found, let expected):
      "\(service): \(found) villages where the notice counts \(expected); try another seed"
    case .margin(let village):
      "village \(village) stands too near to a threshold and finds no other place; try another seed"
    case .census(let found, let expected):
      "the finished files count \(found), expected \(expected)"
    }
  }
}
