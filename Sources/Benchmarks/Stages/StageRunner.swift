import Foundation
import GeoFormats
import Geospatial
import Project

/// Times the stages on the files of a folder, each on its own.
struct StageRunner {
  let folder: String
  let villages: String
  let project: String
  /// Where the stage of writing puts its file.
  let scratch: String
  let runs: Int

  /// The figures of every stage, with each number of threads.
  func figures(threads: [Int]) async throws -> [StageFigure] {
    var figures: [StageFigure] = []
    for threads in threads {
      figures.append(try await scanning(.scanningVillages, [villages], keys: ["id"], threads: threads))
      let layers = ["fibre", "power", "coverage"].map { folder + $0 + ".geojson" }
      figures.append(try await scanning(.scanningLayers, layers, keys: [], threads: threads))
      figures += try await geometry(threads: threads)
      figures.append(try await writing(threads: threads))
    }
    let order = Dictionary(uniqueKeysWithValues: Stage.allCases.enumerated().map { ($1.rawValue, $0) })
    return figures.sorted { (order[$0.stage] ?? 0, $0.threads) < (order[$1.stage] ?? 0, $1.threads) }
  }

  /// Runs `body` as often as asked and once more before, so that files are in memory and pages are mapped; `figure` turns
  /// seconds into the unit of the stage.
  private func samples(_ body: () async throws -> Void, figure: (Double) -> Double) async throws -> Samples {
    var samples = Samples()
    let clock = ContinuousClock()
    for run in 0...runs {
      let start = clock.now
      try await body()
      let seconds = start.duration(to: clock.now) / .seconds(1)
      if run > 0 { samples.append(figure(seconds)) }
    }
    return samples
  }

  // MARK: Stages

  private func scanning(_ stage: Stage, _ paths: [String], keys: [String], threads: Int) async throws -> StageFigure {
    let megabytes = try paths.reduce(0) { try $0 + Self.megabytes($1) }
    let samples = try await samples {
      for path in paths {
        _ = try await LayerReader.read(LayerRequest(name: "layer", paths: [path], keys: keys), threads: threads)
      }
    } figure: {
      megabytes / $0
    }
    return StageFigure(stage, threads: threads, samples, workload: "\(Figures.whole(megabytes)) MB")
  }

  private func geometry(threads: Int) async throws -> [StageFigure] {
    let fibre = try await read(folder + "fibre.geojson", threads).geometries
    let coverage = try await read(folder + "coverage.geojson", threads).geometries
    let points = try await read(villages, threads).geometries.coordinates
    let order = HilbertOrder.order(of: points)
    let million = Double(points.count) / 1e6
    let segments = SegmentIndex(fibre)
    let raster = PolygonRaster(coverage, questions: points.count)
    let polygons = PolygonIndex(coverage).with(raster)
    let ranges = Parallel.ranges(count: order.count, pieces: threads == 1 ? 1 : threads * 8)
    let pointCount = "\(Figures.whole(Double(points.count))) points"
    let indexing = try await samples {
      _ = SegmentIndex(fibre)
    } figure: {
      $0
    }
    let rasterising = try await samples {
      _ = PolygonRaster(coverage, questions: points.count)
    } figure: {
      $0
    }
    let ordering = try await samples {
      _ = HilbertOrder.order(of: points)
    } figure: {
      million / $0
    }
    let nearest = try await samples {
      _ = try await Parallel.map(ranges, threads: threads) { Self.sumOfDistances(points, order[$0], segments) }
    } figure: {
      million / $0
    }
    let containment = try await samples {
      _ = try await Parallel.map(ranges, threads: threads) { Self.countInside(points, order[$0], polygons) }
    } figure: {
      million / $0
    }
    return [
      StageFigure(
        .indexing, threads: threads, indexing, workload: "\(Figures.whole(Double(segments.segmentCount))) segments"),
      StageFigure(.ordering, threads: threads, ordering, workload: pointCount),
      StageFigure(.nearest, threads: threads, nearest, workload: pointCount),
      StageFigure(
        .rasterising, threads: threads, rasterising, workload: "\(Figures.whole(Double(polygons.count))) polygons"),
      StageFigure(.containment, threads: threads, containment, workload: pointCount),
    ]
  }

  private func writing(threads: Int) async throws -> StageFigure {
    let analysis = try await Analysis.run(ProjectFile.read(contentsOf: project), threads: threads)
    let features = VillagesGeoJSON(analysis)
    let path = "\(scratch)/phusong-stage-\(getpid()).geojson"
    let file = try AtomicFile(path: path)
    try await features.write(to: file, threads: threads)
    try AtomicFile.commit([file])
    let megabytes = try Self.megabytes(path)
    unlink(path)
    let samples = try await samples {
      // Never committed: what counts is how fast the text is made, not the disk, and the file goes away with its owner.
      try await features.write(to: AtomicFile(path: path), threads: threads)
    } figure: {
      megabytes / $0
    }
    return StageFigure(.writing, threads: threads, samples, workload: "\(Figures.whole(megabytes)) MB")
  }

  // MARK: Parts

  private static func megabytes(_ path: String) throws -> Double {
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    return Double(size ?? 0) / 1e6
  }

  private func read(_ path: String, _ threads: Int) async throws -> Layer {
    try await LayerReader.read(LayerRequest(name: "layer", paths: [path]), threads: threads)
  }

  private static func sumOfDistances(
    _ points: [Coordinate], _ order: ArraySlice<UInt32>, _ index: SegmentIndex
  ) -> Double {
    index.withSearch { search in
      var sum = 0.0
      for point in order { sum += search.nearest(to: points[Int(point)])?.distanceMetres ?? 0 }
      return sum
    }
  }

  private static func countInside(
    _ points: [Coordinate], _ order: ArraySlice<UInt32>, _ index: PolygonIndex
  ) -> Int {
    index.withSearch { search in
      var count = 0
      for point in order where search.lowestFeature(containing: points[Int(point)]) != nil { count += 1 }
      return count
    }
  }
}
