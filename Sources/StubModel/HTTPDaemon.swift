private import CMicroHTTPD
private import Glibc

/// libmicrohttpd's daemon on 127.0.0.1, one thread a connection, with one owner, which stops it.
///
/// `@unchecked Sendable`: the two pointers are set once and used again in `deinit` only, which runs once.
struct HTTPDaemon: ~Copyable, @unchecked Sendable {
    let port: UInt16
    private let daemon: OpaquePointer
    private let service: Unmanaged<HTTPService>

    /// Serves from now on; `answer` is called on the connection's thread, several at a time. Port 0: the system's choice.
    init(
        port: UInt16, limits: StubModelLimits, answer: @escaping @Sendable (HTTPRequest) -> HTTPAnswer
    ) throws(StubModelError) {
        let service = Unmanaged.passRetained(HTTPService(bodyLimit: limits.bodyBytes, answer: answer))
        let connections = CUnsignedInt(clamping: limits.connections)
        let context = service.toOpaque()
        guard
            let daemon = cmicrohttpd_start_loopback(port, connections, onRequest, context, onCompleted, nil)
        else {
            let reason = errno
            service.release()
            throw StubModelError(.portUnavailable, "can't serve on 127.0.0.1 port \(port)", errno: reason)
        }
        self.daemon = daemon
        self.service = service
        self.port = cmicrohttpd_port(daemon)
    }

    /// Ends the connections, those in the middle of an answer too, and waits for their threads.
    deinit {
        MHD_stop_daemon(daemon)
        service.release()
    }
}

private final class HTTPService: Sendable {
    let bodyLimit: Int
    let answer: @Sendable (HTTPRequest) -> HTTPAnswer

    init(bodyLimit: Int, answer: @escaping @Sendable (HTTPRequest) -> HTTPAnswer) {
        self.bodyLimit = bodyLimit
        self.answer = answer
    }

    var tooLarge: HTTPAnswer {
        .error(
            status: 413, type: "invalid_request_error", code: "body_too_large",
            message: "the body is longer than \(bodyLimit) bytes")
    }
}

/// One request on its way in, then its answer on its way out; on the connection's thread only.
private final class Exchange {
    private let connection: OpaquePointer
    private let method: String
    private let path: String
    private var body: [UInt8] = []
    private var isTooLarge = false
    private var events: EventStream?
    /// Bytes of an event that the last block had no room for.
    private var pending: ArraySlice<UInt8> = []
    /// A step that waits until the bytes before it are sent.
    private var held: EventStream.Step?

    init(connection: OpaquePointer, method: String, path: String) {
        self.connection = connection
        self.method = method
        self.path = path
    }

    func receive(_ bytes: UnsafeRawBufferPointer, limit: Int) {
        guard !isTooLarge, body.count + bytes.count <= limit else {
            isTooLarge = true
            body = []
            return
        }
        body.append(contentsOf: bytes)
    }

    func respond(from service: HTTPService) -> MHD_Result {
        guard !isTooLarge else { return queue(service.tooLarge) }
        let request = HTTPRequest(method: method, path: path, body: body)
        body = []
        return queue(service.answer(request))
    }

    /// `MHD_NO` closes the connection.
    func queue(_ answer: HTTPAnswer) -> MHD_Result {
        if answer.waitMilliseconds > 0, hasEnded(after: answer.waitMilliseconds) { return .NO }
        let response: OpaquePointer?
        let type: String
        switch answer.content {
        case .json(let text):
            type = "application/json"
            response = Array(text.utf8).withUnsafeBytes { bytes in
                MHD_create_response_from_buffer(
                    bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
            }
        case .events(let events):
            type = "text/event-stream"
            self.events = events
            // The exchange outlives the response: it is released when the request is completed.
            response = MHD_create_response_from_callback(
                cmicrohttpd_size_unknown, 32 << 10, readContent, Unmanaged.passUnretained(self).toOpaque(), nil)
        }
        guard let response else { return .NO }
        defer { MHD_destroy_response(response) }
        guard MHD_add_response_header(response, "Content-Type", type) == .YES else { return .NO }
        return MHD_queue_response(connection, CUnsignedInt(answer.status), response)
    }

    /// Fills `block` with what is there to send now, and waits only when that is nothing.
    func read(into block: UnsafeMutableRawBufferPointer) -> Int {
        var filled = 0
        while true {
            let count = min(pending.count, block.count - filled)
            UnsafeMutableRawBufferPointer(rebasing: block[filled...]).copyBytes(from: pending.prefix(count))
            pending = pending.dropFirst(count)
            filled += count
            guard pending.isEmpty, filled < block.count else { return filled }
            guard let step = held ?? events?.next() else { return cmicrohttpd_end_with_error }
            if case .bytes(let bytes) = step {
                pending = bytes[...]
                continue
            }
            guard filled == 0 else {
                held = step
                return filled
            }
            held = nil
            switch step {
            case .bytes: continue
            case .pause(let milliseconds): if hasEnded(after: milliseconds) { return cmicrohttpd_end_with_error }
            case .cut: return cmicrohttpd_end_with_error
            case .end: return cmicrohttpd_end_of_stream
            }
        }
    }

    /// True when the client left, or the daemon is being stopped, before the time had passed.
    private func hasEnded(after milliseconds: Int) -> Bool {
        cmicrohttpd_wait(connection, CInt(clamping: milliseconds)) != 0
    }
}

private let onRequest: MHD_AccessHandlerCallback = { context, connection, url, method, _, upload, uploadSize, state in
    guard let context, let connection, let url, let method, let uploadSize, let state else { return .NO }
    let service = Unmanaged<HTTPService>.fromOpaque(context).takeUnretainedValue()
    guard let known = state.pointee else {
        let exchange = Exchange(
            connection: connection, method: String(cString: method), path: String(cString: url))
        state.pointee = Unmanaged.passRetained(exchange).toOpaque()
        guard
            let header = MHD_lookup_connection_value(connection, .HEADER_KIND, "Content-Length"),
            let length = UInt64(String(cString: header)), length > UInt64(service.bodyLimit)
        else { return .YES }
        return exchange.queue(service.tooLarge)
    }
    let exchange = Unmanaged<Exchange>.fromOpaque(known).takeUnretainedValue()
    guard uploadSize.pointee > 0 else { return exchange.respond(from: service) }
    exchange.receive(UnsafeRawBufferPointer(start: upload, count: uploadSize.pointee), limit: service.bodyLimit)
    uploadSize.pointee = 0
    return .YES
}

private let onCompleted: MHD_RequestCompletedCallback = { _, _, state, _ in
    guard let known = state?.pointee else { return }
    Unmanaged<Exchange>.fromOpaque(known).release()
    state?.pointee = nil
}

private let readContent: MHD_ContentReaderCallback = { context, _, buffer, capacity in
    guard let context, let buffer else { return cmicrohttpd_end_with_error }
    let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
    return exchange.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: capacity))
}
