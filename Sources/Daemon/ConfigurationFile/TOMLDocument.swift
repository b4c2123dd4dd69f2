private import CToml

/// A whole TOML document.
struct TOMLDocument {
    /// The members of its root table, in no particular order.
    let members: [TOMLMember]

    /// Throws what is wrong first; nothing behind it was read.
    init(_ text: [UInt8], file: String) throws(ConfigurationError) {
        let builder = TOMLBuilder()
        var error = ctoml_error()
        let code = withExtendedLifetime(builder) {
            let context = Unmanaged.passUnretained(builder).toOpaque()
            return text.withUnsafeBytes {
                ctoml_walk($0.baseAddress, $0.count, context, visit, &error)
            }
        }
        switch code {
        case CTOML_OK: members = builder.members
        case CTOML_NO_MEMORY: throw ConfigurationError(.outOfMemory, [.init(file: file, "out of memory")])
        default:
            let message = withUnsafeBytes(of: &error.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            let position = error.position.line > 0 ? SourcePosition(error.position) : nil
            throw ConfigurationError(.invalidSyntax, [.init(file: file, position: position, message)])
        }
    }
}

private func visit(_ context: UnsafeMutableRawPointer?, _ node: UnsafePointer<ctoml_node>?) {
    guard let context, let node else { return }
    Unmanaged<TOMLBuilder>.fromOpaque(context).takeUnretainedValue().add(node.pointee)
}

/// Puts the tree together from the steps of a walk.
private final class TOMLBuilder {
    private struct Open {
        let key: String?
        let keyPosition: SourcePosition
        let position: SourcePosition
        let isTable: Bool
        var members: [TOMLMember] = []
        var elements: [TOMLValue] = []
    }

    private(set) var members: [TOMLMember] = []
    private var open: [Open] = []

    func add(_ node: ctoml_node) {
        let key = String(node.key)
        let keyPosition = SourcePosition(node.key_position)
        let position = SourcePosition(node.position)
        let content: TOMLValue.Content
        switch ctoml_kind(UInt32(node.kind)) {
        case CTOML_TABLE, CTOML_ARRAY:
            let isTable = ctoml_kind(UInt32(node.kind)) == CTOML_TABLE
            open.append(Open(key: key, keyPosition: keyPosition, position: position, isTable: isTable))
            return
        case CTOML_END:
            close()
            return
        case CTOML_STRING: content = .string(String(node.string) ?? "")
        case CTOML_INTEGER: content = .integer(node.integer)
        case CTOML_FLOAT: content = .number(node.number)
        case CTOML_BOOLEAN: content = .boolean(node.boolean)
        default: content = .moment
        }
        add(TOMLValue(content: content, position: position), key: key, keyPosition: keyPosition)
    }

    private func close() {
        guard let closed = open.popLast() else { return }
        let content: TOMLValue.Content = closed.isTable ? .table(closed.members) : .array(closed.elements)
        let value = TOMLValue(content: content, position: closed.position)
        if open.isEmpty {
            members = closed.members
        } else {
            add(value, key: closed.key, keyPosition: closed.keyPosition)
        }
    }

    private func add(_ value: TOMLValue, key: String?, keyPosition: SourcePosition) {
        guard let last = open.indices.last else { return }
        if let key {
            open[last].members.append(TOMLMember(key: key, keyPosition: keyPosition, value: value))
        } else {
            open[last].elements.append(value)
        }
    }
}

extension SourcePosition {
    fileprivate init(_ position: ctoml_position) {
        self.init(line: Int(position.line), column: Int(position.column))
    }
}

extension String {
    /// Nil where the facade gives none.
    fileprivate init?(_ text: ctoml_text) {
        guard let bytes = text.bytes else { return nil }
        self.init(decoding: UnsafeRawBufferPointer(start: bytes, count: text.count), as: UTF8.self)
    }
}
