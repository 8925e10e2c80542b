import Coverage

extension RunFigures {
  /// The figures of the counts of an analysis that ran at `time`, in ISO 8601. People are rounded to whole ones.
  public init(_ summary: Summary, time: String) {
    let services = Service.allCases.map { service in
      let unserved = summary.all[service, .unserved]
      return (
        service,
        Counts(
          served: summary.all[service, .served].villages, unserved: unserved.villages,
          unknown: summary.all[service, .unknown].villages,
          peopleUnserved: Int(exactly: unserved.people.rounded()) ?? .max)
      )
    }
    self.init(time: time, villages: summary.all.total.villages, services: Dictionary(uniqueKeysWithValues: services))
  }
}
