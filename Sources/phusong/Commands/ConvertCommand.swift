import ArgumentParser
import Foundation
import GeoFormats
import Geospatial
import Project

/// `phusong convert`
struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a layer in another format or reference system.",
    discussion: """
      Reads what analyze reads, and writes by the ending of OUT:

        .geojson, .json                 GeoJSON (RFC 7946)
        .geojsonl, .geojsons, .ndjson   GeoJSON, one feature to a line
        .geojsonseq                     GeoJSON text sequence (RFC 8142)
        .csv, .tsv                      delimited text in UTF-8
        .gpkg                           GeoPackage
        .fgb, .shp.zip, .shp, .tab, .kml, .gml, .xlsx and others through GDAL, where it is installed

      Coordinates have at most 7 decimals of a degree, or 3 of a metre. Properties stay as they are. OUT appears \
      complete or not at all. What PROJ does to the coordinates, and how accurately, goes to standard error.
      """)

  @Argument(help: ArgumentHelp("The file to read.", valueName: "in"), completion: .file())
  var input: String

  @Argument(help: ArgumentHelp("The file to write.", valueName: "out"), completion: .file())
  var output: String

  @Option(
    help: ArgumentHelp(
      "The reference system of IN, such as EPSG:3405; by default what the file says, else WGS 84.", valueName: "crs"))
  var from: String?

  @Option(help: ArgumentHelp("The reference system of OUT; by default WGS 84.", valueName: "crs"))
  var to: String?

  @Flag(help: "Start delimited text with the byte-order mark by which Excel knows UTF-8.")
  var bom = false

  @Option(
    help: ArgumentHelp(
      "The encoding of delimited text read: \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")); "
        + "by default UTF-8, or a guess.", valueName: "encoding"))
  var encoding: TextEncoding?

  func validate() throws {
    guard let format = ConvertDestination(path: output) else {
      throw ValidationError(
        "No format has the ending of '\(output)'. Expected one of \(ConvertDestination.endings).")
    }
    if bom, !format.isTable { throw ValidationError("--bom is for .csv and .tsv only.") }
    if encoding != nil, LayerFormat(path: input) != .csv {
      throw ValidationError("--encoding is for delimited text; '\(input)' is read as GeoJSON, which is UTF-8.")
    }
  }

  func run() async throws {
    guard let destination = ConvertDestination(path: output) else { return }
    let target = try referenceSystem(to, option: "--to") ?? .wgs84
    let source = try referenceSystem(from, option: "--from")
    guard destination.allowsAnyReferenceSystem || target.isWGS84LongitudeLatitude else {
      throw ValidationError(
        "'\(output)' cannot be in \(target): GeoJSON is always WGS 84 (RFC 7946, 4). Leave --to away, or write .csv.")
    }
    if let identity = FileIdentity(output), identity == FileIdentity(input) {
      throw AtomicFile.Failure(path: output, reason: "it is the input; choose another name")
    }
    let layer = try await read(to: target)
    let losses = try report(on: layer, from: source, to: target)
    for remark in try await destination.write(layer, crs: target, hasByteOrderMark: bom, to: output) {
      Terminal.writeError("warning: \(output): \(remark)")
    }
    print("\(output) written: \(layer.count) \(layer.count == 1 ? "feature" : "features")")
    if losses { throw Outcome.somethingLeftOut }
  }

  private func referenceSystem(_ definition: String?, option: String) throws -> CoordinateReferenceSystem? {
    guard let definition else { return nil }
    do {
      return try CoordinateReferenceSystem(definition)
    } catch {
      throw ValidationError("\(option): \(error)")
    }
  }

  private func read(to target: CoordinateReferenceSystem) async throws -> Layer {
    let name = URL(fileURLWithPath: output).deletingPathExtension().lastPathComponent
    var request = LayerRequest(name: name, paths: [input], crs: from, csv: CSVOptions(encoding: encoding))
    request.target = target
    return try await LayerReader.read(request, threads: ProcessInfo.processInfo.activeProcessorCount)
  }

  // MARK: Reports

  /// Says on standard error what was done to the coordinates and what was mended; whether something is lost.
  private func report(
    on layer: Layer, from declared: CoordinateReferenceSystem?, to target: CoordinateReferenceSystem
  ) throws -> Bool {
    let inFile = try layer.files.first?.declaredCRS.map { try CoordinateReferenceSystem($0) }
    try reportOperation(from: declared ?? inFile ?? .wgs84, to: target)
    var losses = false
    // What was done to the coordinates has been told above, for the way that they really took.
    for notice in layer.notices where !notice.isInformation {
      let text = notice.feature.map { layer.error(feature: $0, notice.text).description } ?? notice.text
      Terminal.writeError("warning: \(text)")
      losses = losses || notice.isLoss
    }
    if layer.coordinatesWithHeight > 0 {
      Terminal.writeError("warning: \(input): heights left out: \(layer.coordinatesWithHeight) positions have one")
      losses = true
    }
    return losses
  }

  private func name(of crs: CoordinateReferenceSystem) -> String {
    crs.isWGS84LongitudeLatitude ? "WGS 84" : crs.description
  }

  private func reportOperation(
    from source: CoordinateReferenceSystem, to target: CoordinateReferenceSystem
  ) throws {
    if source == target || (source.isWGS84LongitudeLatitude && target.isWGS84LongitudeLatitude) { return }
    let transformation = try Transformation(from: source, to: target)
    let accuracy = transformation.accuracyMetres.map { "accuracy \(AttributeValue.number($0).spelling ?? "") m" }
    Terminal.writeError(
      "\(name(of: source)) to \(name(of: target)): \(transformation.operationName), \(accuracy ?? "accuracy unknown")")
    if transformation.isBallpark {
      Terminal.writeError(
        "warning: the datum shift is left out, as PROJ knows none; positions may be off by hundreds of metres")
    }
  }
}

extension TextEncoding: ExpressibleByArgument {}
