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
        let top = root.appending(path: path)
        let names = try FileManager.default.subpathsOfDirectory(atPath: top.path).filter { $0.hasSuffix(".swift") }
        return try names.sorted().map { try String(contentsOf: top.appending(path: $0), encoding: .utf8) }
            .joined(separator: "\n")
    }
}
