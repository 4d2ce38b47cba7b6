// swift-tools-version: 6.2
import PackageDescription

/// Settings every Swift target of ours is built with.
var sharedSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// The page's server compiles an HTTP server and SQLite. Who builds the library or the command line
/// is spared both: `GREENALU_WEB=1` in the environment adds the server's targets, as Scripts/serve
/// and Scripts/test-web do.
let hasServer = Context.environment["GREENALU_WEB"] == "1"

/// The fuzzer (Scripts/fuzz) watches which branches of our own code an input takes, and, with
/// `GREENALU_FUZZ_ADDRESS=1`, every access to memory. `GREENALU_FUZZ` in the environment is the path
/// of the toolchain's libFuzzer; who builds anything else is spared all of it.
let fuzzerLibrary = Context.environment["GREENALU_FUZZ"]
let watchesMemory = Context.environment["GREENALU_FUZZ_ADDRESS"] == "1"
if fuzzerLibrary != nil {
    sharedSettings.append(
        .unsafeFlags([
            watchesMemory ? "-sanitize=fuzzer,address" : "-sanitize=fuzzer", "-parse-as-library",
            "-enable-testing",
        ]))
}

let package = Package(
    name: "greenalu",
    products: [
        .executable(name: "greenalu", targets: ["SimCLI"]),
        .library(name: "Simulator", targets: ["Simulator"]),
        .library(name: "Reporting", targets: ["Reporting"]),
        .library(name: "PlannerPage", targets: ["PlannerPage"]),
        .library(name: "NumericalMethods", targets: ["NumericalMethods"]),
        .library(name: "TransferInstances", targets: ["TransferInstances"]),
    ],
    traits: [
        .trait(
            name: "OpenBLAS",
            description:
                "Link OpenBLAS in place of GSL's own CBLAS. Faster, but the last bits differ."
        )
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CGSL", providers: [.apt(["libgsl-dev"])]),
        .target(
            name: "NumericalMethods",
            dependencies: ["CGSL"],
            swiftSettings: sharedSettings + [.strictMemorySafety()],
            linkerSettings: [
                .linkedLibrary("openblas", .when(traits: ["OpenBLAS"])),
                .linkedLibrary("gslcblas"),
            ]
        ),
        .target(name: "CShippedInputs"),
        .target(
            name: "Simulator",
            dependencies: [
                "CShippedInputs",
                "NumericalMethods",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: sharedSettings
        ),
        .target(
            name: "TransferInstances",
            dependencies: ["NumericalMethods"],
            swiftSettings: sharedSettings
        ),
        .target(
            name: "Reporting",
            dependencies: ["Simulator"],
            swiftSettings: sharedSettings
        ),
        .target(
            name: "CPageAssets",
            exclude: ["assets"]
        ),
        .target(
            name: "PlannerPage",
            dependencies: ["CPageAssets", "Reporting", "Simulator"],
            swiftSettings: sharedSettings
        ),
        .executableTarget(
            name: "SimCLI",
            dependencies: [
                "Reporting",
                "Simulator",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: sharedSettings
        ),
        .target(
            name: "TestSupport",
            dependencies: ["Simulator", "NumericalMethods"],
            path: "Tests/TestSupport",
            swiftSettings: sharedSettings
        ),
        .testTarget(
            name: "NumericalMethodsTests",
            dependencies: ["NumericalMethods", "TransferInstances"],
            exclude: ["Fixtures"],
            swiftSettings: sharedSettings
        ),
        .testTarget(
            name: "SimulatorTests",
            dependencies: ["Simulator", "NumericalMethods", "TestSupport"],
            exclude: ["Fixtures"],
            swiftSettings: sharedSettings
        ),
        .testTarget(
            name: "ReportingTests",
            dependencies: ["Reporting", "Simulator", "TestSupport"],
            exclude: ["Fixtures"],
            swiftSettings: sharedSettings
        ),
        .testTarget(
            name: "PlannerPageTests",
            dependencies: ["PlannerPage", "Reporting", "Simulator", "TestSupport"],
            swiftSettings: sharedSettings
        ),
        .testTarget(
            name: "SimCLITests",
            dependencies: ["Simulator", "TestSupport", "SimCLI"],
            swiftSettings: sharedSettings
        ),
    ],
    cLanguageStandard: .c2x
)

if hasServer {
    package.dependencies += [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    ]
    package.products.append(.executable(name: "greenalu-serve", targets: ["SimServe"]))
    package.targets += [
        .target(
            name: "SimServer",
            dependencies: [
                "PlannerPage", "Reporting", "Simulator",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            swiftSettings: sharedSettings
        ),
        .executableTarget(
            name: "SimServe",
            dependencies: ["SimServer", "Simulator"],
            swiftSettings: sharedSettings
        ),
        .testTarget(
            name: "SimServerTests",
            dependencies: ["SimServer", "PlannerPage", "Simulator", "TestSupport"],
            swiftSettings: sharedSettings
        ),
    ]
}

/// What the fuzzer and the replay of its inputs have in common.
let propertyFolders = ["Properties"] + (hasServer ? ["Server"] : [])
let propertySettings = sharedSettings + (hasServer ? [.define("GREENALU_WEB")] : [])
let propertyDependencies: [Target.Dependency] =
    ["NumericalMethods", "Simulator", "PlannerPage", "TestSupport"]
    + (hasServer ? ["SimServer", .product(name: "Hummingbird", package: "hummingbird")] : [])

if let fuzzerLibrary {
    package.products.append(.executable(name: "greenalu-fuzz", targets: ["FuzzingPrograms"]))
    package.targets += [
        .systemLibrary(name: "CFuzzer", path: "Tests/Fuzzing/CFuzzer"),
        .executableTarget(
            name: "FuzzingPrograms",
            dependencies: propertyDependencies + ["CFuzzer"],
            path: "Tests/Fuzzing",
            exclude: ["Corpus", "Dictionaries", "CFuzzer", "Replay"]
                + (hasServer ? [] : ["Server"]),
            sources: propertyFolders + ["Fuzzer"],
            swiftSettings: propertySettings,
            linkerSettings: [
                .unsafeFlags((watchesMemory ? ["-sanitize=address"] : []) + [fuzzerLibrary]),
                .linkedLibrary("stdc++"),
            ]
        ),
    ]
} else {
    package.targets.append(
        .testTarget(
            name: "FuzzingTests",
            dependencies: propertyDependencies,
            path: "Tests/Fuzzing",
            exclude: ["Corpus", "Dictionaries", "CFuzzer", "Fuzzer"]
                + (hasServer ? [] : ["Server"]),
            sources: propertyFolders + ["Replay"],
            swiftSettings: propertySettings
        ))
}
