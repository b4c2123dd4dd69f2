import JSONRPC

/// A reply's bytes, read: `{"jsonrpc","id","result" or "error","meta"}`.
enum CommandReply {
    case result(id: RequestID, CommandResult)
    /// Without an id when the daemon could not read the request's.
    case error(id: RequestID?, RPCError)

    init(parsing bytes: [UInt8]) throws(ClientError) {
        let scanner = EnvelopeScanner()
        self = try Line.withCopy(of: bytes) { (line) throws(ClientError) in
            let envelope: Envelope
            do throws(JSONError) {
                envelope = try scanner.scan(line)
            } catch {
                return try Self.errorWithoutID(bytes, cause: error)
            }
            switch (envelope.shape, envelope.id) {
            case (.response, let id?):
                return .result(id: id, try Self.result(scanner, line))
            case (.error, let id?):
                return .error(id: id, try Self.error(Self.value(scanner.raw(.error, of: line) ?? [])))
            default:
                throw ClientError(.garbageReply, "the daemon's reply is no answer: \(Self.excerpt(bytes))")
            }
        }
    }

    /// The result stays as it came. The rest, which is small, is read as a value, with `null` in the result's place.
    private static func result(
        _ scanner: EnvelopeScanner, _ line: borrowing Line
    ) throws(ClientError) -> CommandResult {
        let parts = line.withUnsafeBytes { whole in
            scanner.withRaw(.result, of: line) { result -> (result: [UInt8], rest: [UInt8]) in
                guard let base = whole.baseAddress, let start = result.baseAddress.map({ $0 - base }) else {
                    return ([], [])
                }
                var rest = [UInt8](whole[..<start])
                rest += "null".utf8
                rest += whole[(start + result.count)...]
                return ([UInt8](result), rest)
            }
        }
        guard let parts else { throw ClientError(.garbageReply, "the daemon's reply has no result") }
        let meta = try value(parts.rest)["meta"]
        guard meta?.isObject ?? true else { throw ClientError(.garbageReply, "the reply's meta is no object") }
        return CommandResult(bytes: parts.result, meta: meta ?? [:])
    }

    /// JSON-RPC's answer to what was no request: its id is null, which the scanner takes for none.
    private static func errorWithoutID(_ bytes: [UInt8], cause: JSONError) throws(ClientError) -> CommandReply {
        guard cause.code == .invalidID else {
            throw ClientError(.garbageReply, "the daemon's reply is \(cause): \(excerpt(bytes))")
        }
        let reply = try value(bytes)
        guard reply["id"]?.isNull ?? false, let error = reply["error"] else {
            throw ClientError(.garbageReply, "the daemon's reply is no answer: \(excerpt(bytes))")
        }
        return .error(id: nil, try Self.error(error))
    }

    private static func error(_ json: JSON) throws(ClientError) -> RPCError {
        guard let error = RPCError(json) else {
            throw ClientError(.garbageReply, "the reply's error has no code and message: \(excerpt(json.serialized()))")
        }
        return error
    }

    private static func value(_ bytes: [UInt8]) throws(ClientError) -> JSON {
        do throws(JSONError) {
            return try JSON(parsing: bytes)
        } catch {
            throw ClientError(.garbageReply, "the daemon's reply can't be read, \(error): \(excerpt(bytes))")
        }
    }

    private static func excerpt(_ bytes: [UInt8]) -> String {
        bytes.isEmpty ? "nothing" : String(decoding: bytes.prefix(120), as: UTF8.self)
    }
}
