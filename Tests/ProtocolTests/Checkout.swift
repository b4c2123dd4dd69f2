import Foundation

/// The files of the checkout that these tests are built from.
enum Checkout {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// `path` starts at the checkout's top.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The Swift sources under `path`, joined.
    static func sources(_ path: String) throws -> String {
        try files(path, [".swift"]).map(\.text).joined(separator: "\n")
    }

    /// The files under `path` whose names end so, each with its path from there.
    static func files(_ path: String, _ endings: [String]) throws -> [(path: String, text: String)] {
        let top = root.appending(path: path)
        let names = try FileManager.default.subpathsOfDirectory(atPath: top.path)
            .filter { name in endings.contains { name.hasSuffix($0) } }
        return try names.sorted().map { ($0, try String(contentsOf: top.appending(path: $0), encoding: .utf8)) }
    }
}
