import Coverage
import Project

extension RunFigures {
  /// The figures of an analysis that was made at `time`, in ISO 8601; services without rules are left out.
  public init(_ analysis: Analysis, time: String) {
    let all = analysis.summary.all
    var services: [Service: Counts] = [:]
    for service in Service.allCases where !analysis.inputs.project.rules(for: service).isEmpty {
      services[service] = Counts(
        served: all[service, .served].villages, unserved: all[service, .unserved].villages,
        unknown: all[service, .unknown].villages,
        peopleUnserved: Int(exactly: all[service, .unserved].people.rounded()) ?? .max)
    }
    self.init(time: time, villages: all.total.villages, services: services)
  }
}
