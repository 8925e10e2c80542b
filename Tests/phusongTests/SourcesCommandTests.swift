import Testing

/// `phusong sources`
@Suite struct SourcesCommandTests {
  @Test func `every source has one line`() throws {
    let run = try Program.run(["sources"], in: Scratch())
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let names = run.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(
      names == [
        "osm-power", "osm-telecom", "osm-places", "ofds-nodes", "ofds-spans", "gridfinder", "opencellid", "ookla-tiles",
        "rsrp", "giga-sites", "giga-nodes", "giga-pois",
      ])
  }

  @Test func `a source is described with licence, default filter and properties`() throws {
    let run = try Program.run(["sources", "rsrp"], in: Scratch())
    #expect(run.status == 0)
    #expect(run.output.contains("counts by default  rsrp_dbm: {min: -110}\n"))
    #expect(run.output.contains("  licence "))
    #expect(run.output.contains("    technology  2G, 3G, 4G or 5G\n"))
  }

  @Test func `a misspelt source is wrong usage, with a suggestion`() throws {
    let run = try Program.run(["sources", "osmpower"], in: Scratch())
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("Error: Unknown source 'osmpower'. Did you mean 'osm-power'?\n"))
  }
}
