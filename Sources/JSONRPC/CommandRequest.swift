internal import CSimdJSON

/// A consumer's JSON-RPC request, parsed whole.
package struct CommandRequest: Sendable {
    /// Deeper ones are no JSON here: codex stops reading at 127 levels and gives such a line no answer at all.
    package static let maximumDepth = 120

    /// The id as it was written, a JSON string or number, for the answer.
    package let id: [UInt8]
    package let method: String
    /// One JSON object on one line without white space, `{}` when there were none. Numbers and strings are as they were
    /// written; no key occurs twice.
    package let params: [UInt8]
    /// `meta`, an object, empty when there was none.
    package var meta: JSON

    /// `params.threadId`, else `params.conversationId`.
    package let threadID: String?

    /// The params as a value when they are small: to read large ones whole would hold up whoever waits beside.
    package var smallParams: JSON? {
        params.count <= Self.smallParams ? try? paramsValue : nil
    }

    private static let smallParams = 256 << 10
    private static let noParams = [UInt8]("{}".utf8)

    /// The params as a value. What was parsed once fails for want of memory only.
    package var paramsValue: JSON {
        get throws(JSONError) {
            // Many methods have none, and a parser is not to be had for nothing.
            params.count == Self.noParams.count ? .object([]) : try JSON(parsing: params)
        }
    }

    /// Reads one request. The caller bounds its size.
    package init(parsing bytes: [UInt8]) throws(CommandRequestError) {
        let parser = Parser(maximumDepth: Self.maximumDepth)
        var parsed: Result<CommandRequest, CommandRequestError>?
        bytes.withUnsafeBytes { text in
            parser.withCommand(text) { command, error in
                do throws(CommandRequestError) {
                    parsed = .success(try CommandRequest(command, error, text))
                } catch {
                    parsed = .failure(error)
                }
            }
        }
        guard let parsed else { throw CommandRequestError(code: .notJSON, id: nil, cause: nil) }
        self = try parsed.get()
    }

    private init(
        _ command: csimdjson_command, _ error: JSONError?, _ text: UnsafeRawBufferPointer
    ) throws(CommandRequestError) {
        switch error?.code {
        case nil, .duplicateKey: break
        case .notAnObject:
            let isBatch = text.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "[")
            throw CommandRequestError(code: isBatch ? .batch : .notAnObject, id: nil, cause: nil)
        default: throw CommandRequestError(code: .notJSON, id: nil, cause: error)
        }
        let id = Self.id(command)
        func check(_ holds: Bool, _ code: CommandRequestError.Code) throws(CommandRequestError) {
            if !holds { throw CommandRequestError(code: code, id: id, cause: nil) }
        }
        try check(error == nil, .duplicateKey)
        guard let id else {
            let isAbsent = [CSIMDJSON_ABSENT, CSIMDJSON_NULL].contains(csimdjson_kind(UInt32(command.id_kind)))
            throw CommandRequestError(code: isAbsent ? .noID : .wrongID, id: nil, cause: nil)
        }
        self.id = id
        threadID = BorrowedText(command.thread_id)?.string
        let version = BorrowedText(command.jsonrpc)
        try check(command.jsonrpc_kind == Self.absent || version.map { $0 == "2.0" } ?? false, .wrongVersion)
        let method = BorrowedText(command.method)
        try check(method.map { $0.count > 0 } ?? false, .wrongMethod)
        self.method = method?.string ?? ""
        try check([Self.absent, Self.object].contains(command.meta_kind), .wrongMeta)
        try check([Self.absent, Self.object].contains(command.params_kind), .wrongParams)
        params = Self.minified(command.params)
        guard command.meta_kind == Self.object else {
            meta = .object([])
            return
        }
        do throws(JSONError) {
            meta = try JSON(
                parsing: [UInt8](UnsafeRawBufferPointer(start: command.meta.bytes, count: command.meta.count)))
        } catch {
            throw CommandRequestError(code: .notJSON, id: id, cause: error)
        }
    }

    private static let absent = UInt8(CSIMDJSON_ABSENT.rawValue)
    private static let object = UInt8(CSIMDJSON_OBJECT.rawValue)

    /// An id is echoed with every reply and kept until then: a long one is none.
    private static let longestID = 256

    private static func id(_ command: csimdjson_command) -> [UInt8]? {
        guard command.id.count <= longestID else { return nil }
        return switch csimdjson_kind(UInt32(command.id_kind)) {
        case CSIMDJSON_STRING, CSIMDJSON_INTEGER, CSIMDJSON_UNSIGNED, CSIMDJSON_DOUBLE:
            [UInt8](UnsafeRawBufferPointer(start: command.id.bytes, count: command.id.count))
        default: nil
        }
    }

    private static func minified(_ text: csimdjson_text) -> [UInt8] {
        guard text.count > 0 else { return noParams }
        let room = text.count + Int(CSIMDJSON_PADDING)
        return [UInt8](unsafeUninitializedCapacity: room) { output, count in
            output.withMemoryRebound(to: CChar.self) {
                count = csimdjson_minify(text.bytes, text.count, $0.baseAddress)
            }
        }
    }
}
