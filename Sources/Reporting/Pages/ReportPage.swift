import Project

/// The report as one HTML page that needs no other file: text, tables, charts, the map and its script.
public struct ReportPage: Sendable {
  let contents: ReportContents
  let words: Words
  let tileURL: String?

  /// A page in a language.
  ///
  /// - Parameter tileURL: where a background map comes from, as `https://tile.example/{z}/{x}/{y}.png`; without one the page
  ///   needs no network.
  public init(_ contents: ReportContents, language: ReportLanguage, tileURL: String? = nil) {
    self.contents = contents
    self.words = Words(language)
    self.tileURL = tileURL
  }

  /// The whole text in UTF-8.
  public func bytes() -> [UInt8] {
    let start: Markup = """
      <!DOCTYPE html>
      <html lang="\(words.language.rawValue)">
      \(head)
      <body>
      <a class="skip" href="#main">\(words.pick("Skip to the report", "Tới nội dung báo cáo"))</a>
      \(masthead)
      \(navigation)
      <main id="main">
      \(sections.map(\.content))
      </main>
      \(footer)
      <script type="application/json" id="report-data">
      """
    let end: Markup = """
      </script>
      <script>
      /*!
      \(Markup(markup: PageText.leaflet_licence_txt))*/
      \(Markup(markup: PageText.leaflet_js))
      </script>
      <script>
      \(Markup(markup: PageText.report_js))
      </script>
      </body>
      </html>

      """
    return Array(start.text.utf8) + MapJSON(contents: contents, words: words, tileURL: tileURL).bytes()
      + Array(end.text.utf8)
  }

  /// The sections in their order, each with its place in the list of contents.
  private var sections: [PageSection] {
    [
      FigureSection.section(contents, words), ChangeSection.section(contents, words),
      MapSection.section(contents, words), PlanSection.section(contents, words),
      UnitSection.section(contents, words), VillageSection.section(contents, words),
      ZoneSection.section(contents, words), QualitySection.section(contents, words),
      MethodSection.section(contents, words),
    ].compactMap { $0 }
  }

  // MARK: Around the sections

  private var title: String {
    "\(NormalForm.composed(contents.analysis.inputs.project.name)) – \(words.pick("coverage report", "báo cáo phủ sóng"))"
  }

  /// What the page may load: nothing but the tiles of a background map.
  private var policy: String {
    var images = "data:"
    if let tileURL, let end = tileURL.range(of: "://") {
      let host = tileURL[end.upperBound...].prefix { $0 != "/" }.split(separator: ".").map { part in
        part.contains("{") ? "*" : String(part)
      }
      images += " \(tileURL[..<end.lowerBound])://\(host.joined(separator: "."))"
    }
    return "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src \(images); "
      + "base-uri 'none'; form-action 'none'"
  }

  private var head: Markup {
    """
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="color-scheme" content="light dark">
    <meta name="generator" content="PhuSong \(contents.programVersion)">
    <title>\(title)</title>
    <style>
    \(Markup(markup: PageText.leaflet_css))
    \(Markup(markup: PageText.report_css))
    </style>
    </head>
    """
  }

  private var masthead: Markup {
    """
    <header class="masthead"><div class="wide">
    <p class="kicker">\(words.pick("Fibre, mobile signal and electricity, village by village", "Cáp quang, sóng di động và điện tới từng thôn, bản"))</p>
    <h1>\(NormalForm.composed(contents.analysis.inputs.project.name))</h1>
    <p class="moment">\(words.pick("As of", "Số liệu lúc")) <time datetime="\(contents.time)">\(words.moment(contents.time))</time></p>
    </div></header>
    """
  }

  private var navigation: Markup {
    let items = sections.map { section -> Markup in "<li><a href=\"#\(section.id)\">\(section.title)</a></li>\n" }
    return """
      <nav aria-label="\(words.pick("Contents", "Mục lục"))"><ul class="wide">
      \(items)</ul></nav>
      """
  }

  private var footer: Markup {
    """
    <footer><div class="wide">
    <p>\(words.pick("Made by", "Lập bằng")) PhuSong \(contents.programVersion), \(words.moment(contents.time)).
    \(words.pick("The map uses Leaflet (BSD 2-clause), whose licence stands in the source of this page.", "Bản đồ dùng Leaflet (BSD 2-clause), giấy phép nằm trong mã nguồn trang này."))</p>
    </div></footer>
    """
  }
}
