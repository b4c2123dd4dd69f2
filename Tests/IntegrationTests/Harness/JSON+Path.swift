import TestSupport
import JSONRPC

extension JSON {
    /// The value at `a/b/c`.
    func at(_ path: String) throws -> JSON {
        try path.split(separator: "/").reduce(self) { value, name in
            let next = Int(name).flatMap { index in
                value.arrayValue.flatMap { $0.indices.contains(index) ? $0[index] : nil }
            }
            guard let next = next ?? value[String(name)] else { throw TestFailure("no \(path) in \(self)") }
            return next
        }
    }

    func text(_ path: String) throws -> String {
        guard let text = try at(path).stringValue else { throw TestFailure("\(path) is no string in \(self)") }
        return text
    }

    func int(_ path: String) throws -> Int64 {
        guard let number = try at(path).intValue else { throw TestFailure("\(path) is no integer in \(self)") }
        return number
    }
}
