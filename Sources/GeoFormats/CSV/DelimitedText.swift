/// Cuts delimited text into cells by RFC 4180: quotes around a cell, doubled inside it, line breaks allowed there.
struct DelimitedText {
  let bytes: UnsafeBufferPointer<UInt8>
  let delimiter: UInt8
  private(set) var position: Int
  /// The line that the last row started on, from 1.
  private(set) var line = 1
  /// The line that `position` is on.
  private var currentLine = 1

  /// Why a row could not be cut.
  struct Failure: Error {
    var line: Int
    var problem: String
  }

  /// A cell: its bytes, and whether quotes inside it are doubled.
  struct Cell {
    var range: Range<Int>
    var hasDoubledQuotes = false
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    position = start
  }

  /// Reads the next row into `cells`; false at the end. Empty lines are passed over.
  mutating func row(_ cells: inout [Cell]) throws(Failure) -> Bool {
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D {
      if bytes[position] == 0x0A { currentLine += 1 }
      position += 1
    }
    guard position < bytes.count else { return false }
    line = currentLine
    cells.removeAll(keepingCapacity: true)
    while true {
      cells.append(try cell())
      guard position < bytes.count, bytes[position] == delimiter else { break }
      position += 1
    }
    return true
  }

  private mutating func cell() throws(Failure) -> Cell {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      let start = position
      while position < bytes.count, bytes[position] != delimiter, bytes[position] != 0x0A, bytes[position] != 0x0D {
        position += 1
      }
      return Cell(range: start..<position)
    }
    let openingLine = currentLine
    position += 1
    var cell = Cell(range: position..<position)
    while true {
      guard position < bytes.count else {
        throw Failure(line: openingLine, problem: "a quoted cell is not closed; the file seems to be cut off")
      }
      if bytes[position] == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else { break }
        cell.hasDoubledQuotes = true
        position += 1
      } else if bytes[position] == 0x0A {
        currentLine += 1
      }
      position += 1
    }
    cell.range = cell.range.lowerBound..<position
    position += 1
    guard position == bytes.count || [delimiter, 0x0A, 0x0D].contains(bytes[position]) else {
      throw Failure(
        line: currentLine, problem: "text follows a quoted cell; expected the delimiter or the end of the line")
    }
    return cell
  }

  /// The text of a cell, without white space at its ends.
  func text(_ cell: Cell) -> String {
    guard cell.hasDoubledQuotes else {
      return String(AttributeValue.trimmed(String(decoding: bytes[cell.range], as: UTF8.self)))
    }
    var units: [UInt8] = []
    var isSecondQuote = false
    for byte in bytes[cell.range] {
      if byte == UInt8(ascii: "\""), !isSecondQuote {
        isSecondQuote = true
        units.append(byte)
      } else {
        if byte != UInt8(ascii: "\"") { units.append(byte) }
        isSecondQuote = false
      }
    }
    return String(AttributeValue.trimmed(String(decoding: units, as: UTF8.self)))
  }
}
