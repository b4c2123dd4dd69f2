import JSONRPC
import TestSupport

extension SeededGenerator {
    mutating func string() -> String {
        let scalars = (0..<Int.random(in: 0..<12, using: &self)).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0..<0x300, using: &self))
        }
        return String(String.UnicodeScalarView(scalars))
    }

    mutating func value(depth: Int) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &self) {
        case 0: return .null
        case 1: return .bool(.random(using: &self))
        case 2: return .integer(.random(in: .min ... .max, using: &self))
        case 3: return .unsigned(.random(in: (1 << 63) ... .max, using: &self))
        case 4: return .number(.random(in: -1e9...1e9, using: &self))
        case 5: return .string(string())
        case 6: return .array((0..<Int.random(in: 0..<5, using: &self)).map { _ in value(depth: depth - 1) })
        default:
            // Numbered, because no key may occur twice.
            return .object(
                (0..<Int.random(in: 0..<5, using: &self)).map { .init("\($0)" + string(), value(depth: depth - 1)) })
        }
    }
}
