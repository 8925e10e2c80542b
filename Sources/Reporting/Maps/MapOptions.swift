import Coverage

/// How a map picture is drawn.
public struct MapOptions: Hashable, Sendable {
  /// The width of the whole picture, in **pixels** of 1/96 inch.
  public var widthPixels: Int
  /// The service whose statuses colour the villages; nil to colour them by everything they lack.
  public var service: Service?
  /// Whether it stands in a page, which has a title of its own.
  public var isEmbedded: Bool

  /// Options for a picture `widthPixels` **pixels** wide, 400 to 10,000.
  public init(widthPixels: Int = 1000, service: Service? = nil, isEmbedded: Bool = false) {
    self.widthPixels = widthPixels
    self.service = service
    self.isEmbedded = isEmbedded
  }

  /// The widths that make a picture worth looking at, in **pixels**.
  public static let widths = 400...10_000
}
