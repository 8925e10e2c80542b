import Coverage
import GeoFormats

extension VillageAccount {
  /// The account as JSON text, ending with a line feed. Numbers have the decimals of the other outputs.
  public var json: [UInt8] {
    var writer = AccountJSON()
    writer.open("{")
    writer.member("code", .text(code))
    writer.member("name", name.map { .text($0) } ?? .none)
    writer.member("units", raw: "[" + units.map(AccountJSON.quoted).joined(separator: ", ") + "]")
    writer.member("longitude", VillageCell(coordinate.longitude, decimals: 7))
    writer.member("latitude", VillageCell(coordinate.latitude, decimals: 7))
    writer.member("population", AccountJSON.shortest(people))
    writer.member("households", AccountJSON.shortest(households))
    writer.member("rank", VillageCell(rank))
    if let ranks {
      writer.member("rank_best", VillageCell(ranks.lowerBound))
      writer.member("rank_worst", VillageCell(ranks.upperBound))
    }
    writer.member("villages", VillageCell(rankedCount))
    writer.member("score", .literal(score.description))
    writer.list("parts", parts) { $0.part($1) }
    writer.list("services", services) { $0.service($1) }
    if !measures.isEmpty { writer.list("measures", measures) { $0.measure($1) } }
    writer.close("}")
    return writer.bytes + [0x0A]
  }
}

/// Writes an account member by member, two blanks deeper in every object.
private struct AccountJSON {
  var bytes: [UInt8] = []
  private var depth = 0
  private var isFirst = true

  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.append(NormalForm.composed(text), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func shortest(_ number: Double) -> VillageCell {
    var bytes: [UInt8] = []
    bytes.append(number: number)
    return number.isNaN ? .none : .literal(String(decoding: bytes, as: UTF8.self))
  }

  mutating func open(_ bracket: String) {
    bytes.append(contentsOf: bracket.utf8)
    depth += 1
    isFirst = true
  }

  mutating func close(_ bracket: String) {
    depth -= 1
    if !isFirst { newLine() }
    bytes.append(contentsOf: bracket.utf8)
    isFirst = false
  }

  mutating func member(_ name: String, _ cell: VillageCell) {
    switch cell {
    case .none: member(name, raw: "null")
    case .text(let text): member(name, raw: Self.quoted(text))
    case .literal(let json): member(name, raw: json)
    }
  }

  mutating func member(_ name: String, raw: String) {
    key(name)
    bytes.append(contentsOf: raw.utf8)
  }

  mutating func list<Item>(_ name: String, _ items: [Item], _ body: (inout AccountJSON, Item) -> Void) {
    key(name)
    open("[")
    for item in items {
      next()
      open("{")
      body(&self, item)
      close("}")
    }
    close("]")
  }

  mutating func part(_ part: VillageAccount.Part) {
    member("criterion", .text(part.criterion.rawValue))
    member("value", VillageCell(part.value, decimals: 6))
    member("known", raw: part.isUnknown ? "false" : "true")
    member("weight", Self.shortest(part.weight))
    member("part", .literal(part.part.description))
  }

  mutating func service(_ service: VillageAccount.ServiceAccount) {
    member("service", .text(service.service.rawValue))
    member("status", .text(service.status.description))
    if let confidence = service.confidence { member("confidence", .text("\(confidence)")) }
    member("distance_m", VillageCell(service.distanceMetres, decimals: 1))
    if let rule = service.rule { member("rule", .text(rule.description)) }
    feature(service.feature)
  }

  mutating func measure(_ measure: VillageAccount.MeasureAccount) {
    member("name", .text(measure.name))
    member("distance_m", VillageCell(measure.distanceMetres, decimals: 1))
    feature(measure.feature)
  }

  private mutating func feature(_ feature: VillageAccount.Feature?) {
    guard let feature else { return }
    key("feature")
    open("{")
    member("layer", .text(feature.layer))
    member("file", .text(feature.file))
    member("place", .text(feature.place))
    key("properties")
    open("{")
    for (name, value) in feature.properties { member(name, value) }
    close("}")
    close("}")
  }

  private mutating func key(_ name: String) {
    next()
    bytes.append(contentsOf: "\(Self.quoted(name)): ".utf8)
  }

  private mutating func next() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    newLine()
    isFirst = false
  }

  private mutating func newLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }
}
