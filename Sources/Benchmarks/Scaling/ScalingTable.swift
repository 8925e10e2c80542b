/// The runs of one kind of growth, and what they say of one more and of a thousand million.
struct ScalingTable {
  let axis: ScalingAxis
  private var rows: [Row] = []
  private static let far = 1e9

  /// What a size took.
  struct Row {
    var size: Int
    var wallSeconds: Double
    var processorSeconds: Double
    var peakBytes: Double
  }

  init(axis: ScalingAxis) { self.axis = axis }

  mutating func append(_ row: Row) { rows.append(row) }

  /// A table in Markdown and a paragraph below it.
  var text: String {
    var table = MarkdownTable(header: [axis.rawValue, "wall s", "CPU s", "peak MB"])
    for row in rows {
      table.append([
        Figures.whole(Double(row.size)), Figures.fixed(row.wallSeconds, 3), Figures.fixed(row.processorSeconds, 3),
        Figures.whole(row.peakBytes / 1e6),
      ])
    }
    return rows.count < 2 ? table.text : table.text + "\n" + summary
  }

  private var summary: String {
    func fit(_ value: (Row) -> Double) -> LinearFit { LinearFit(rows.map { (Double($0.size), value($0)) }) }
    let (wall, processor, memory) = (fit(\.wallSeconds), fit(\.processorSeconds), fit(\.peakBytes))
    return """
      One more \(axis.unitName): \(Figures.significant(wall.slope * 1e6)) µs wall, \
      \(Figures.significant(processor.slope * 1e6)) µs of CPU, \(Figures.significant(memory.slope)) bytes at the peak. \
      Without any: \(Figures.significant(wall.intercept)) s, \(Figures.whole(memory.intercept / 1e6)) MB. \
      The lines explain \(Figures.fixed(100 * wall.explained, 1)), \(Figures.fixed(100 * processor.explained, 1)) and \
      \(Figures.fixed(100 * memory.explained, 1)) % of the variance. \
      A thousand million would take \(Figures.significant(wall.value(at: Self.far) / 60)) minutes \
      and \(Figures.significant(memory.value(at: Self.far) / 1e9)) GB.

      """
  }
}
