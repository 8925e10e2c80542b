import Coverage
import Rollout

/// The keys that each section of a project file allows, in the order that errors and the template list them.
enum Keys {
  static let project = [
    "name", "admin", "villages", "layers", "services", "measures", "areas", "ranking", "zones", "costs",
    "targets", "plan", "technologies",
  ]
  static let source = ["file", "source", "format", "crs", "columns", "delimiter", "encoding", "where"]
  static let layer = source + ["extent"]
  static let extent = ["layer", "file", "provinces", "provinces_2025"]
  static let villages = [
    "file", "source", "format", "crs", "columns", "delimiter", "encoding", "fields", "accuracy", "where",
  ]
  static let columns = ["longitude", "latitude"]
  static let villageFields = VillageField.allCases.map(\.rawValue) + [accuracy]
  /// The key of the accuracy of a village's position, which is no attribute but may stand in a column.
  static let accuracy = "accuracy"
  static let services = Service.allCases.map(\.rawValue)
  static let rule = ["layer", "rule", "metres", "field", "where"]
  static let measure = ["layer", "where"]
  static let area = ["layer", "fields"]
  static let areaFields = VillageField.allCases.filter(\.isAdministrative).map(\.rawValue)
  static let zones = ["services", "reach", "method", "min_villages", "buffer"]
  static let condition = ["min", "max", "not", "exists"]
  static let ranking = [
    "method", "weights", "variation", "bounds", "saturation", "connection", "missing", "fields",
  ]
  static let criteria = Criterion.allCases.map(\.rawValue)
  static let bounds = ["min", "max"]
  static let saturation = ["people", "fibre_metres", "signal_metres", "power_metres", "poverty_percent"]
  static let costs = ["catalogue", "discount_rate", "horizon_years", "prices"]
  static let catalogue = ["currency", "price_year", "discount_rate", "horizon_years", "prices"]
  static let plan = [
    "services", "budget", "years", "objective", "measure", "weights", "target", "carry_over", "kilometres_per_year",
    "seed",
    "required",
    "excluded", "roads", "water", "forbidden", "funded", "branch_points", "ground", "terrain", "cable", "signal",
    "power",
  ]
  static let planTerrain = ["layer", "field"]
  static let planSignal = [
    "technology", "range", "tower", "people_per_site", "fibre_within", "hop", "satellite", "power_within", "hill_tops",
    "towers", "elevation", "phone_height", "phone_fresnel", "hop_fresnel", "hop_frequency",
  ]
  static let planTowers = ["layer", "upgrade", "height"]
  static let planPower = ["tier", "technologies"]
  static let technologies = [
    "points", "fields", "use", "objective", "budget", "users_percent", "users_per_point", "mbps_per_user",
    "revenue_per_user", "microwave_range", "mast", "capacities",
  ]
  static let technologyFields = TechnologySource.Field.allCases.map(\.rawValue)
  static let accessTechnologies = AccessTechnology.allCases.map(\.rawValue)
  static let accessCapacity = ["mbps", "units"]
  static let price = ["capital", "running", "running_percent", "lifetime_years", "source"]
  static let target = ["service", "unserved", "by"]
  static let rankingFields = RankingField.allCases.map(\.rawValue)
}

/// The words that a rule's `rule` may be.
enum RuleWord: String, CaseIterable {
  case within
  case inside
  case range
}
