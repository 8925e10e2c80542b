import Coverage
import GeoFormats
import Geospatial

/// A layer that was read for checking, with what was found so far.
struct CheckedSource: Sendable {
  /// The name in the project file.
  var name: String
  /// The features that pass the layer's filter, as read; nil when the layer cannot be read.
  var layer: Layer?
  /// Whether the filter left features out.
  var isFiltered = false
  /// The box around the features, in **degrees**.
  var extent = BoundingBox.empty
  /// The findings in any order.
  var findings: [QualityFinding] = []
}

/// Reads a layer of a project and checks what can be checked on any layer.
struct LayerValidation: Sendable {
  let name: String
  let source: FileSource
  let keys: [String]
  let limits: QualityLimits

  /// The layer with the findings of its reading: that it cannot be read, what was mended or left out, encodings.
  func read(_ needs: LayerNeeds) async -> CheckedSource {
    var checked = CheckedSource(name: name)
    var paths: [String] = []
    do {
      let request = try needs.request(name, source, keys: keys + source.filter.properties)
      paths = request.paths
      var layer = try await LayerReader.read(request)
      let wanted = keys + source.filter.properties
      try source.known.map { SourceMapping($0, wanted: wanted) }?.apply(to: &layer)
      if let mask = source.filter.mask(of: layer) {
        checked.isFiltered = mask.contains(false)
        layer = layer.filtered { mask[$0] }
      }
      checked.findings += notices(of: layer)
      checked.extent = layer.geometries.boundingBox
      checked.layer = layer
    } catch {
      checked.findings.append(QualityFinding(.error, .unreadable, layer: name, "\(error)"))
    }
    checked.findings += encodings(of: paths, isRead: checked.layer != nil)
    return checked
  }

  /// All checks on a layer that is not the villages.
  func check(_ read: CheckedSource, threads: Int) async throws -> CheckedSource {
    guard let layer = read.layer else { return read }
    var checked = read
    checked.findings += LayerChecks.emptiness(
      of: layer.geometries, layer: name, severity: .warning, isFiltered: read.isFiltered)
    checked.findings += LayerChecks.missingGeometries(in: layer.geometries, layer: name)
    checked.findings += LayerChecks.mixedGeometries(in: layer.geometries, layer: name)
    checked.findings += DuplicateFeatures.findings(in: layer, name: name)
    checked.findings += LineChecks.findings(in: layer.geometries, layer: name)
    checked.findings += NetworkChecks.findings(in: layer.geometries, layer: name, limits: limits)
    checked.findings += FieldChecks.findings(in: layer, name: name, limits: limits)
    var repaired = layer
    let repairs = try await PolygonRepair.repair(&repaired.geometries, threads: threads)
    checked.findings += LineChecks.findings(on: repairs, layer: name)
    checked.findings += try await OverlapChecks.findings(in: repaired, name: name, limits: limits, threads: threads)
    return checked
  }

  /// What the reader mended or left out. That a file has the `crs` member of 2008 is no fault of its data.
  private func notices(of layer: Layer) -> [QualityFinding] {
    layer.notices.map { notice in
      let severity: QualitySeverity = notice.isLoss ? .error : (notice.feature == nil ? .note : .warning)
      let place = notice.feature.flatMap { layer.geometries.coordinates(ofFeature: $0).first }
      return QualityFinding(
        severity, notice.isLoss ? .leftOut : .mended, layer: name, feature: notice.feature, notice.text,
        at: place.map { layer.geometries.coordinates[$0] })
    }
  }

  /// Findings on files that are not UTF-8. Of GeoJSON that could be read it is known that it is.
  private func encodings(of paths: [String], isRead: Bool) -> [QualityFinding] {
    paths.compactMap { path in
      if isRead, source.format(ofPath: path) != .csv { return nil }
      return FileEncoding.fault(ofFile: path).map { fault in
        QualityFinding(.warning, .fileEncoding, layer: name, "\(path): \(fault); save the file as UTF-8")
      }
    }
  }
}
