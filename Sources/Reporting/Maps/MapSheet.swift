import Coverage
import Geospatial
import Project

/// A map picture in SVG: the villages by what they lack, over roads and provinces, with legend, scale bar and north arrow.
public struct MapSheet: Sendable {
  let subject: MapSubject
  let words: Words
  let options: MapOptions
  let projection: MapProjection
  /// Where the frame of the map starts, in **pixels**.
  let top: Double
  private let title: WrappedText
  private let source: WrappedText

  static let sideWidth = 270.0
  static let margin = 12.0

  /// A picture of villages; where none has a position it is of the whole country.
  public init(_ subject: MapSubject, language: ReportLanguage, options: MapOptions = MapOptions()) {
    self.init(subject, Words(language), options)
  }

  init(contents: ReportContents, words: Words, options: MapOptions) {
    self.init(
      MapSubject(
        title: contents.analysis.inputs.project.name, source: "", villages: contents.analysis.inputs.villages,
        assessment: contents.analysis.assessment, ground: contents.ground,
        zones: contents.zones.filter { $0.service == .signal }.flatMap(\.zones)), words, options)
  }

  init(_ subject: MapSubject, _ words: Words, _ options: MapOptions) {
    self.subject = subject
    self.words = words
    self.options = options
    var box = BoundingBox.empty
    for village in subject.drawn { box.include(subject.villages.coordinates[village]) }
    if box.isEmpty { box = BoundingBox(west: 102.1, south: 8.5, east: 109.5, north: 23.4) }
    let width = Double(options.widthPixels) - Self.sideWidth - 3 * Self.margin
    let room = Double(options.widthPixels) - 2 * Self.margin
    title = WrappedText(
      NormalForm.composed(subject.title), width: room, sizes: [20, 17, 14], isBold: true)
    source = WrappedText(NormalForm.composed(subject.source), width: room, sizes: [11])
    top = options.isEmbedded ? Self.margin : 62 + Double(title.lines.count - 1) * title.lineHeight
    projection = MapProjection(box, width: width, greatestHeight: max(400, width * 2.2))
  }

  /// The height of the whole picture, in **pixels**: that of the map, or of the legend where that is higher.
  var height: Double {
    let foot = options.isEmbedded ? 0 : 26 + Double(source.lines.count - 1) * source.lineHeight
    return top + max(projection.height, 470) + Self.margin + foot
  }

  /// The picture as a file: UTF-8, with an XML declaration.
  public func bytes() -> [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + Array(markup.text.utf8) + [0x0A]
  }

  /// The picture as an element.
  var markup: Markup {
    let (width, height) = (ChartText.number(Double(options.widthPixels)), ChartText.number(height))
    let frame: Markup = """
      x="0" y="0" width="\(ChartText.number(projection.width))" height="\(ChartText.number(projection.height))"
      """
    let clip = options.isEmbedded ? "page-map-frame" : "map-frame"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      role="img" aria-label="\(label)" font-family="'Noto Sans','DejaVu Sans',Arial,sans-serif" font-size="12">
      <title>\(NormalForm.composed(subject.title))</title>
      <defs><clipPath id="\(clip)"><rect \(frame)/></clipPath></defs>
      <rect width="\(width)" height="\(height)" fill="#ffffff"/>
      \(heading)<g transform="translate(\(ChartText.number(Self.margin)) \(ChartText.number(top)))">
      <rect \(frame) fill="#f7f9fa"/>
      <g clip-path="url(#\(clip))">
      \(MapDrawing(subject: subject, projection: projection, options: options).markup)</g>
      <rect \(frame) fill="none" stroke="#56646d" stroke-width="1"/>
      </g>
      \(MapLegend(sheet: self).markup)</svg>
      """
  }

  /// What the map shows, for those who do not see it.
  private var label: String {
    let count = words.number(subject.drawn.count)
    let what =
      options.service.map { words.pick("\(words.inner($0)) served or not", "có \(words.inner($0)) hay chưa") }
      ?? words.pick("what they lack", "dịch vụ còn thiếu")
    return words.pick("Map of \(count) villages by \(what)", "Bản đồ \(count) thôn, bản theo \(what)")
  }

  private var heading: Markup {
    if options.isEmbedded { return "" }
    let subtitle =
      options.service.map {
        words.pick("Villages with and without \(words.inner($0))", "Thôn, bản có và chưa có \(words.inner($0))")
      }
      ?? words.pick("Villages by the services they lack", "Thôn, bản theo dịch vụ còn thiếu")
    let x = ChartText.number(Self.margin)
    func text(_ wrapped: WrappedText, from y: Double, _ style: Markup) -> Markup {
      Markup(
        wrapped.lines.enumerated().map { place, line -> Markup in
          """
          <text x="\(x)" y="\(ChartText.number(y + Double(place) * wrapped.lineHeight))" \
          font-size="\(ChartText.number(wrapped.size))" \(style)>\(line)</text>

          """
        })
    }
    let foot = height - 12 - Double(source.lines.count - 1) * source.lineHeight
    return """
      \(text(title, from: 28, "font-weight=\"bold\" fill=\"#10212b\""))\
      <text x="\(x)" y="\(ChartText.number(top - 13))" font-size="14" fill="#3c4a53">\(subtitle)</text>
      \(text(source, from: foot, "fill=\"#3c4a53\""))
      """
  }
}
