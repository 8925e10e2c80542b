// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "PhuSong",
  products: [
    .executable(name: "phusong", targets: ["phusong"]),
    .library(name: "Geospatial", targets: ["Geospatial"]),
    .library(name: "GeoFormats", targets: ["GeoFormats"]),
    .library(name: "Coverage", targets: ["Coverage"]),
    .library(name: "Rollout", targets: ["Rollout"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CGEOS", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(name: "CPROJ", providers: [.apt(["libproj-dev"])]),
    .target(name: "LateLoading", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "EightWide"),
    .target(name: "Geospatial", dependencies: ["CGEOS", "CPROJ", "EightWide", "LateLoading"]),
    .target(name: "GeoFormats", dependencies: ["Geospatial", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(name: "Coverage", dependencies: ["Geospatial", "GeoFormats"]),
    .target(
      name: "Project",
      dependencies: ["Coverage", "Rollout", "GeoFormats", "Geospatial", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "Reporting",
      dependencies: [
        "Project", "Rollout", "Coverage", "GeoFormats", "Geospatial", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
      ], exclude: ["Page"], plugins: ["PageTextPlugin"]),
    .executableTarget(name: "PageTextWriter"),
    .plugin(
      name: "PageTextPlugin", capability: .buildTool(), dependencies: ["PageTextWriter"],
      path: "Sources/PageTextPlugin"),
    .executableTarget(
      name: "phusong",
      dependencies: [
        "Reporting", "Project", "Rollout", "Coverage", "GeoFormats", "Geospatial",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .target(name: "Randomness"),
    .target(name: "Rollout", dependencies: ["Geospatial", "Randomness"]),
    .executableTarget(
      name: "ReferenceData",
      dependencies: ["Geospatial", "Randomness", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Project", "Rollout", "Coverage", "GeoFormats", "Geospatial", "Randomness",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "PlainGeometry", dependencies: ["Geospatial"], path: "Tests/PlainGeometry"),
    .testTarget(name: "GeospatialTests", dependencies: ["Geospatial", "EightWide", "PlainGeometry"]),
    .testTarget(
      name: "GeoFormatsTests",
      dependencies: ["GeoFormats", "Geospatial", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "CoverageTests", dependencies: ["Coverage", "GeoFormats", "Geospatial", "PlainGeometry"]),
    .testTarget(name: "RolloutTests", dependencies: ["Rollout", "GeoFormats", "Geospatial", "Randomness"]),
    .testTarget(
      name: "ProjectTests", dependencies: ["Project", "Rollout", "Coverage", "GeoFormats", "Geospatial", "Randomness"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "Project", "Rollout", "Coverage", "GeoFormats", "Geospatial", "Randomness",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Logging", package: "swift-log"),
      ]),
    .testTarget(
      name: "phusongTests",
      dependencies: ["phusong", "Reporting", "Geospatial", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Projects", "Expected", "Schemas"]),
    .testTarget(
      name: "BenchmarksTests", dependencies: ["Benchmarks", "Rollout", "GeoFormats", "Geospatial", "phusong"]),
    .testTarget(name: "ReferenceDataTests", dependencies: ["ReferenceData"]),
  ],
  swiftLanguageModes: [.v6]
)
