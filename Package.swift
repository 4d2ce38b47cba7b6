// swift-tools-version: 6.2
import PackageDescription

/// Settings every Swift target of ours is built with.
let sharedSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "greenalu",
    products: [
        .executable(name: "greenalu", targets: ["SimCLI"]),
        .library(name: "Simulator", targets: ["Simulator"]),
        .library(name: "Reporting", targets: ["Reporting"]),
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
            swiftSettings: sharedSettings,
            linkerSettings: [
                .linkedLibrary("openblas", .when(traits: ["OpenBLAS"])),
                .linkedLibrary("gslcblas"),
            ]
        ),
        .target(
            name: "Simulator",
            dependencies: [
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
            name: "SimCLITests",
            dependencies: ["Simulator", "TestSupport", "SimCLI"],
            swiftSettings: sharedSettings
        ),
    ]
)
