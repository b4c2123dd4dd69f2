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
    products: [
        .library(name: "BosunClient", targets: ["BosunClient", "BusProtocol", "JSONRPC"]),
        .library(name: "CodexClient", targets: ["CodexClient", "CodexProtocol"]),
    ],
    targets: [
        // C at the bottom
        .target(name: "CLinux"),
        .systemLibrary(name: "CZeroMQ", pkgConfig: "libzmq", providers: [.apt(["libzmq3-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
        .target(name: "CToml"),
        .target(name: "CMicroHTTPD", linkerSettings: [.linkedLibrary("microhttpd")]),

        // Shared below
        .target(name: "BusProtocol", dependencies: ["CSodium"], swiftSettings: house),
        .target(name: "Diagnostics", swiftSettings: house),
        .target(name: "CodexProtocol", swiftSettings: house),
        .target(name: "EventLoop", dependencies: ["CLinux"], swiftSettings: house),
        .target(name: "ChildProcess", dependencies: ["CLinux", "EventLoop"], swiftSettings: house),
        .target(
            name: "Journal", dependencies: ["BusProtocol", "CSQLite", "CSodium", "Diagnostics", "EventLoop"],
            swiftSettings: house),
        .target(name: "ZeroMQ", dependencies: ["CZeroMQ", "EventLoop"], swiftSettings: house),
        .target(name: "JSONRPC", dependencies: ["CSimdJSON"], swiftSettings: house),

        // The domain
        .target(name: "CodexConversation", dependencies: ["EventLoop", "JSONRPC"], swiftSettings: house),
        .target(
            name: "CodexClient",
            dependencies: ["ChildProcess", "CodexConversation", "CodexProtocol", "EventLoop", "JSONRPC"],
            swiftSettings: house),
        .target(
            name: "Supervision",
            dependencies: ["BusProtocol", "ChildProcess", "CodexConversation", "Diagnostics", "EventLoop", "JSONRPC"],
            swiftSettings: house),
        .target(
            name: "Fleet",
            dependencies: [
                "BusProtocol", "ChildProcess", "Diagnostics", "EventLoop", "JSONRPC", "Journal", "Supervision",
            ], swiftSettings: house),
        .target(
            name: "Bus", dependencies: ["BusProtocol", "EventLoop", "JSONRPC", "Journal", "ZeroMQ"],
            swiftSettings: house),
        .target(
            name: "Daemon",
            dependencies: [
                "Bus", "BusProtocol", "ChildProcess", "CLinux", "CodexConversation", "CToml", "Diagnostics",
                "EventLoop", "Fleet", "JSONRPC", "Journal", "Supervision", "ZeroMQ",
            ], swiftSettings: house),

        // What consumers use, and the command line
        .target(
            name: "BosunClient", dependencies: ["BusProtocol", "EventLoop", "JSONRPC", "ZeroMQ"], swiftSettings: house),
        .target(
            name: "BosunCommands",
            dependencies: [
                "BosunClient", "BusProtocol", "ChildProcess", "Daemon", "Diagnostics", "EventLoop", "Fleet", "JSONRPC",
            ],
            swiftSettings: house),
        .executableTarget(name: "bosun", dependencies: ["BosunCommands", "ChildProcess"], swiftSettings: house),

        // Beside the daemon
        .target(name: "StubModel", dependencies: ["CMicroHTTPD"], swiftSettings: house),
        .executableTarget(name: "stub-model", dependencies: ["StubModel"], swiftSettings: house),
        .target(name: "LineFuzz", dependencies: ["JSONRPC"], swiftSettings: house),
        .executableTarget(name: "fuzz-lines", dependencies: ["JSONRPC", "LineFuzz"], swiftSettings: house),
        .executableTarget(name: "bench-worker"),
        .executableTarget(name: "bench-floor", dependencies: ["CZeroMQ"]),
        .executableTarget(name: "bench-client", dependencies: ["CZeroMQ"]),
        .target(
            name: "Simulation",
            dependencies: [
                "BusProtocol", "ChildProcess", "CodexConversation", "EventLoop", "Fleet", "JSONRPC", "Supervision",
            ], swiftSettings: house),
        .target(
            name: "Bench",
            dependencies: [
                "BosunClient", "BusProtocol", "ChildProcess", "CLinux", "CodexProtocol", "EventLoop", "JSONRPC",
                "Simulation", "ZeroMQ",
            ], swiftSettings: house),
        .executableTarget(name: "bosun-bench", dependencies: ["Bench", "Simulation"], swiftSettings: house),

        // Executables beside the daemon
        .executableTarget(
            name: "codex-example", dependencies: ["CodexClient", "CodexProtocol"], swiftSettings: house),
        .executableTarget(name: "codex-codegen", dependencies: ["BusProtocol"], swiftSettings: house),

        // Tests mirror Sources
        .target(
            name: "TestSupport", dependencies: ["EventLoop"], path: "Tests/Support",
            exclude: ["fake-app-server", "journal-writer"],
            swiftSettings: house),
        .executableTarget(
            name: "fake-app-server", dependencies: ["JSONRPC"], path: "Tests/Support/fake-app-server",
            swiftSettings: house),
        .executableTarget(
            name: "journal-writer", dependencies: ["Diagnostics", "EventLoop", "Journal"],
            path: "Tests/Support/journal-writer", swiftSettings: house),
        .target(
            name: "BusTestSupport", dependencies: ["BusProtocol", "JSONRPC", "TestSupport", "ZeroMQ"],
            path: "Tests/BusSupport",
            swiftSettings: house),
        .testTarget(name: "BusProtocolTests", dependencies: ["BusProtocol"], swiftSettings: house),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: house),
        .testTarget(
            name: "ChildProcessTests", dependencies: ["ChildProcess", "CLinux", "EventLoop", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "CodexCodegenTests", dependencies: ["BusProtocol", "codex-codegen"], swiftSettings: house),
        .testTarget(
            name: "CodexProtocolTests", dependencies: ["CodexProtocol", "JSONRPC", "codex-codegen"],
            swiftSettings: house),
        .testTarget(name: "EventLoopTests", dependencies: ["EventLoop", "TestSupport"], swiftSettings: house),
        .testTarget(
            name: "ZeroMQTests", dependencies: ["CZeroMQ", "EventLoop", "TestSupport", "ZeroMQ"], swiftSettings: house),
        .testTarget(name: "JSONRPCTests", dependencies: ["JSONRPC", "TestSupport"], swiftSettings: house),
        .testTarget(name: "LineFuzzTests", dependencies: ["JSONRPC", "LineFuzz"], swiftSettings: house),
        .testTarget(
            name: "JournalTests",
            dependencies: ["CSQLite", "Diagnostics", "EventLoop", "Journal", "TestSupport", "journal-writer"],
            swiftSettings: house),
        .testTarget(
            name: "CodexConversationTests", dependencies: ["CodexConversation", "EventLoop", "JSONRPC", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "CodexClientTests",
            dependencies: [
                "ChildProcess", "CodexClient", "CodexConversation", "CodexProtocol", "EventLoop", "JSONRPC",
                "TestSupport",
            ], swiftSettings: house),
        .testTarget(
            name: "CodexClientIntegrationTests",
            dependencies: [
                "ChildProcess", "CodexClient", "CodexProtocol", "StubModel", "TestSupport", "codex-example",
            ], swiftSettings: house),
        .testTarget(
            name: "SupervisionTests",
            dependencies: ["ChildProcess", "EventLoop", "JSONRPC", "Supervision", "TestSupport"], swiftSettings: house),
        .testTarget(
            name: "BosunClientTests",
            dependencies: [
                "BosunClient", "BusProtocol", "BusTestSupport", "CodexProtocol", "JSONRPC", "TestSupport", "ZeroMQ",
            ],
            swiftSettings: house),
        .testTarget(
            name: "BosunCommandsTests",
            dependencies: [
                "BosunClient", "BosunCommands", "BusProtocol", "BusTestSupport", "ChildProcess", "Daemon", "Fleet",
                "JSONRPC",
                "TestSupport", "bosun",
            ],
            swiftSettings: house),
        .testTarget(
            name: "BusTests", dependencies: ["Bus", "BusProtocol", "EventLoop", "JSONRPC", "TestSupport", "ZeroMQ"],
            swiftSettings: house),
        .testTarget(
            name: "FleetTests",
            dependencies: [
                "BusProtocol", "ChildProcess", "Diagnostics", "EventLoop", "Fleet", "JSONRPC", "Journal",
                "Supervision", "TestSupport",
            ],
            swiftSettings: house),
        .testTarget(
            name: "DaemonTests",
            dependencies: [
                "BusProtocol", "ChildProcess", "CToml", "Daemon", "Diagnostics", "EventLoop", "Supervision",
                "TestSupport",
                "ZeroMQ",
            ],
            swiftSettings: house),
        .testTarget(
            name: "IntegrationTests",
            dependencies: [
                "BosunClient", "BusProtocol", "Diagnostics", "EventLoop", "JSONRPC", "Journal", "StubModel",
                "TestSupport", "ZeroMQ", "bosun", "fake-app-server",
            ], swiftSettings: house),
        .testTarget(
            name: "BenchTests", dependencies: ["Bench", "BosunClient", "BusProtocol", "ChildProcess", "JSONRPC"],
            swiftSettings: house),
        .testTarget(name: "SimulationTests", dependencies: ["Simulation"], swiftSettings: house),
        .testTarget(
            name: "StubModelTests", dependencies: ["StubModel", "TestSupport", "stub-model"], swiftSettings: house),
        // Not a target's: that protocols/ says what the code does
        .testTarget(
            name: "ProtocolTests",
            dependencies: [
                "BosunClient", "Bus", "BusProtocol", "ChildProcess", "Fleet", "JSONRPC", "Journal", "Supervision",
            ],
            swiftSettings: house),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
