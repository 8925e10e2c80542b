import Foundation
import Rollout

/// What `plan.json` says, as far as a later run needs it.
public struct StoredPlan: Decodable, Sendable {
  /// The version of its form.
  public let plan: Int
  /// The path of the project file as it was given; nil for the reference project.
  public let project: String?
  /// What was asked.
  public let parameters: Parameters
  /// What building everything costs, in the **currency** of the catalogue.
  public let cost: Int
  /// How good it is.
  public let quality: Quality
  /// The villages that get a service.
  public let villages: [Village]

  /// What was asked.
  public struct Parameters: Decodable, Sendable {
    /// The services planned.
    public let services: [String]
    /// What was made as great, or as small, as it can be.
    public let objective: String
    /// The money of groups of services.
    public let budgets: [Group]
    /// Over how many **years** it is built.
    public let years: Int
    /// Whether what a year does not spend is there for the next.
    public let carriesOver: Bool
    /// How many **kilometres** can be built in a year; nil for any number.
    public let kilometresPerYear: Double?
    /// Which part of the people is to be served, in **percent**.
    public let targetPercent: Double
    /// Of the random choices.
    public let seed: UInt64
    /// By what costs are counted; nil for what the objective and the budget say.
    public let measure: String?
    /// What a person with a service counts; nil where the file does not say.
    public let weights: [String: Double]?
    /// The codes of villages that had to be connected; nil where the file does not say.
    public let required: [String]?
    /// The codes of villages that were left out; nil where the file does not say.
    public let excluded: [String]?
    /// The changes of prices that were asked for.
    public let priceChanges: [String]

    enum CodingKeys: String, CodingKey {
      case services, objective, budgets, years, seed, measure, weights, required, excluded
      case carriesOver = "carry_over"
      case kilometresPerYear = "kilometres_per_year"
      case targetPercent = "target_percent"
      case priceChanges = "price_changes"
    }
  }

  /// The money of some services, year by year.
  public struct Group: Decodable, Sendable {
    /// The services.
    public let services: [String]
    /// The money of each year, in the **currency** of the catalogue; nil where it is not limited.
    public let perYear: [Int]?

    enum CodingKeys: String, CodingKey {
      case services
      case perYear = "per_year"
    }
  }

  /// How good a plan is.
  public struct Quality: Decodable, Sendable {
    /// Its worth, or its cost.
    public let value: Double
    /// No plan is worth more, or costs less.
    public let bound: Double
  }

  /// A village with the years of its services.
  public struct Village: Decodable, Sendable {
    /// Its code.
    public let code: String
    /// The year of each service that it gets.
    public let years: [PlannedService: Int]

    /// Reads the code and whichever services are there.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      code = try values.decode(String.self, forKey: Key("code"))
      var years: [PlannedService: Int] = [:]
      for service in PlannedService.allCases {
        years[service] = try values.decodeIfPresent(Int.self, forKey: Key(service.rawValue))
      }
      self.years = years
    }

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(_ text: String) { stringValue = text }
      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }
  }

  /// Reads the file at `path`, or the `plan.json` of the folder there.
  ///
  /// - Throws: ``PlanError/notAPlan(file:problem:)``.
  public static func read(_ path: String) throws(PlanError) -> StoredPlan {
    var file = path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      file = (path.hasSuffix("/") ? path : path + "/") + PlanFiles.planName
    }
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: file))
    } catch {
      throw .notAPlan(
        file: file, problem: FileManager.default.fileExists(atPath: file) ? "cannot be read" : "no such file")
    }
    let stored: StoredPlan
    do {
      stored = try JSONDecoder().decode(StoredPlan.self, from: data)
    } catch {
      throw .notAPlan(file: file, problem: problem(error))
    }
    guard stored.plan == PlanJSON.formVersion else {
      throw .notAPlan(file: file, problem: "its form is \(stored.plan), expected \(PlanJSON.formVersion)")
    }
    guard (1...50).contains(stored.parameters.years), stored.parameters.targetPercent > 0,
      stored.parameters.targetPercent <= 100
    else { throw .notAPlan(file: file, problem: "its years or its target are out of range") }
    for (service, weight) in stored.parameters.weights ?? [:] where !(weight >= 0.01 && weight <= 1000) {
      throw .notAPlan(file: file, problem: "the weight of \(Quotation.quoted(service)) is out of range")
    }
    if let both = (stored.parameters.required ?? []).first(where: { stored.parameters.excluded?.contains($0) ?? false })
    {
      throw .notAPlan(file: file, problem: "the village \(Quotation.quoted(both)) is both required and excluded")
    }
    for group in stored.parameters.budgets {
      guard let amounts = group.perYear else { continue }
      guard amounts.count == stored.parameters.years, amounts.allSatisfy({ (0...9_000_000_000_000_000).contains($0) })
      else { throw .notAPlan(file: file, problem: "its budgets do not fit its years") }
    }
    return stored
  }

  private static func problem(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "has no \"\(key.stringValue)\""
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" is not what was expected"
    default: "is no JSON"
    }
  }

  /// The parameters over those of a project file: everything that was asked for, whatever the file says now.
  public func source(over project: PlanSource) -> PlanSource {
    var source = project
    source.services = parameters.services.compactMap(PlannedService.init(rawValue:))
    source.objective = PlanSource.Objective(rawValue: parameters.objective) ?? source.objective
    source.years = parameters.years
    source.carriesOver = parameters.carriesOver
    source.kilometresPerYear = parameters.kilometresPerYear
    source.targetPercent = parameters.targetPercent
    source.seed = parameters.seed
    source.measure = parameters.measure.flatMap(CostMeasure.init(rawValue:))
    if let weights = parameters.weights {
      source.weights = Dictionary(
        weights.compactMap { name, weight in PlannedService(rawValue: name).map { ($0, weight) } }
      ) { first, _ in first }
    }
    source.required = parameters.required ?? source.required
    source.excluded = parameters.excluded ?? source.excluded
    source.budget = nil
    source.serviceBudgets = [:]
    for group in parameters.budgets {
      guard let amounts = group.perYear else { continue }
      let services = group.services.compactMap(PlannedService.init(rawValue:))
      if parameters.budgets.count == 1 {
        source.budget = .yearly(amounts)
      } else if services.count == 1, let service = services.first {
        source.serviceBudgets[service] = .yearly(amounts)
      } else {
        source.budget = .yearly(amounts)
      }
    }
    return source
  }
}
