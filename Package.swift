// swift-tools-version: 6.1

import PackageDescription

// The checks ask for warnings to be errors; others build with compilers that may warn of more.
let isStrict = Context.environment["BRIEF_WARNINGS_AS_ERRORS"] != nil

let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (isStrict ? [.unsafeFlags(["-warnings-as-errors"])] : [])
let strictC: [CSetting] = isStrict ? [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])] : []

/// A Swift target of the project and the settings all of them share.
func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A test target, named after the module it tests.
///
/// `files` are the directories of files that the tests read where they stand.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], files: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: ["BriefTestSupport"] + dependencies, exclude: files,
    swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let orderedCollections = Target.Dependency.product(
  name: "OrderedCollections", package: "swift-collections")

var dependencies: [Package.Dependency] = [
  .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
]
// The documentation plugin is for those who write documentation; nobody else has to fetch it.
if Context.environment["BRIEF_DOCC"] != nil {
  dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}

let package = Package(
  name: "brief",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "brief", targets: ["brief"]),
    .library(
      name: "BriefKit",
      targets: ["BriefSource", "BriefText", "BriefAnalysis", "BriefCorpus"]),
  ],
  dependencies: dependencies,
  targets: [
    // C
    .systemLibrary(
      name: "CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CLibEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .target(name: "CEditLine", dependencies: ["CLibEdit"], cSettings: strictC),
    .target(name: "CModel", cSettings: strictC),
    .target(name: "CManual", exclude: ["text"], cSettings: strictC),
    .target(name: "CCourse", cSettings: strictC),

    // The reading side
    module("BriefSource", ["CUtf8proc", system]),
    module("BriefText", ["BriefSource", "CModel"]),
    module("BriefAnalysis", ["BriefText"]),
    module("BriefCorpus", ["BriefAnalysis"]),

    // The asking side
    module("BriefScript", ["BriefSource", orderedCollections, system]),
    module(
      "BriefCommands",
      ["BriefScript", "BriefAnalysis", "BriefCorpus", "CManual", "CCourse", system]),
    module("BriefShell", ["BriefScript", "CEditLine", system]),
    module("BriefServer", ["BriefScript", system]),

    // Programs
    .executableTarget(
      name: "brief",
      dependencies: [
        "BriefShell", "BriefServer", "BriefCommands", "BriefText", argumentParser, system,
      ], swiftSettings: strict),
    .executableTarget(
      name: "brief-train",
      dependencies: ["BriefAnalysis", "BriefText", "BriefSource", argumentParser, system],
      swiftSettings: strict),
    .executableTarget(
      name: "brief-bench",
      dependencies: ["BriefCommands", "BriefScript", "BriefSource", "BriefText", argumentParser],
      swiftSettings: strict),

    // Tests
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal", cSettings: strictC),
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: strict),
    .target(
      name: "BriefTestSupport",
      dependencies: ["BriefSource", "CPseudoTerminal", "SeededRandom", system],
      path: "Tests/BriefTestSupport", swiftSettings: strict),
    .executableTarget(
      name: "brief-shell-fixture", dependencies: ["BriefShell", "BriefScript", "BriefSource"],
      path: "Tests/BriefShellFixture", swiftSettings: strict),
    .target(
      name: "BriefScriptTestSupport",
      dependencies: ["BriefScript", "BriefSource", "SeededRandom"],
      path: "Tests/BriefScriptTestSupport", swiftSettings: strict),
    .target(
      name: "BriefLessonTestSupport",
      dependencies: [
        "BriefCommands", "BriefAnalysis", "BriefScript", "BriefSource", "BriefTestSupport",
      ],
      path: "Tests/BriefLessonTestSupport", swiftSettings: strict),
    .executableTarget(
      name: "brief-fuzz", dependencies: ["BriefScriptTestSupport", "BriefSource"],
      path: "Tests/BriefFuzz",
      swiftSettings: strict),
    tests("BriefSourceTests", ["BriefSource"]),
    tests("BriefTextTests", ["BriefText"]),
    tests("BriefAnalysisTests", ["BriefAnalysis"], files: ["Quotes/Passages"]),
    tests("BriefCorpusTests", ["BriefCorpus"]),
    tests("BriefScriptTests", ["BriefScript", "BriefScriptTestSupport"], files: ["Wrong"]),
    tests(
      "BriefCommandsTests", ["BriefCommands", "BriefShell", "BriefLessonTestSupport", "brief"],
      files: ["Golden", "Lessons/Course", "Course"]),
    tests(
      "BriefShellTests",
      ["BriefShell", "BriefCommands", "BriefScript", "BriefSource", "brief-shell-fixture"]),
    tests("BriefServerTests", ["BriefServer", "BriefCommands", "brief"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
