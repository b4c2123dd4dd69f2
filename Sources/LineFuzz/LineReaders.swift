import JSONRPC

/// The readers of lines, used on any bytes as the daemon uses them: many inputs after one another.
///
/// What they say of one must not depend on those before it.
package final class LineReaders {
    private let used = EnvelopeScanner()
    private let buffer = ReadBuffer()

    package init() {}

    /// Checks all that must hold for these bytes, whatever they are.
    package func check(_ bytes: [UInt8]) throws(BrokenProperty) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Array($0) }
        try LineSplitting(bytes, lines, buffer).check()
        for line in lines.prefix(Self.most) { try EnvelopeReading(line).check(with: used) }
        try CommandReading(bytes).check()
    }

    /// Lines of an input that are read: the others cost time and tell nothing new.
    private static let most = 64
}
