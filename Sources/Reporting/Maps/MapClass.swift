import Coverage

/// One entry of a map's legend: which villages it stands for and how these are drawn.
struct MapClass {
  let name: String
  let colour: String
  /// The radius of its dots, in **pixels**.
  let radius: Double
  let villages: [Int]

  /// The classes of a map, those to be drawn first in front; empty ones are left out.
  static func classes(_ subject: MapSubject, _ options: MapOptions, _ words: Words) -> [MapClass] {
    let scale = max(1, Double(options.widthPixels) / 1000)
    let drawn = subject.drawn
    if let service = options.service {
      let statuses = subject.assessment[service].statuses
      return [(Status.served, "#7fa99b", 1.2), (.unknown, "#9a9a9a", 1.6), (.unserved, colour(service), 2.3)].map {
        status, colour, radius in
        MapClass(
          name: name(status, service, words), colour: colour, radius: radius * scale,
          villages: drawn.filter { statuses[$0] == status })
      }.filter { !$0.villages.isEmpty }
    }
    var members = [[Int]](repeating: [], count: Lack.all.count)
    for village in drawn { members[Lack(subject.assessment, village: village).bits].append(village) }
    let known = Lack.knownServices(subject.assessment)
    return Lack.all.sorted().map {
      MapClass(
        name: words.lack($0, of: known), colour: $0.colour, radius: 1.3 * $0.size * scale, villages: members[$0.bits])
    }.filter { !$0.villages.isEmpty }
  }

  private static func colour(_ service: Service) -> String {
    Lack(bits: 1 << (Service.allCases.firstIndex(of: service) ?? 0)).colour
  }

  private static func name(_ status: Status, _ service: Service, _ words: Words) -> String {
    switch status {
    case .served: words.with(service).capitalizedFirst
    case .unserved: words.without(service).capitalizedFirst
    case .unknown: words.status(.unknown).capitalizedFirst
    }
  }
}
