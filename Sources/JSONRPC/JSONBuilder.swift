internal import CSimdJSON

/// Puts a value together from the steps of a walk through it.
final class JSONBuilder {
    private enum Container {
        case array([JSON])
        case object([JSON.Member], key: String)
    }

    private var open: [Container] = []
    private(set) var value: JSON?

    func add(_ node: csimdjson_node) {
        switch csimdjson_kind(UInt32(node.kind)) {
        case CSIMDJSON_FALSE: put(.bool(false))
        case CSIMDJSON_TRUE: put(.bool(true))
        case CSIMDJSON_INTEGER: put(.integer(node.integer))
        case CSIMDJSON_UNSIGNED: put(.unsigned(node.unsigned_integer))
        case CSIMDJSON_DOUBLE: put(.number(node.number))
        case CSIMDJSON_STRING: put(.string(Self.string(node.text)))
        case CSIMDJSON_ARRAY: open.append(.array([]))
        case CSIMDJSON_OBJECT: open.append(.object([], key: ""))
        case CSIMDJSON_KEY:
            if case .object(let members, _) = open.popLast() {
                open.append(.object(members, key: Self.string(node.text)))
            }
        case CSIMDJSON_END:
            switch open.popLast() {
            case .array(let elements): put(.array(elements))
            case .object(let members, _): put(.object(members))
            case nil: break
            }
        default: put(.null)
        }
    }

    private func put(_ value: JSON) {
        // The container is taken out of the stack while it grows, so that its array is not copied.
        switch open.popLast() {
        case .array(var elements):
            elements.append(value)
            open.append(.array(elements))
        case .object(var members, let key):
            members.append(JSON.Member(key, value))
            open.append(.object(members, key: key))
        case nil: self.value = value
        }
    }

    private static func string(_ text: csimdjson_text) -> String {
        String(decoding: UnsafeRawBufferPointer(start: text.bytes, count: text.count), as: UTF8.self)
    }
}
