package import JSONRPC

/// What a loop reads its workers with: one buffer and one scanner for all of them.
///
/// `@unchecked Sendable`: the actors that share it are pinned to the same loop, and only they use it.
package final class LineReader: @unchecked Sendable {
    package let buffer = ReadBuffer()
    package let scanner = EnvelopeScanner()

    package init() {}
}
