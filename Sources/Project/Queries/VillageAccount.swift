import Coverage
import GeoFormats
import Geospatial

/// The whole account of one village: what it has and lacks and by which feature, its score in parts, its rank.
public struct VillageAccount: Sendable {
  /// A feature that gave a distance.
  public struct Feature: Sendable {
    /// The name of its layer in the project.
    public var layer: String
    /// Its file.
    public var file: String
    /// Its place there, as in `feature 12, line 14`.
    public var place: String
    /// Its properties, in the order of the file.
    public var properties: [(name: String, value: VillageCell)]
  }

  /// What is known of one service.
  public struct ServiceAccount: Sendable {
    /// The service.
    public var service: Service
    /// Whether the village has it.
    public var status: Status
    /// How far it is from what would serve it, in **metres**; NaN where unknown.
    public var distanceMetres: Double
    /// How sure the status is; nil where positions count as exact.
    public var confidence: Confidence?
    /// The rule that gave the distance; nil when a result was asked.
    public var rule: Rule?
    /// The feature at that distance; nil when a result was asked.
    public var feature: Feature?
  }

  /// A further distance that the project asks for.
  public struct MeasureAccount: Sendable {
    /// The name of its column.
    public var name: String
    /// In **metres**; NaN where unknown.
    public var distanceMetres: Double
    /// The feature at that distance.
    public var feature: Feature?
  }

  /// What one criterion gives to the score.
  public struct Part: Sendable {
    /// The criterion.
    public var criterion: Criterion
    /// How much of it the village has, from 0 to 1.
    public var value: Double
    /// Whether that is not known, so that the value is that of the missing rule.
    public var isUnknown: Bool
    /// What the criterion counts, as the project says.
    public var weight: Double
    /// What it gives to the score.
    public var part: Hundredths
  }

  /// The village's code.
  public var code: String
  /// Its name; nil where unknown.
  public var name: String?
  /// Its commune, district and province, as far as they are known.
  public var units: [String]
  /// Where it is; NaN where unknown.
  public var coordinate: Coordinate
  /// Its **people**; NaN where unknown.
  public var people: Double
  /// Its **households**; NaN where unknown.
  public var households: Double
  /// Fibre, signal and power.
  public var services: [ServiceAccount]
  /// The further distances; empty when a result was asked.
  public var measures: [MeasureAccount] = []
  /// How many villages are ranked.
  public var rankedCount: Int
  /// Its rank, from 1.
  public var rank: Int
  /// Its rank as tables show it, with how sure it is.
  public var rankText: String
  /// The best and the worst rank that it may have; nil where that was not asked.
  public var ranks: ClosedRange<Int>?
  /// Its score, from 0 to 100.
  public var score: Hundredths
  /// The parts of the score; they add up to it.
  public var parts: [Part]
}

extension RankedVillages {
  /// The account of the village with a code. The features are known when a project was asked; their layers are read again
  /// for it.
  ///
  /// - Throws: ``QueryError`` when no village has the code, `FormatError` for a layer that can no longer be read.
  public func account(ofCode code: String, threads: Int) async throws -> VillageAccount {
    let villages = table.assessed.villages
    guard let village = villages.codes.firstIndex(of: code) else {
      throw QueryError.unknownVillage(
        code: code, file: source.path, nearest: Suggestion.nearest(to: code, among: villages.codes))
    }
    let assessment = table.assessed.assessment
    let criteria = ranking.criteria
    var account = VillageAccount(
      code: code, name: villages.text(of: .name, village: village),
      units: [.commune, .district, .province].compactMap { villages.text(of: $0, village: village) },
      coordinate: villages.coordinates[village], people: villages.people[village],
      households: villages.households[village],
      services: Service.allCases.map {
        .init(
          service: $0, status: assessment[$0].statuses[village],
          distanceMetres: assessment[$0].distancesMetres[village])
      }, rankedCount: ranking.count, rank: ranking.rank(ofVillage: village), rankText: rankText(ofVillage: village),
      ranks: certainty?.interval(ofVillage: village), score: ranking.score(ofVillage: village),
      parts: zip(criteria.criteria, ranking.parts(ofVillage: village)).map { criterion, part in
        .init(
          criterion: criterion, value: criteria.value(of: criterion, village: village) ?? 0,
          isUnknown: criteria.isUnknown(criterion, village: village), weight: ranking.settings.weights[criterion],
          part: part)
      })
    if let analysis, let place = analysis.inputs.villages.codes.firstIndex(of: code) {
      try await account.addFeatures(ofVillage: place, analysis, threads: threads)
    }
    return account
  }
}

extension VillageAccount {
  /// Adds which features gave the distances, and the further distances of the project.
  fileprivate mutating func addFeatures(ofVillage village: Int, _ analysis: Analysis, threads: Int) async throws {
    let project = analysis.inputs.project
    var finder = FeatureFinder(project: project, threads: threads)
    for index in services.indices {
      let column = analysis.assessment[services[index].service]
      services[index].confidence = column.confidence(ofVillage: village)
      let rules = project.rules(for: services[index].service)
      let place = Int(column.rules[village])
      guard rules.indices.contains(place) else { continue }
      services[index].rule = rules[place]
      services[index].feature = try await finder.feature(Int(column.features[village]), of: rules[place].layer)
    }
    for (measure, column) in zip(project.measures, analysis.assessment.measures) {
      measures.append(
        MeasureAccount(
          name: measure.name, distanceMetres: column.distancesMetres[village],
          feature: try await finder.feature(Int(column.features[village]), of: measure.layer)))
    }
  }
}

/// Finds features by their place in a layer of a project; each layer is read once.
private struct FeatureFinder {
  let project: ProjectFile
  let threads: Int
  private var layers: [String: Layer] = [:]

  init(project: ProjectFile, threads: Int) {
    self.project = project
    self.threads = threads
  }

  /// A feature of a layer; nil for a feature of -1, which is none.
  mutating func feature(_ feature: Int, of name: String) async throws -> VillageAccount.Feature? {
    if layers[name] == nil {
      layers[name] = try await ProjectLoader.layer(named: name, of: project, threads: threads)
    }
    guard let layer = layers[name], feature >= 0, feature < layer.count else { return nil }
    let (file, place) = layer.place(ofFeature: feature)
    var properties: [(name: String, value: VillageCell)] = []
    layer.attributes.forEachProperty(ofFeature: feature) { key, value in
      let isNull = value.first == UInt8(ascii: "n")
      if !isNull { properties.append((JSONText.unescaped(key), VillageCell(json: value))) }
    }
    return VillageAccount.Feature(layer: name, file: file, place: place, properties: properties)
  }
}

extension VillageCell {
  /// A value from its JSON bytes.
  fileprivate init(json: UnsafeBufferPointer<UInt8>) {
    if json.first == UInt8(ascii: "\""), json.count >= 2 {
      self = .text(JSONText.unescaped(UnsafeBufferPointer(rebasing: json[1..<(json.count - 1)])))
    } else {
      self = .literal(String(decoding: json, as: UTF8.self))
    }
  }
}
