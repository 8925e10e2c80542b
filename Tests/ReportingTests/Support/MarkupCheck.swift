import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Whether text is well-formed XML, and what stands in it.
final class MarkupCheck: NSObject, XMLParserDelegate {
  /// The names of the elements in their order.
  private(set) var elements: [String] = []
  /// All text.
  private(set) var text = ""
  /// What is wrong; nil for nothing.
  private(set) var problem: String?
  /// The attributes of the elements, same order.
  private(set) var attributes: [[String: String]] = []

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    if !parser.parse() { problem = "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "")" }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append(name)
    self.attributes.append(attributes)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func count(of name: String) -> Int { elements.count { $0 == name } }
}
