import Geospatial

/// The features of one large GeoJSON file in runs, each read as a layer of its own when it is asked for, so that the file
/// never is in memory as a whole.
///
/// ```swift
/// guard let blocks = GeoJSONBlocks(request) else { return try await LayerReader.read(request) }
/// for index in 0..<blocks.count {
///   guard let block = blocks.block(index) else { break }
///   look(at: block.layer)
///   blocks.release(index)
/// }
/// ```
///
/// Runs are begun on trust where a feature seems to begin, as ``GeoJSONReader`` does. Anything that is not plainly as it
/// should be (a fault in the text, a run that ends elsewhere than the next begins, a reference system other than WGS 84)
/// has the answer nil: the reader of whole files knows what to do about it and what to say.
public struct GeoJSONBlocks: Sendable {
  let source: SourceBytes
  let request: LayerRequest
  let path: String
  /// The reference system that the file declares; nil when it declares none.
  let declaredCRS: String?
  /// The byte at which each block begins.
  private let starts: [Int]
  /// What is to be said of the file as a whole.
  public let notices: [Layer.Notice]

  /// A run of features.
  public struct Block: Sendable {
    /// The features of the run, counted from 0, and the notices on them.
    public var layer: Layer
    /// Where each feature begins, in **bytes** from the start of the run.
    public var offsets: [UInt32]
    /// Which keys of the request some feature of the run has.
    public var presentKeys: [Bool]
  }

  /// Looks at the beginning of the file of a request and cuts it into runs of about `bytesPerBlock` **bytes**; nil unless
  /// the request is for one GeoJSON file that is a collection in WGS 84.
  public init?(_ request: LayerRequest, bytesPerBlock: Int = 12 << 20) {
    guard request.paths.count == 1, let path = request.paths.first, request.boundingBox == nil,
      (request.format ?? LayerFormat(path: path)) == .geojson, request.target.isWGS84LongitudeLatitude,
      let source = try? SourceBytes(contentsOf: path)
    else { return nil }
    let opening: (start: Int, crs: String?)? = source.withBytes { bytes in
      guard !UTF16Check.looksLikeUTF16(bytes) else { return nil }
      var scanner = FeatureScanner(
        bytes, from: JSONText.byteOrderMarkLength(bytes), keys: request.keys, source: source)
      guard (try? scanner.skipRecordSeparators()) != nil, (try? scanner.documentUpToFeatures()) == .features,
        scanner.chunk.crsDeclarations.conflict == nil
      else { return nil }
      scanner.json.skipWhitespace()
      return (scanner.json.position, scanner.chunk.crsDeclarations.first?.name)
    }
    guard let opening else { return nil }
    if let definition = request.crs ?? opening.crs {
      guard let crs = try? CoordinateReferenceSystem(definition), crs.isWGS84LongitudeLatitude else { return nil }
    }
    notices = request.crs == nil ? opening.crs.map { [LayerReader.memberNotice($0, path: path)] } ?? [] : []
    (self.source, self.request, self.path, declaredCRS) = (source, request, path, opening.crs)
    starts = source.withBytes { bytes in
      var starts = [opening.start]
      // Offsets within a run are of 32 bits.
      let step = min(max(1, bytesPerBlock), 1 << 30)
      for target in stride(from: opening.start + step, to: bytes.count, by: step) {
        let found = FeatureBoundary.featureStart(after: target, patternFrom: opening.start, in: bytes)
        if let found, found > starts[starts.count - 1] { starts.append(found) }
        source.release(target..<(target + 1))
      }
      return starts
    }
  }

  /// How many runs there are.
  public var count: Int { starts.count }

  /// About how many features there are, by the size of the file: a feature with a point is seldom less than 100 **bytes** or
  /// more than 400.
  public var roughCount: Int { source.count / 200 }

  /// The byte of the file at which a run begins.
  public func start(ofBlock index: Int) -> Int { starts[index] }

  /// The features of a run; nil when something about them is not plainly as it should be.
  public func block(_ index: Int) -> Block? {
    guard let chunk = chunk(index), let layer = layer(chunk) else { return nil }
    let attributes = layer.attributes
    return Block(
      layer: layer,
      offsets: attributes.featureOffsets.map { UInt32(truncatingIfNeeded: $0 - starts[index]) },
      presentKeys: attributes.presentKeys)
  }

  /// The features of a run as they are read; nil when the run is not plainly as it should be.
  func chunk(_ index: Int) -> FeatureChunk? {
    let isLast = index == starts.count - 1
    let limit = isLast ? Int.max : starts[index + 1]
    return source.withBytes { bytes in
      var scanner = FeatureScanner(bytes, from: starts[index], keys: request.keys, source: source)
      scanner.chunk.reserveCapacity(forBytes: min(limit, bytes.count) - starts[index])
      guard (try? scanner.features(upTo: limit, mayEndAtOnce: index == 0)) == isLast,
        isLast ? isEnd(&scanner) : scanner.json.position == limit
      else { return nil }
      return scanner.chunk
    }
  }

  /// The features that begin at these bytes, in their order; nil when one cannot be read, for the file has changed.
  public func features(at bytes: [Int]) -> Layer? {
    let chunk: FeatureChunk? = source.withBytes { all in
      var scanner = FeatureScanner(all, from: 0, keys: request.keys, source: source)
      for byte in bytes {
        scanner.json.position = byte
        guard byte < all.count, (try? scanner.feature()) != nil else { return nil }
      }
      return scanner.chunk
    }
    return chunk.flatMap { layer($0) }
  }

  /// The error for features that can no longer be read as they were.
  public var changed: FormatError { FormatError(file: path, problem: "it was changed while it was read") }

  /// Gives back the memory of a run whose layer is done with; it is read again when it is used again.
  public func release(_ index: Int) {
    source.release(starts[index]..<(index + 1 < starts.count ? starts[index + 1] : source.count))
  }

  /// Gives back the memory of a range of **bytes** of the file.
  public func release(bytes: Range<Int>) { source.release(bytes) }

  /// The places of features, as ``Layer/places(ofFeatures:)`` tells them: of each the number in the file and the byte at
  /// which it begins, ascending. O(bytes of the file).
  public func places(of features: [(number: Int, byte: Int)]) -> [(file: String, place: String)] {
    var (byte, line) = (0, 1)
    return features.map { feature in
      while byte < feature.byte {
        let end = min(feature.byte, byte + (16 << 20))
        line += source.lineFeeds(in: byte..<end)
        source.release(byte..<end)
        byte = end
      }
      return (path, "feature \(feature.number), line \(line)")
    }
  }

  /// Whether the collection ends here and the text with it, without another word on the reference system.
  private func isEnd(_ scanner: inout FeatureScanner) -> Bool {
    (try? scanner.documentAfterFeatures()) != nil && (try? scanner.skipRecordSeparators()) != nil
      && scanner.json.position >= scanner.json.end
  }

  /// A run as a layer of its own; nil where it is for the reader of whole files.
  func layer(_ chunk: FeatureChunk) -> Layer? {
    // A run that declares a reference system, or has a position that is not on earth, is for the reader of whole files.
    guard chunk.crsDeclarations.first == nil, CoordinateCheck.firstError(in: chunk.geometries) == nil else {
      return nil
    }
    return Layer(
      name: request.name, geometries: chunk.geometries, attributes: chunk.attributes,
      files: [Layer.File(path: path, endFeature: chunk.count)], notices: chunk.notices,
      coordinatesWithHeight: chunk.coordinatesWithHeight)
  }
}
