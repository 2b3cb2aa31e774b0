// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// Settings of targets whose tests look inside, in release too.
let openToTests = strict + [.unsafeFlags(["-enable-testing"])]

func target(
  _ name: String, uses dependencies: [Target.Dependency] = [], leavingOut exclude: [String] = [],
  settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func tests(
  _ name: String, uses dependencies: [Target.Dependency], leavingOut exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: strict)
}

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let flyingFox: Target.Dependency = .product(name: "FlyingFox", package: "FlyingFox")

// Each target imports only targets that stand above it in this list.
let package = Package(
  name: "sonae",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "sonae", targets: ["sonae"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas-dev", "liblapacke-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CClp", providers: [.apt(["coinor-libclp-dev"])]),
    .target(
      name: "CBundledData",
      exclude: [
        "economies", "commodities", "concordances", "countries", "criticality", "defaults",
        "explorer", "sobol",
      ],
      cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
    target("Diagnostics"),
    target("LinearAlgebra", uses: ["COpenBLAS"]),
    target(
      "Files",
      uses: [
        "Diagnostics", "CZlib", "CZstd", "CZip", "CExpat", "CCrypto", "CXLSXWriter",
        "CBundledData",
      ],
      settings: openToTests),
    target("Quantities", uses: ["Diagnostics"], settings: openToTests),
    target("Statistics", uses: ["Files"]),
    target("InputOutputTables", uses: ["Files", "Quantities", "LinearAlgebra", "Diagnostics"]),
    target("Commodities", uses: ["Files", "Quantities", "Diagnostics"], settings: openToTests),
    target(
      "ComparativeStatics",
      uses: ["InputOutputTables", "Quantities", "LinearAlgebra", "Diagnostics"],
      leavingOut: ["README.md"]),
    target(
      "TableFormats",
      uses: ["InputOutputTables", "Files", "LinearAlgebra", "Diagnostics"],
      leavingOut: ["README.md"], settings: openToTests),
    target("ScenarioText", uses: ["Diagnostics"]),
    target(
      "Scenarios",
      uses: [
        "ScenarioText", "Commodities", "InputOutputTables", "Statistics", "Quantities", "Files",
        "Diagnostics",
      ]),
    .target(name: "CKernels"),
    target(
      "Propagation",
      uses: [
        "Scenarios", "Commodities", "InputOutputTables", "Statistics", "Quantities",
        "LinearAlgebra", "Diagnostics", "CKernels",
      ], leavingOut: ["README.md"]),
    target(
      "RiskMetrics",
      uses: [
        "Propagation", "Scenarios", "Commodities", "ComparativeStatics", "InputOutputTables",
        "Quantities", "Files", "LinearAlgebra", "Diagnostics",
      ], leavingOut: ["README.md"]),
    target(
      "Ensembles",
      uses: [
        "RiskMetrics", "Scenarios", "ScenarioText", "Commodities", "InputOutputTables",
        "Statistics", "Quantities", "Files", "Diagnostics",
      ]),
    target(
      "Decisions",
      uses: [
        "RiskMetrics", "Propagation", "Scenarios", "Commodities", "InputOutputTables",
        "Statistics", "Quantities", "LinearAlgebra", "Diagnostics", "CClp",
      ]),
    target(
      "Reporting",
      uses: [
        "RiskMetrics", "Propagation", "Scenarios", "Commodities", "InputOutputTables",
        "Statistics", "Quantities", "Files", "Diagnostics",
      ], settings: openToTests),
    target(
      "Inspection",
      uses: [
        "Reporting", "RiskMetrics", "Scenarios", "Commodities", "ComparativeStatics",
        "InputOutputTables", "Quantities", "Files", "LinearAlgebra", "Diagnostics",
      ], settings: openToTests),
    target(
      "Explorer",
      uses: [
        "Reporting", "Scenarios", "ScenarioText", "Quantities", "Files", "Diagnostics", flyingFox,
      ], settings: openToTests),
    target(
      "Templates", uses: ["Reporting", "Scenarios", "Quantities", "Diagnostics", mustache],
      leavingOut: ["README.md"], settings: openToTests),
    target(
      "Measurement",
      uses: [
        "RiskMetrics", "Propagation", "Scenarios", "Commodities", "ComparativeStatics",
        "InputOutputTables", "LinearAlgebra",
      ]),
    // It stands in for malloc, so no product links it.
    .target(name: "CAllocationCounter"),
    .executableTarget(
      name: "Benchmarks", dependencies: ["Measurement", "Scenarios", "CAllocationCounter"],
      path: "Benchmarks",
      exclude: ["README.md", "peers", "twenty-responses.yaml"], swiftSettings: strict),
    .executableTarget(
      name: "sonae",
      dependencies: [
        "Inspection", "Reporting", "RiskMetrics", "Propagation", "Scenarios", "ScenarioText",
        "TableFormats", "ComparativeStatics", "Commodities", "InputOutputTables", "Quantities",
        "Files", "LinearAlgebra", "Diagnostics", "Measurement", "Ensembles", "Statistics",
        "Decisions", "Explorer", "Templates", argumentParser,
      ],
      swiftSettings: openToTests),
    .target(
      name: "TestSupport", dependencies: ["LinearAlgebra", "InputOutputTables"],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("DiagnosticsTests", uses: ["Diagnostics"]),
    tests("LinearAlgebraTests", uses: ["LinearAlgebra"]),
    tests("StatisticsTests", uses: ["Statistics", "LinearAlgebra"]),
    tests("FilesTests", uses: ["Files", "LinearAlgebra", "Diagnostics"]),
    tests("QuantitiesTests", uses: ["Quantities", "Diagnostics"]),
    tests("CommoditiesTests", uses: ["Commodities", "Files", "Quantities", "Diagnostics"]),
    tests(
      "InputOutputTablesTests",
      uses: ["InputOutputTables", "Files", "Quantities", "LinearAlgebra", "Diagnostics"]),
    tests(
      "ComparativeStaticsTests",
      uses: ["ComparativeStatics", "InputOutputTables", "LinearAlgebra", "Diagnostics"],
      leavingOut: ["Fixtures"]),
    tests(
      "TableFormatsTests",
      uses: [
        "TableFormats", "InputOutputTables", "Quantities", "Files", "LinearAlgebra", "Diagnostics",
      ]),
    tests("ScenarioTextTests", uses: ["ScenarioText", "Diagnostics"]),
    tests(
      "ScenariosTests",
      uses: [
        "Scenarios", "ScenarioText", "Commodities", "InputOutputTables", "Quantities", "Files",
        "LinearAlgebra", "Diagnostics",
      ]),
    tests(
      "PropagationTests",
      uses: [
        "Measurement", "Propagation", "Statistics", "Scenarios", "ScenarioText", "Commodities",
        "InputOutputTables", "Quantities", "Files", "LinearAlgebra", "Diagnostics",
        "CAllocationCounter",
      ], leavingOut: ["Fixtures"]),
    tests(
      "RiskMetricsTests",
      uses: [
        "ComparativeStatics", "RiskMetrics", "Propagation", "Scenarios", "Commodities",
        "InputOutputTables", "Quantities", "Files", "LinearAlgebra", "Diagnostics",
      ], leavingOut: ["Fixtures"]),
    tests(
      "EnsemblesTests",
      uses: [
        "Ensembles", "Statistics", "Scenarios", "Files", "LinearAlgebra", "Diagnostics",
      ]),
    tests(
      "DecisionsTests",
      uses: [
        "Decisions", "RiskMetrics", "Propagation", "Scenarios", "Commodities",
        "InputOutputTables", "Statistics", "Quantities", "LinearAlgebra", "Diagnostics",
      ]),
    tests(
      "ReportingTests",
      uses: ["Reporting", "Scenarios", "Quantities", "Files", "LinearAlgebra", "Diagnostics"]),
    tests(
      "InspectionTests",
      uses: [
        "Inspection", "Reporting", "RiskMetrics", "Scenarios", "Commodities",
        "ComparativeStatics", "InputOutputTables", "Quantities", "Files", "LinearAlgebra",
        "Diagnostics",
      ]),
    tests(
      "TemplatesTests",
      uses: ["Templates", "Reporting", "Quantities", "LinearAlgebra", "Diagnostics"]),
    tests(
      "ExplorerTests",
      uses: [
        "Explorer", "Reporting", "Scenarios", "ScenarioText", "Quantities", "Files",
        "LinearAlgebra", "Diagnostics", flyingFox,
      ]),
    tests("SonaeTests", uses: ["sonae", "Explorer", "Templates"]),
  ],
  cLanguageStandard: .c2x
)
