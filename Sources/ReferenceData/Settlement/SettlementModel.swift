import Geospatial
import Randomness

/// Makes communes, roads and villages from the commune table.
enum SettlementModel {
  /// - Throws: `ReferenceDataError.notCalibrated` if the communes cannot hold the villages.
  static func make(from communes: [Commune], villages count: Int, generator: SeededGenerator) throws -> Settlement {
    let provinces = ModelledProvince.all
    let screen = CommuneScreen(communes, provinces: provinces)
    let border = BorderCommunes(communes)
    var settlement = Settlement()
    for (number, district) in screen.districts.enumerated() {
      guard let province = provinces.first(where: { $0.code == district.first?.provinceCode }) else { continue }
      var stream = generator.fork("district roads", number)
      let settled = district.map {
        SettledCommune(commune: $0, province: province, isBorder: border.contains($0, of: province), centre: 0)
      }
      DistrictRoads.append(settled, to: &settlement, using: &stream)
    }
    settle(count, in: &settlement, generator: generator)
    guard settlement.villages.count >= count else {
      throw ReferenceDataError.notCalibrated(service: "villages", found: settlement.villages.count, expected: count)
    }
    trim(&settlement, to: count, generator: generator)
    VillageRecords.complete(&settlement, generator: generator)
    return settlement
  }

  private static func settle(_ count: Int, in settlement: inout Settlement, generator: SeededGenerator) {
    let quotas = VillageQuota.draw(for: settlement.communes, villages: count, generator: generator)
    var grid = PointGrid()
    for (index, quota) in quotas.enumerated() where quota > 0 {
      let settled = settlement.communes[index]
      var stream = generator.fork("valleys", index)
      var walk = ValleyWalk(settled: settled, commune: index)
      walk.settle(quota: quota, centre: settled.centre, in: &settlement, grid: &grid, using: &stream)
    }
  }

  /// Drops villages at valley ends until the count is right, and their stations with them.
  private static func trim(_ settlement: inout Settlement, to count: Int, generator: SeededGenerator) {
    var stream = generator.fork("trim")
    var children = [Int](repeating: 0, count: settlement.stations.count)
    for station in settlement.stations {
      if let parent = station.parent { children[parent] += 1 }
    }
    var dropped = [Bool](repeating: false, count: settlement.villages.count)
    var surplus = settlement.villages.count - count
    while surplus > 0 {
      let candidate = stream.index(settlement.villages.count)
      let station = settlement.villages[candidate].station
      guard !dropped[candidate], children[station] == 0 else { continue }
      dropped[candidate] = true
      surplus -= 1
      if let parent = settlement.stations[station].parent { children[parent] -= 1 }
    }
    remove(dropped, from: &settlement)
  }

  private static func remove(_ dropped: [Bool], from settlement: inout Settlement) {
    var gone = [Bool](repeating: false, count: settlement.stations.count)
    for (index, village) in settlement.villages.enumerated() where dropped[index] { gone[village.station] = true }
    var renumbered = [Int](repeating: 0, count: gone.count)
    var stations: [Station] = []
    for (index, station) in settlement.stations.enumerated() where !gone[index] {
      renumbered[index] = stations.count
      var kept = station
      kept.parent = station.parent.map { renumbered[$0] }
      stations.append(kept)
    }
    settlement.villages = zip(settlement.villages, dropped).filter { !$0.1 }.map { village, _ in
      Village(position: village.position, station: renumbered[village.station], commune: village.commune)
    }
    settlement.stations = stations
    settlement.districtCentres = settlement.districtCentres.map { renumbered[$0] }
    for index in settlement.communes.indices {
      settlement.communes[index].centre = renumbered[settlement.communes[index].centre]
    }
  }
}
