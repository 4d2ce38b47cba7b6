// swift-tools-version: 6.2
import PackageDescription

/// Settings every benchmark is built with.
let sharedSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// A package of its own, so that the program is never built with its benchmarks.
let package = Package(
    name: "greenalu-benchmarks",
    dependencies: [.package(name: "greenalu", path: "..")],
    targets: [
        .executableTarget(
            name: "transfer-benchmark",
            dependencies: [
                .product(name: "NumericalMethods", package: "greenalu"),
                .product(name: "TransferInstances", package: "greenalu"),
            ],
            path: "Sources/TransferBenchmark",
            swiftSettings: sharedSettings
        ),
        .executableTarget(
            name: "draw-benchmark",
            dependencies: [.product(name: "Simulator", package: "greenalu")],
            path: "Sources/DrawBenchmark",
            swiftSettings: sharedSettings
        ),
    ]
)
