/// The second frame of every event: 64 bytes, little-endian. `protocols/bus.md` has the table.
public struct EventHeader: Sendable, Hashable {
    /// The header's size in bytes.
    public static let size = 64
    /// The version that this code writes and reads.
    public static let version: UInt8 = 1

    public var flags: EventFlags
    /// How often the worker has been started; 0 for the daemon.
    public var generation: UInt32
    /// The daemon's start: greater with each.
    public var epoch: UInt64
    /// 1, 2, 3 … of the daemon in this epoch: with the epoch, the cursor.
    public var seq: UInt64
    /// 1, 2, 3 … of this `<kind>.<scope>` in this epoch: a jump is a loss.
    public var scopeSeq: UInt64
    /// When the line was read, in nanoseconds since 1970.
    public var unixNanoseconds: UInt64
    /// The command that led to the event, or zeros.
    public var cause: CommandID
    /// The worker's number, as `worker/list` gives it; 0 for the daemon.
    public var worker: UInt64

    public init(
        flags: EventFlags = [], generation: UInt32 = 0, epoch: UInt64, seq: UInt64, scopeSeq: UInt64,
        unixNanoseconds: UInt64, cause: CommandID = .none, worker: UInt64 = 0
    ) {
        self.flags = flags
        self.generation = generation
        self.epoch = epoch
        self.seq = seq
        self.scopeSeq = scopeSeq
        self.unixNanoseconds = unixNanoseconds
        self.cause = cause
        self.worker = worker
    }

    /// Writes the 64 bytes into `buffer`, which has room for them.
    @inlinable
    public func encode(into buffer: UnsafeMutableRawBufferPointer) {
        precondition(buffer.count >= Self.size)
        buffer.storeBytes(of: Self.version, toByteOffset: 0, as: UInt8.self)
        buffer.storeBytes(of: flags.rawValue, toByteOffset: 1, as: UInt8.self)
        buffer.storeBytes(of: UInt16(Self.size).littleEndian, toByteOffset: 2, as: UInt16.self)
        buffer.storeBytes(of: generation.littleEndian, toByteOffset: 4, as: UInt32.self)
        buffer.storeBytes(of: epoch.littleEndian, toByteOffset: 8, as: UInt64.self)
        buffer.storeBytes(of: seq.littleEndian, toByteOffset: 16, as: UInt64.self)
        buffer.storeBytes(of: scopeSeq.littleEndian, toByteOffset: 24, as: UInt64.self)
        buffer.storeBytes(of: unixNanoseconds.littleEndian, toByteOffset: 32, as: UInt64.self)
        buffer.storeBytes(of: cause.high.bigEndian, toByteOffset: 40, as: UInt64.self)
        buffer.storeBytes(of: cause.low.bigEndian, toByteOffset: 48, as: UInt64.self)
        buffer.storeBytes(of: worker.littleEndian, toByteOffset: 56, as: UInt64.self)
    }

    /// Reads a header; nil when the bytes are too few or of a version that this code does not know.
    ///
    /// A longer header of the same version is read as far as it is known.
    public init?(decoding bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= Self.size, bytes[0] == Self.version else { return nil }
        func load<T: FixedWidthInteger>(_ offset: Int, as type: T.Type) -> T {
            T(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
        }
        guard load(2, as: UInt16.self) >= UInt16(Self.size) else { return nil }
        flags = EventFlags(rawValue: bytes[1])
        generation = load(4, as: UInt32.self)
        epoch = load(8, as: UInt64.self)
        seq = load(16, as: UInt64.self)
        scopeSeq = load(24, as: UInt64.self)
        unixNanoseconds = load(32, as: UInt64.self)
        cause = CommandID(
            high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 40, as: UInt64.self)),
            low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 48, as: UInt64.self)))
        worker = load(56, as: UInt64.self)
    }
}
