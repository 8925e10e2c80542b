/// What text is written on: how wide it is, and whether it shows colours.
struct Page {
  /// How many cells a line has; nil for lines of any length.
  let width: Int?
  /// Whether it shows colours.
  let isColoured: Bool

  /// Standard output, or a file at a path, which takes lines of any length and no colours whatever stands before the terminal.
  init(path: String?) {
    width = path == nil ? Terminal.outputWidth : nil
    isColoured = path == nil && Terminal.hasColours
  }
}

extension TextTable {
  /// The table as it fits a page.
  func text(on page: Page) -> String { text(width: page.width, isColoured: page.isColoured) }
}
