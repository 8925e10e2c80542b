/// A section of a page.
struct PageSection {
  /// Its anchor.
  let id: String
  /// Its title in the list of contents.
  let title: String
  /// The whole section.
  let content: Markup

  /// A section with its heading.
  init(_ id: String, _ title: String, _ body: Markup) {
    self.id = id
    self.title = title
    content = """
      <section id="\(id)" aria-labelledby="\(id)-title"><div class="wide">
      <h2 id="\(id)-title">\(title)</h2>
      \(body)
      </div></section>

      """
  }
}
