package import BusProtocol
package import JSONRPC

/// The `meta` of a request: how it is to be treated, apart from what it asks for.
package struct CommandMeta: Sendable, Hashable {
    /// How long the client waits, from the request's arrival; nil: as long as is usual in the group.
    package var deadline: Duration?
    /// Wall clock, milliseconds since 1970: later than this it is refused.
    package var notAfter: Int64?
    package var worker: String?
    package var group: String?
    package var command: CommandID
    /// What the client calls itself, for the audit trail.
    package var client: String

    /// Under which the command is carried out once, however often it is sent.
    package var idempotencyKey: String?

    /// Bytes of an idempotency key, and of the client's name beside one.
    package static let longestKey = 256
    package static let defaultDeadline = Duration.seconds(30)
    /// The longest that a command may take.
    package static let longestDeadline = Duration.seconds(86_400)

    /// Reads the object; throws what is wrong with it, in words.
    package init(_ meta: JSON) throws(Invalid) {
        if let value = meta["deadlineMs"] {
            guard let milliseconds = value.intValue, (1...86_400_000).contains(milliseconds) else {
                throw Invalid("meta.deadlineMs is a whole number from 1 to 86400000")
            }
            deadline = .milliseconds(milliseconds)
        }
        if let value = meta["notAfter"] {
            guard let milliseconds = value.intValue else { throw Invalid("meta.notAfter is unix time in milliseconds") }
            notAfter = milliseconds
        }
        client = try Self.text(meta, "client") ?? "unnamed client"
        worker = try Self.text(meta, "worker")
        group = try Self.text(meta, "group")
        if let text = try Self.text(meta, "command") {
            guard let id = CommandID(text), id != .none else { throw Invalid("meta.command is a UUID") }
            command = id
        } else {
            command = .random()
        }
        guard let key = try Self.text(meta, "idempotencyKey") else { return }
        guard (1...Self.longestKey).contains(key.utf8.count), client.utf8.count <= Self.longestKey else {
            throw Invalid("meta.idempotencyKey has 1 to \(Self.longestKey) bytes, and meta.client beside it as many")
        }
        idempotencyKey = key
    }

    package struct Invalid: Error, Equatable {
        package let message: String

        init(_ message: String) {
            self.message = message
        }
    }

    private static func text(_ meta: JSON, _ name: String) throws(Invalid) -> String? {
        guard let value = meta[name] else { return nil }
        guard let text = value.stringValue else { throw Invalid("meta.\(name) is a string") }
        return text
    }
}
