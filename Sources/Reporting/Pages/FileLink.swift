/// A file of the report beside the page: a link on the screen, its name alone on paper, where nothing can be opened.
enum FileLink {
  static func markup(_ name: String) -> Markup {
    "<a class=\"file\" href=\"\(name)\">\(name)</a><span class=\"file-name\">\(name)</span>"
  }

  /// A line that tells where the rest of a list stands.
  static func rest(_ text: String, _ name: String) -> Markup { "<p class=\"rest\">\(text) \(markup(name)).</p>\n" }
}
