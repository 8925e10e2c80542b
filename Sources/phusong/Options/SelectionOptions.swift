import ArgumentParser
import Coverage
import Project

/// Which villages a question is about; all that is asked must hold.
struct SelectionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only villages that lack this service: fibre, signal or power.", valueName: "service"))
  var service: Service?

  @Option(
    help: ArgumentHelp("Only villages of this province, of the 63 or the 34, in any spelling.", valueName: "name"))
  var province: String?

  @Option(help: ArgumentHelp("Only villages of this district.", valueName: "name"))
  var district: String?

  @Option(help: ArgumentHelp("Only villages of this commune.", valueName: "name"))
  var commune: String?

  @Option(help: ArgumentHelp("Measure the distance of every village to a place.", valueName: "lon,lat"))
  var near: Place?

  @Option(help: ArgumentHelp("With --near: only villages so near, as 20km or 500m.", valueName: "distance"))
  var within: Metres?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Only villages inside a polygon of this file, of any format.", valueName: "file"),
    completion: .file())
  var areas: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only villages that satisfy this filter, in the text form of OGC CQL2, as \"population > 500 AND signal = 'unserved'\".",
      valueName: "expression"))
  var filter: String?

  func validate() throws {
    if within != nil, near == nil { throw ValidationError("--within needs a place; name one with --near LON,LAT.") }
  }

  func apply(to query: inout RankQuery) throws {
    query.service = service
    query.units = [(.province, province), (.district, district), (.commune, commune)].compactMap { level, name in
      name.map { (level, $0) }
    }
    query.near = near.map { ($0.coordinate, within?.value) }
    query.areas = areas
    do throws(CQL2.ExpressionError) {
      query.filter = try filter.map { text throws(CQL2.ExpressionError) in try CQL2.Filter(text) }
    } catch {
      throw QueryError.filter(error)
    }
  }
}

extension Service: ExpressibleByArgument {}
