/// The last that a worker wrote to stderr, and which of its lines go into the log.
package struct StderrTail: Sendable {
    package static let capacity = 16 << 10
    /// Lines a second that are logged; the others are counted.
    package static let linesPerSecond = 20

    private var bytes: [UInt8] = []
    private var second: Int64 = 0
    private var loggedInSecond = 0
    private var suppressed = 0
    private var unfinished: [UInt8] = []

    package init() {}

    /// The last 16 KiB at most, without colours.
    package var text: String { String(decoding: Self.withoutColour(bytes[...]), as: UTF8.self) }

    /// Takes what came; gives the lines to log. `second` is any clock's whole seconds.
    package mutating func append(
        _ new: UnsafeRawBufferPointer, second now: Int64, linesPerSecond: Int = StderrTail.linesPerSecond
    ) -> [String] {
        bytes += new.suffix(Self.capacity)
        if bytes.count > Self.capacity { bytes.removeFirst(bytes.count - Self.capacity) }
        var lines: [String] = []
        if now != second {
            second = now
            loggedInSecond = 0
            if suppressed > 0 { lines.append("(\(suppressed) lines not logged)") }
            suppressed = 0
        }
        for part in new.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
            take(part, into: &lines, linesPerSecond)
        }
        let rest = new.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).last ?? new[...]
        unfinished += rest.prefix(max(0, Self.capacity - unfinished.count))
        return lines
    }

    private mutating func take(
        _ part: Slice<UnsafeRawBufferPointer>, into lines: inout [String], _ linesPerSecond: Int
    ) {
        let line = unfinished + part.prefix(Self.capacity)
        unfinished = []
        guard !line.isEmpty else { return }
        guard loggedInSecond < linesPerSecond else {
            suppressed += 1
            return
        }
        loggedInSecond += 1
        lines.append(String(decoding: Self.withoutColour(line.prefix(2_000)), as: UTF8.self))
    }

    /// Codex colours its stderr whether or not anybody watches: takes out `ESC [ … letter`.
    private static func withoutColour(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        var rest = line
        while let byte = rest.popFirst() {
            guard byte == 0x1B, rest.first == UInt8(ascii: "[") else {
                plain.append(byte)
                continue
            }
            rest.removeFirst()
            rest = rest.drop { !(0x40...0x7E).contains($0) }.dropFirst()
        }
        return plain
    }
}
