/// Finds the encoding of a text that is not UTF-8, line by line, by how much of it reads as Vietnamese.
struct EncodingGuess {
  /// The encoding in which most of the text reads as Vietnamese; nil when none convinces or two do equally.
  private(set) var encoding: TextEncoding?
  /// The first line that is UTF-8 though the text is not, and the first line that is not; both from 1.
  private(set) var mixture: (utf8Line: Int, otherLine: Int)?
  /// The lines that read as Vietnamese in another encoding only, with that encoding, at most three.
  private(set) var strangers: [(line: Int, encoding: TextEncoding)] = []

  private struct Line {
    var number: Int
    var isUTF8: Bool
    var scores: [VietnameseSyllables.Score]
  }

  private var syllables = VietnameseSyllables()
  private static let strangersListed = 3

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var lines: [Line] = []
    var number = 0
    for range in EncodingGuess.lineRanges(bytes) {
      number += 1
      let line = UnsafeBufferPointer(rebasing: bytes[range])
      guard line.contains(where: { $0 >= 0x80 }) else { continue }
      let isUTF8 = UTF8Check.firstInvalidByte(line) == nil
      var scores = TextEncoding.guessed.map { score(line, as: $0) }
      scores.append(isUTF8 ? syllables.score(String(decoding: line, as: UTF8.self)) : Score(right: 0, wrong: 1))
      lines.append(Line(number: number, isUTF8: isUTF8, scores: scores))
    }
    choose(lines)
    compare(lines)
  }

  private typealias Score = VietnameseSyllables.Score

  private mutating func choose(_ lines: [Line]) {
    let totals = TextEncoding.guessed.indices.map { index in
      lines.reduce(Score()) { $0 + ($1.isUTF8 ? Score() : $1.scores[index]) }
    }
    let order = totals.indices.sorted { (totals[$1].right, totals[$0].wrong) < (totals[$0].right, totals[$1].wrong) }
    let (best, second) = (order[0], order[1])
    if totals[best].isConvincing, totals[best] != totals[second] { encoding = TextEncoding.guessed[best] }
  }

  /// Looks for lines that are of another encoding than the rest.
  private mutating func compare(_ lines: [Line]) {
    let utf8 = TextEncoding.guessed.count
    let own = encoding.flatMap { TextEncoding.guessed.firstIndex(of: $0) }
    // A line of another encoding may be UTF-8 by chance; then it reads well in that encoding.
    let strange = lines.first { line in
      line.isUTF8 && own.map { !line.scores[$0].isConvincing } ?? line.scores[utf8].isConvincing
    }
    if let strange, let other = lines.first(where: { !$0.isUTF8 }) {
      mixture = (strange.number, other.number)
    }
    guard let own else { return }
    for line in lines where strangers.count < EncodingGuess.strangersListed && !line.isUTF8 {
      for index in TextEncoding.guessed.indices
      where index != own && line.scores[index].isConvincing && line.scores[own].wrong > line.scores[own].right {
        strangers.append((line.number, TextEncoding.guessed[index]))
      }
    }
  }

  private mutating func score(_ line: UnsafeBufferPointer<UInt8>, as encoding: TextEncoding) -> Score {
    guard let text = try? TextDecoder(encoding: encoding).utf8(line) else { return Score(right: 0, wrong: 1) }
    return syllables.score(String(decoding: text, as: UTF8.self))
  }

  /// The lines of a text without their line feeds.
  private static func lineRanges(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for at in bytes.indices where bytes[at] == 0x0A {
      ranges.append(start..<at)
      start = at + 1
    }
    ranges.append(start..<bytes.count)
    return ranges
  }
}
