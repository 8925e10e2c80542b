import Geospatial

extension SiteMaking {
  /// What a bill costs to build: each line is rounded to a whole unit of the **currency** once.
  func cost(_ bill: [BillLine]) throws(SignalError) -> Int {
    var sum = 0
    for line in bill {
      let capital: Double
      do { capital = try catalogue.price(of: line.item).capital } catch { throw .cost(error) }
      guard capital >= 0, capital.isFinite else { throw .unusablePrice(line.item, value: capital) }
      guard capital * line.quantity < Double(Self.largestSum) else { throw .tooLarge }
      do { sum += try catalogue.cost(of: line) } catch { throw .cost(error) }
    }
    return sum
  }

  /// Sums below this are exact in floating point, with a bit to spare: 4,500 million million.
  static let largestSum = 1 << 52

  /// The bills of a site but for backhaul by radio; without fibre the backhaul is left to be by satellite.
  mutating func findFibreAndPower(_ index: Int) throws(SignalError) {
    var site = sites[index]
    if site.work == .upgrade {
      site.towerBill = [BillLine(.towerUpgrade, quantity: 1)]
    } else {
      site.towerBill = [BillLine(settings.towerHeight.costItem, quantity: 1)]
      if let line = power.nearest(to: site.coordinate, within: settings.farthestPowerLineMetres) {
        site.power = .line(metres: line.metres)
        let kilometres = line.metres * settings.detourFactor / 1000
        if kilometres > 0 { site.towerBill.append(BillLine(.lowVoltageLine, quantity: kilometres)) }
      } else {
        site.power = .solar
        site.solarBill = [BillLine(.towerSolar, quantity: 1)]
      }
      let limit = max(settings.farthestFibreMetres, settings.fibreOnSiteMetres)
      if let nearest = fibre.nearest(to: site.coordinate, within: limit) {
        if nearest.metres <= settings.fibreOnSiteMetres {
          site.backhaul = .fibreOnSite
        } else {
          site.backhaul = .cable(from: nearest.place, metres: nearest.metres)
          site.backhaulBill = [
            BillLine(
              .fibre(settings.cableMethod, sources.terrain(site.coordinate)),
              quantity: nearest.metres * settings.detourFactor / 1000),
            BillLine(.spliceClosure, quantity: 1),
          ]
        }
      } else {
        site.backhaul = .satellite
      }
    }
    site.cost = try cost(site.towerBill) + cost(site.solarBill) + cost(site.backhaulBill)
    sites[index] = site
  }
}
