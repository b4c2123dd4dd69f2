private import CZeroMQ
private import EventLoop
private import Glibc

extension Socket {
    // MARK: Setting

    package func set(_ option: SocketOption<Int>, _ value: Int) throws(ZeroMQError) {
        try set(option, integer: Int64(value))
    }

    package func set(_ option: SocketOption<Bool>, _ value: Bool) throws(ZeroMQError) {
        try set(option, integer: value ? 1 : 0)
    }

    /// In whole milliseconds or seconds, rounded up. Less than nothing, libzmq's word for "for ever", counts as nothing.
    package func set(_ option: SocketOption<Duration>, _ value: Duration) throws(ZeroMQError) {
        let milliseconds = max(0, value.milliseconds)
        try set(option, integer: option.layout == .seconds ? (milliseconds + 999) / 1000 : milliseconds)
    }

    package func set(_ option: SocketOption<String>, _ value: String) throws(ZeroMQError) {
        try set(option.number, option.name, Array(value.utf8))
    }

    /// A SUB gets what starts with `prefix` from here on.
    package func subscribe(_ prefix: some Sequence<UInt8>) throws(ZeroMQError) {
        try set(ZMQ_SUBSCRIBE, "SUBSCRIBE", Array(prefix))
    }

    package func subscribe(_ prefix: String) throws(ZeroMQError) { try subscribe(prefix.utf8) }

    /// Takes one subscription to `prefix` back.
    package func unsubscribe(_ prefix: some Sequence<UInt8>) throws(ZeroMQError) {
        try set(ZMQ_UNSUBSCRIBE, "UNSUBSCRIBE", Array(prefix))
    }

    package func unsubscribe(_ prefix: String) throws(ZeroMQError) { try unsubscribe(prefix.utf8) }

    // MARK: Reading

    package func get(_ option: SocketOption<Int>) throws(ZeroMQError) -> Int {
        Int(try integer(option))
    }

    package func get(_ option: SocketOption<Bool>) throws(ZeroMQError) -> Bool {
        try integer(option) > 0
    }

    /// Nil: for ever, or the system's default.
    package func get(_ option: SocketOption<Duration>) throws(ZeroMQError) -> Duration? {
        let value = try integer(option)
        guard value >= 0 else { return nil }
        return option.layout == .seconds ? .seconds(value) : .milliseconds(value)
    }

    package func get(_ option: SocketOption<String>) throws(ZeroMQError) -> String {
        // An endpoint is the longest of them: a host name (253 bytes) or a path (107).
        let (code, text) = withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { buffer in
            var size = buffer.count
            let code = perform { zmq_getsockopt($0, option.number, buffer.baseAddress, &size) }
            let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<(code == 0 ? size : 0)])
            return (code, String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self))
        }
        guard code == 0 else { throw ZeroMQError(.optionRefused, errno: code, context: option.name) }
        return text
    }

    /// What the socket can do now; this also makes libzmq take in what its threads have left for the socket.
    package var events: SocketEvents {
        get throws(ZeroMQError) { SocketEvents(rawValue: CShort(truncatingIfNeeded: try integer(.events))) }
    }

    /// A descriptor that becomes readable when `events` may have changed, and says no more than that: after it, and
    /// after every send or receive, `events` is to be read. It stays the socket's to close.
    package var fileDescriptor: CInt {
        get throws(ZeroMQError) { CInt(try integer(.descriptor)) }
    }

    // MARK: libzmq's layouts

    private func set<Value>(_ option: SocketOption<Value>, integer: Int64) throws(ZeroMQError) {
        let narrow = CInt(clamping: integer)
        let bytes =
            option.layout == .int64
            ? withUnsafeBytes(of: integer) { Array($0) } : withUnsafeBytes(of: narrow) { Array($0) }
        try set(option.number, option.name, bytes)
    }

    private func set(_ number: CInt, _ name: String, _ value: [UInt8]) throws(ZeroMQError) {
        let code = value.withUnsafeBytes { bytes in
            perform { zmq_setsockopt($0, number, bytes.baseAddress, bytes.count) }
        }
        guard code == 0 else { throw ZeroMQError(.optionRefused, errno: code, context: name) }
    }

    private func integer<Value>(_ option: SocketOption<Value>) throws(ZeroMQError) -> Int64 {
        var value: Int64 = 0
        var size = option.layout == .int64 ? MemoryLayout<Int64>.size : MemoryLayout<CInt>.size
        let code = perform { zmq_getsockopt($0, option.number, &value, &size) }
        guard code == 0 else { throw ZeroMQError(.optionRefused, errno: code, context: option.name) }
        return size == MemoryLayout<CInt>.size ? Int64(CInt(truncatingIfNeeded: value)) : value
    }
}
