/// Tells Vietnamese text from text that was read in a wrong encoding.
///
/// A word with letters outside ASCII is right when it is built like a Vietnamese syllable: an onset, a nucleus and a coda
/// of the language, with at most one tone. Read wrongly, `Bản` becomes `B¶n` or `Baền`, which no syllable is.
struct VietnameseSyllables {
  private var known: [String: Bool] = [:]

  /// How many words with letters outside ASCII are built like syllables, and how many are not.
  struct Score: Equatable {
    var right = 0
    var wrong = 0

    /// Whether the text may well be Vietnamese.
    var isConvincing: Bool { right > 2 * wrong }

    static func + (left: Score, right: Score) -> Score {
      Score(right: left.right + right.right, wrong: left.wrong + right.wrong)
    }
  }

  /// The score of a text in composed form (NFC).
  mutating func score(_ text: String) -> Score {
    var score = Score()
    var word = ""
    var isPlain = true
    for character in text {
      if Self.isPartOfWord(character) {
        word.append(character)
        if !character.isASCII { isPlain = false }
      } else {
        finish(&word, &isPlain, &score)
      }
    }
    finish(&word, &isPlain, &score)
    return score
  }

  private mutating func finish(_ word: inout String, _ isPlain: inout Bool, _ score: inout Score) {
    if !isPlain {
      if isSyllable(word.lowercased()) { score.right += 1 } else { score.wrong += 1 }
    }
    word = ""
    isPlain = true
  }

  /// Letters, and whatever else is outside ASCII but for the punctuation of ordinary text.
  private static func isPartOfWord(_ character: Character) -> Bool {
    if character.isASCII { return character.isLetter }
    return !character.isWhitespace && !"–—“”‘’…•°º²³×«»′″".contains(character)
  }

  /// Whether a word in lower case is built like a syllable.
  private mutating func isSyllable(_ word: String) -> Bool {
    if let answer = known[word] { return answer }
    let answer = Self.isSyllable(word)
    known[word] = answer
    return answer
  }

  private static func isSyllable(_ word: String) -> Bool {
    var tones = 0
    let plain = String(
      word.map { character -> Character in
        guard let base = bases[character] else { return character }
        tones += 1
        return base
      })
    guard tones <= 1 else { return false }
    return onsets.contains { onset in
      guard plain.hasPrefix(onset) else { return false }
      let rhyme = plain.dropFirst(onset.count)
      return open.contains(String(rhyme))
        || codas.contains { coda in rhyme.hasSuffix(coda) && nuclei.contains(String(rhyme.dropLast(coda.count))) }
    }
  }

  /// Vowels with a tone and the vowels without it.
  private static let bases: [Character: Character] = {
    let rows = [
      "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
      "yỳỷỹýỵ",
    ]
    return rows.reduce(into: [:]) { bases, row in
      for letter in row.dropFirst() { bases[letter] = row.first }
    }
  }()

  /// The onsets, with those in names of the Central Highlands.
  private static let onsets =
    " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x kr kl pl bl br đr dr gr"
    .split(separator: " ", omittingEmptySubsequences: false).map(String.init)

  /// The vowels that may have a coda.
  private static let nuclei: Set<String> = Set(
    "a ă â e ê i o ô ơ u ư y iê yê oa oă oe oo uâ uă uê uô uy uyê ươ".split(separator: " ").map(String.init))

  /// The vowels that have none.
  private static let open: Set<String> = Set(
    """
    ai ao au ay âu ây eo êu ia iêu yêu iu oai oao oay oeo oi ôi ơi ua uây ui uôi uơ uya uyu ưa ưi ươi ươu ưu
    """.split(separator: " ").map(String.init))

  private static let codas = " c ch m n ng nh p t k".split(separator: " ", omittingEmptySubsequences: false)
}
