// swift-tools-version: 6.0
import PackageDescription

// Layers, lowest first; a target uses only what stands above it in this list. The runtime (Sources/MoltRuntime and
// Sources/MoltABI) is not here: it is Embedded Swift for several targets and scripts/build-runtime builds it.

/// Specialisation across our own modules, which the compiler leaves out by default.
let optimised: [SwiftSetting] = [
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))
]

/// The stages start many times in a build. Fully static they start in 0.05 ms; with the dynamic Swift library it is
/// 1.5 ms, with the static library and dynamic libc 0.6 ms.
let static_: [LinkerSetting] = [
  .unsafeFlags(["-static-executable", "-use-ld=lld", "-Xlinker", "--gc-sections"], .when(platforms: [.linux]))
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: optimised)
}

func tool(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: optimised, linkerSettings: static_)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies, path: "tests/unit/\(name)Tests")
}

let package = Package(
  name: "molt",
  targets: [
    .target(name: "CLinux"),
    .target(name: "CXXHash", cSettings: [.unsafeFlags(["-O2"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),

    library("MoltSupport", ["CXXHash", "CZstd"]),
    tests("MoltSupport"),
    library("MoltSpec"),
    tests("MoltSpec"),
    library("MoltSyntax"),
    tests("MoltSyntax"),
    library("MoltTree", ["MoltSyntax", "MoltSupport"]),
    tests("MoltTree", ["MoltSyntax", "MoltSupport"]),
    library("MoltIR", ["MoltSpec", "MoltSupport"]),
    tests("MoltIR"),
    library("MoltLower", ["MoltSyntax", "MoltIR", "MoltSpec", "MoltSupport"]),
    tests("MoltLower", ["MoltSyntax", "MoltIR"]),
    library("MoltOwnership", ["MoltIR", "MoltSpec"]),
    library("MoltPlan", ["MoltIR", "MoltSpec", "MoltSupport"]),
    tests("MoltPlan", ["MoltIR"]),
    library("MoltOptimise", ["MoltIR", "MoltPlan", "MoltSpec", "MoltSupport"]),
    tests("MoltOptimise"),
    library("MoltCodegen", ["MoltOptimise", "MoltOwnership", "MoltIR", "MoltPlan", "MoltSpec", "MoltSupport"]),
    tests("MoltCodegen", ["MoltIR", "MoltPlan"]),
    library("MoltLink", ["MoltPlan", "MoltSpec", "MoltSupport"]),
    tests("MoltLink", ["MoltPlan"]),
    library("MoltDriver", ["CLinux", "MoltSupport", "MoltSpec", "MoltSyntax", "MoltTree", "MoltIR", "MoltPlan"]),
    tests("MoltDriver", ["MoltSupport", "MoltSpec"]),

    .testTarget(
      name: "GoldenTests",
      dependencies: ["MoltSyntax", "MoltIR", "MoltLower", "MoltPlan", "MoltOptimise", "MoltCodegen"],
      path: "tests/unit/GoldenTests"),

    tool("molt-parse", ["MoltSyntax", "MoltTree", "MoltSupport", "MoltSpec"]),
    tool("molt-lower", ["MoltLower", "MoltPlan", "MoltSyntax", "MoltTree", "MoltIR", "MoltSupport"]),
    tool("molt-codegen", ["MoltCodegen", "MoltIR", "MoltPlan", "MoltSupport"]),
    tool("molt-link", ["MoltLink", "MoltPlan", "MoltIR", "MoltSupport"]),
    tool("molt", ["MoltDriver", "MoltSupport"]),
  ],
  swiftLanguageModes: [.v5]
)
