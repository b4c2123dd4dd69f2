import TestSupport
import Foundation

/// The programs that tests run.
enum Executable {
    static var bosun: String { built("bosun") }
    static var benchWorker: String { built("bench-worker") }
    static var fakeAppServer: String { built("fake-app-server") }

    /// Tests and executables are built into the same directory.
    private static func built(_ name: String) -> String {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: name).path
    }

    /// A real codex, the first in PATH, else the checkout's own.
    static func codex() throws -> String {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let candidates =
            path.split(separator: ":").map { "\($0)/codex" } + ["\(checkout)/.venv/bin/codex"]
        guard let codex = candidates.first(where: { isExecutable($0, X_OK) }) else {
            throw TestFailure("no codex in PATH and none in \(candidates.last ?? ""): deploy/setup installs it there")
        }
        return codex
    }

    /// A Python that has pyzmq.
    static func python() throws -> String {
        let python = "\(checkout)/.venv/bin/python"
        guard isExecutable(python, X_OK) else { throw TestFailure("no \(python): deploy/setup makes it") }
        return python
    }

    /// The directory of the checkout that the tests were built from.
    static let checkout: String = {
        var checkout = URL(filePath: #filePath)
        while checkout.path != "/", !isExecutable(checkout.appending(path: "Package.swift").path, 0) {
            checkout.deleteLastPathComponent()
        }
        return checkout.path
    }()

    private static func isExecutable(_ path: String, _ mode: CInt) -> Bool { access(path, mode) == 0 }
}
