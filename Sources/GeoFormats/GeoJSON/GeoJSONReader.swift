import Geospatial

/// Reads a GeoJSON text: FeatureCollection, Feature, bare geometry, or a sequence of these, a line each or in the form of
/// RFC 8142.
///
/// A large text is cut into pieces that are read at the same time. Where a feature seems to begin, a piece is begun on
/// trust; it counts only if the piece before it ends at exactly that byte, between two features, for then the state of
/// the reader there is known. A piece that fails the test is thrown away and its bytes are read again in order, so the
/// result never depends on the number of threads.
struct GeoJSONReader {
  let source: SourceBytes
  let path: String
  let keys: [String]
  let threads: Int

  /// Pieces smaller than this are not worth a task.
  static let smallestPiece = 1 << 18

  /// Reads the whole text.
  ///
  /// - Throws: `FormatError` with feature, line and column of the first byte that is not as it should be.
  func read() async throws -> FeatureChunk {
    var whole = try await document()
    whole.declaredCRS = whole.crsDeclarations.first?.name
    return whole
  }

  private func document() async throws -> FeatureChunk {
    let start = try textStart()
    let opening: (chunk: FeatureChunk, position: Int, step: FeatureScanner.DocumentStep) = try located {
      bytes throws(JSONFailure) in
      var scanner = FeatureScanner(bytes, from: start, keys: keys, source: source)
      try scanner.skipRecordSeparators()
      let step = try scanner.documentUpToFeatures()
      return (scanner.chunk, scanner.json.position, step)
    }
    if opening.step == .complete {
      return try await records(from: start)
    }
    var whole = opening.chunk
    let end = try await pieces(of: .array(start: opening.position), from: opening.position, into: &whole)
    let (tail, isFinished) = try located { bytes throws(JSONFailure) in
      var scanner = FeatureScanner(bytes, from: end, keys: keys, source: source)
      try scanner.documentAfterFeatures()
      try scanner.skipRecordSeparators()
      return (scanner.chunk, scanner.json.position >= scanner.json.end)
    }
    // Something follows the collection: a sequence whose first record happens to be a collection.
    if !isFinished { return try await records(from: start) }
    try declare(tail.crsDeclarations, in: &whole)
    return whole
  }

  private func records(from start: Int) async throws -> FeatureChunk {
    var whole = FeatureChunk(keys: keys, source: source)
    _ = try await pieces(of: .records, from: start, into: &whole)
    return whole
  }

  /// Where the text starts, past a byte-order mark.
  private func textStart() throws(FormatError) -> Int {
    try source.withBytes { bytes throws(FormatError) in
      if UTF16Check.looksLikeUTF16(bytes) {
        throw FormatError(file: path, problem: "the text is UTF-16; save it as UTF-8 (RFC 8259)")
      }
      let start = JSONText.byteOrderMarkLength(bytes)
      var scanner = JSONScanner(bytes, from: start)
      scanner.skipWhitespace()
      if scanner.position == scanner.end {
        throw FormatError(file: path, problem: "the file is empty; expected GeoJSON")
      }
      return start
    }
  }

  // MARK: Pieces

  private enum Context {
    /// In a features array whose first element begins at or past `start`.
    case array(start: Int)
    case records
  }

  private struct Piece: Sendable {
    var chunk: FeatureChunk
    var start: Int
    var end: Int
    /// Whether the end of the array or of the text was reached.
    var isLast: Bool
    var failure: JSONFailure?
  }

  /// Reads features from `start` to the end of their array or of the text into `whole`; where it ended.
  private func pieces(of context: Context, from start: Int, into whole: inout FeatureChunk) async throws -> Int {
    let starts = source.withBytes { pieceStarts(context, from: start, in: $0) }
    let limits = starts.dropFirst() + [Int.max]
    var read = try await Parallel.map(Array(zip(starts, limits)), threads: threads) { start, limit in
      self.piece(context, from: start, upTo: limit, isFirst: start == starts[0])
    }
    var position = start
    for index in read.indices {
      // Taken out, for an array that stands in two places is copied when something is added.
      var piece = Piece(chunk: FeatureChunk(keys: keys, source: source), start: 0, end: 0, isLast: false)
      swap(&piece, &read[index])
      guard piece.start >= position else { continue }
      if piece.start > position {
        // The piece before did not end where this one was begun on trust; read what lies between in order.
        let between = self.piece(context, from: position, upTo: piece.start)
        if try join(between, into: &whole) { return between.end }
        position = between.end
        guard position == piece.start else { continue }
      }
      if try join(piece, into: &whole) { return piece.end }
      position = piece.end
    }
    let rest = piece(context, from: position, upTo: Int.max)
    _ = try join(rest, into: &whole)
    return rest.end
  }

  /// Adds a piece whose start is certain; whether it is the last.
  private func join(_ piece: Piece, into whole: inout FeatureChunk) throws(FormatError) -> Bool {
    // Before its failure, behind which nothing was read: the first fault is told, however the text was cut.
    try declare(piece.chunk.crsDeclarations, in: &whole)
    if let failure = piece.failure { throw located(failure, feature: whole.count + piece.chunk.count) }
    if whole.count == 0 {
      let declarations = whole.crsDeclarations
      whole = piece.chunk
      whole.crsDeclarations = declarations
    } else {
      whole.append(contentsOf: piece.chunk)
    }
    return piece.isLast
  }

  /// Adds the `crs` members of what follows `whole`, which must agree with those before.
  private func declare(_ declarations: CRSDeclarations, in whole: inout FeatureChunk) throws(FormatError) {
    whole.crsDeclarations.append(contentsOf: declarations, shiftingFeaturesBy: whole.count)
    guard let first = whole.crsDeclarations.first, let conflict = whole.crsDeclarations.conflict else { return }
    throw FormatError(
      file: path, place: place(of: conflict.position, feature: conflict.feature),
      problem: "declares crs \"\(conflict.name)\"; the file declared \"\(first.name)\" before")
  }

  private func piece(
    _ context: Context, from start: Int, upTo limit: Int, isFirst: Bool = false
  ) -> Piece {
    source.withBytes { bytes in
      var scanner = FeatureScanner(bytes, from: start, keys: keys, source: source)
      // The pieces behind the first are joined to it.
      scanner.chunk.reserveCapacity(forBytes: (isFirst ? bytes.count : min(limit, bytes.count)) - start)
      do throws(JSONFailure) {
        let isLast =
          switch context {
          case .array(let first): try scanner.features(upTo: limit, mayEndAtOnce: start == first)
          case .records: try scanner.records(upTo: limit)
          }
        return Piece(chunk: scanner.chunk, start: start, end: scanner.json.position, isLast: isLast)
      } catch {
        return Piece(chunk: scanner.chunk, start: start, end: error.position, isLast: true, failure: error)
      }
    }
  }

  /// Bytes at which features seem to begin, near equal distances; the first is `start` itself.
  private func pieceStarts(_ context: Context, from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    let count = min(threads, (bytes.count - start) / GeoJSONReader.smallestPiece)
    guard count > 1 else { return [start] }
    var starts = [start]
    for index in 1..<count {
      let target = start + (bytes.count - start) / count * index
      let found =
        switch context {
        case .array: FeatureBoundary.featureStart(after: target, patternFrom: start, in: bytes)
        case .records: FeatureBoundary.recordStart(after: target, in: bytes)
        }
      if let found, found > starts[starts.count - 1] { starts.append(found) }
    }
    return starts
  }

  // MARK: Errors

  private func located<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(JSONFailure) -> Result
  ) throws(FormatError) -> Result {
    do throws(JSONFailure) {
      return try source.withBytes { bytes throws(JSONFailure) in try body(bytes) }
    } catch {
      throw located(error, feature: nil)
    }
  }

  private func located(_ failure: JSONFailure, feature: Int?) -> FormatError {
    let problem = source.withBytes { failure.explanation(in: $0) }
    return FormatError(file: path, place: place(of: failure.position, feature: feature), problem: problem)
  }

  private func place(of position: Int, feature: Int?) -> String {
    let (line, column) = source.withBytes { JSONFailure.lineAndColumn(of: position, in: $0) }
    return (feature.map { "feature \($0), " } ?? "") + "line \(line), column \(column)"
  }
}

extension FeatureScanner {
  /// Reads past white space and the record separators of RFC 8142.
  mutating func skipRecordSeparators() throws(JSONFailure) {
    json.skipWhitespace()
    while json.peek == 0x1E {
      json.position += 1
      json.skipWhitespace()
    }
  }

  /// Reads the features of an array until its `]` (then true) or until a feature begins at or past `limit`.
  ///
  /// Only an array without features `mayEndAtOnce`; behind a comma a feature must follow.
  mutating func features(upTo limit: Int, mayEndAtOnce: Bool = true) throws(JSONFailure) -> Bool {
    if mayEndAtOnce, json.take(UInt8(ascii: "]")) { return true }
    while true {
      try feature()
      if json.take(UInt8(ascii: ",")) {
        json.skipWhitespace()
        if json.position >= limit { return false }
      } else {
        try json.expect(UInt8(ascii: "]"), "',' or ']' after a feature")
        return true
      }
    }
  }

  /// Reads whole records until the end of the text (then true) or until one begins at or past `limit`.
  mutating func records(upTo limit: Int) throws(JSONFailure) -> Bool {
    while true {
      try skipRecordSeparators()
      if json.position >= json.end { return true }
      if json.position >= limit { return false }
      if try documentUpToFeatures() == .features {
        _ = try features(upTo: Int.max)
        try documentAfterFeatures()
      }
    }
  }
}
