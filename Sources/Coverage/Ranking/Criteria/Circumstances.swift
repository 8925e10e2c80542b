import GeoFormats

/// What the ranking knows of each village beside its services; columns in the order of the villages.
public struct Circumstances: Sendable, Hashable {
  /// The part of poor households of each village in **percent**; NaN where unknown.
  public var povertyPercent: [Double]
  /// Whether each village has a school.
  public var schools: [Answer]
  /// Whether each village has a health post.
  public var healthPosts: [Answer]
  /// Whether the commune of each village lies on the national border.
  public var borderCommunes: [Answer]

  /// Circumstances of `count` villages of which nothing is known.
  public init(count: Int) {
    povertyPercent = [Double](repeating: .nan, count: count)
    schools = [Answer](repeating: .unknown, count: count)
    (healthPosts, borderCommunes) = (schools, schools)
  }

  /// Whether nothing is known of any village.
  public var isEmpty: Bool {
    povertyPercent.allSatisfy(\.isNaN)
      && [schools, healthPosts, borderCommunes].allSatisfy { $0.allSatisfy { $0 == .unknown } }
  }

  /// What the properties of the villages say; a property that was not read, or that no village has, is unknown.
  ///
  /// - Throws: `Villages.Failure` for the first village with a poverty rate that is no number from 0 to 100, or an answer
  ///   that is none of the spellings of ``Answer``. O(villages).
  public init(_ villages: Villages, fields: RankingFields) throws(Villages.Failure) {
    try self.init(villages, fields: fields, range: 0..<villages.count)
  }

  /// The same of the villages of `range` only.
  init(_ villages: Villages, fields: RankingFields, range: Range<Int>) throws(Villages.Failure) {
    self.init(count: range.count)
    let reader = Reader(villages: villages, fields: fields, range: range)
    povertyPercent = try reader.percentages(.povertyRate)
    schools = try reader.answers(.school)
    healthPosts = try reader.answers(.healthPost)
    borderCommunes = try reader.answers(.borderCommune)
  }

  private struct Reader {
    let villages: Villages
    let fields: RankingFields
    let range: Range<Int>

    func percentages(_ field: RankingField) throws(Villages.Failure) -> [Double] {
      var column = [Double](repeating: .nan, count: range.count)
      guard let key = villages.layer.attributes.index(ofKey: fields[field]) else { return column }
      for village in range {
        guard let value = villages.layer.attributes.value(ofFeature: village, key: key), !value.isEmpty else {
          continue
        }
        guard let number = value.number, (0...100).contains(number) else {
          throw failure(field, value, village, expected: "a number of percent from 0 to 100")
        }
        column[village - range.lowerBound] = number
      }
      return column
    }

    func answers(_ field: RankingField) throws(Villages.Failure) -> [Answer] {
      var column = [Answer](repeating: .unknown, count: range.count)
      guard let key = villages.layer.attributes.index(ofKey: fields[field]) else { return column }
      for village in range {
        guard let value = villages.layer.attributes.value(ofFeature: village, key: key) else { continue }
        guard let answer = Answer(value) else {
          throw failure(
            field, value, village, expected: "true or false, yes or no, có or không, or a number of at least 0")
        }
        column[village - range.lowerBound] = answer
      }
      return column
    }

    private func failure(
      _ field: RankingField, _ value: AttributeValue, _ village: Int, expected: String
    ) -> Villages.Failure {
      let found = value.spelling ?? "null"
      return Villages.Failure(
        feature: village,
        problem: "\(fields[field]) of the village \(villages.codes[village]) is \"\(found)\"; expected \(expected)")
    }
  }
}
