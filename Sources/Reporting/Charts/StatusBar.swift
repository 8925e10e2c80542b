import Coverage

/// How many villages are served, unserved and unknown, as one bar.
struct StatusBar {
  let counts: RunFigures.Counts
  let service: Service
  let words: Words

  /// The drawing, with its figures in words for those who do not see it.
  var markup: Markup {
    let total = max(1, counts.served + counts.unserved + counts.unknown)
    var x = 0.0
    var bars: Markup = ""
    for (name, count) in [("served", counts.served), ("unserved", counts.unserved), ("unknown", counts.unknown)]
    where count > 0 {
      let width = Double(count) / Double(total) * 100
      bars += """
        <rect class="\(name)" x="\(ChartText.number(x))" y="0" width="\(ChartText.number(width))" height="6"/>
        """
      x += width
    }
    let label =
      "\(words.name(service)): \(words.number(counts.served)) \(words.status(.served)), "
      + "\(words.number(counts.unserved)) \(words.status(.unserved)), "
      + "\(words.number(counts.unknown)) \(words.status(.unknown))"
    return """
      <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="\(label)">\(bars)</svg>
      """
  }
}
