// swift-tools-version: 6.3

import PackageDescription

/// Every Swift target is built alike: strict concurrency (Swift 6 mode), the upcoming features, warnings as errors.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

// Targets stand from the bottom of the house to its top; imports go down only (CONTRIBUTING.md has a paragraph on each).
let package = Package(
    name: "bosun",
    targets: [
        // C at the bottom
        .target(name: "CLinux"),

        // Shared below
        .target(name: "CodexProtocol", swiftSettings: house),
        .target(name: "EventLoop", dependencies: ["CLinux"], swiftSettings: house),

        // Executables beside the daemon
        .executableTarget(name: "codex-codegen", swiftSettings: house),

        // Tests mirror Sources
        .target(name: "TestSupport", dependencies: ["EventLoop"], path: "Tests/Support", swiftSettings: house),
        .testTarget(name: "CodexCodegenTests", dependencies: ["codex-codegen"], swiftSettings: house),
        .testTarget(
            name: "CodexProtocolTests", dependencies: ["CodexProtocol", "codex-codegen"], swiftSettings: house),
        .testTarget(name: "EventLoopTests", dependencies: ["EventLoop", "TestSupport"], swiftSettings: house),
    ],
    swiftLanguageModes: [.v6]
)
