import TestSupport
@testable import JSONRPC
import Testing

/// Bytes that nobody meant: every reader must come back with a value or an error, and the readers must agree.
@Suite struct FuzzTests {
    private static let seeds = [
        #"{"method":"item/agentMessage/delta","params":{"threadId":"t","turnId":"u","itemId":"i","delta":"x\n\u00e9"}}"#,
        #"{"id":7,"result":{"thread":{"id":"t"},"list":[1,-2.5e3,true,null,"\"\\"]}}"#,
        #"{"id":"a","method":"m","params":{"item":{"id":"i","n":123456789012345678901234567890},"e":1e400}}"#,
        #"{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":[[[{}]]]},"meta":{"k":"v"}}"#,
    ].map { [UInt8]($0.utf8) }

    private func mutated(_ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = Self.seeds.randomElement(using: &generator) ?? []
        let alphabet = [UInt8](#"{}[]",:\u0d8e-+.019 tfn"#.utf8) + [0, 10, 13, 0x80, 0xC3, 0xFF]
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &generator)
            let byte = alphabet.randomElement(using: &generator) ?? 0
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[at] = byte
            case 1: bytes.insert(byte, at: at)
            case 2: bytes.remove(at: at)
            case 3: bytes.removeSubrange(at..<min(bytes.count, at + 9))
            default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 25)], at: at)
            }
        }
        return bytes
    }

    @Test func mutatedLinesAreReadAlikeByAllReaders() {
        var generator = SeededGenerator(seed: 42)
        let scanner = EnvelopeScanner()
        var accepted = 0
        for _ in 0..<6_000 {
            let bytes = mutated(&generator)
            let value = try? JSON(parsing: bytes)
            Line.withCopy(of: bytes) { line in
                guard let envelope = try? scanner.scan(line) else { return }
                accepted += 1
                // The scanner lets more through than the values do (sizes of numbers, keys it does not read).
                guard let value else { return }
                #expect(envelope.method?.string == value["method"]?.stringValue)
                #expect(scanner.raw(.params, of: line).map { JSON.raw($0) } == value["params"])
                #expect(scanner.raw(.item, of: line).map { JSON.raw($0) } == value["params"]?["item"])
                #expect(scanner.raw(.result, of: line).map { JSON.raw($0) } == value["result"])
                #expect(scanner.raw(.id, of: line).map { JSON.raw($0) } == value["id"])
                #expect(envelope.id?.json == value["id"] || envelope.shape == .notification)
            }
            if let command = try? CommandRequest(parsing: bytes) {
                #expect(command.method == value?["method"]?.stringValue)
                #expect((try? command.paramsValue) == value?["params"] ?? [:])
                #expect(JSON.raw(command.id) == value?["id"])
                #expect(!command.params.contains(10))
            }
        }
        #expect(accepted > 100)
    }

    @Test func randomBytesAreNoJSON() {
        var generator = SeededGenerator(seed: 1)
        let scanner = EnvelopeScanner()
        for _ in 0..<4_000 {
            let bytes = (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            Line.withCopy(of: bytes) { line in _ = #expect(throws: JSONError.self) { _ = try scanner.scan(line) } }
            #expect(throws: CommandRequestError.self) { try CommandRequest(parsing: bytes) }
        }
    }

    @Test func randomChunksGiveTheSameLines() throws {
        var generator = SeededGenerator(seed: 3)
        let buffer = ReadBuffer()
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 0..<2_000, using: &generator)).map { _ in
                [UInt8](arrayLiteral: 10, 13, 65, 123, 0, 255).randomElement(using: &generator) ?? 10
            }
            let lines = LineBuffer()
            var seen: [[UInt8]] = []
            var at = 0
            while at < text.count {
                let count = min(text.count - at, Int.random(in: 1...300, using: &generator))
                buffer.withSpace { $0.copyBytes(from: text[at..<at + count]) }
                try lines.append(count, of: buffer) { seen.append($0.copy) }
                at += count
            }
            let expected = text.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
            #expect(seen == Array(expected.dropLast()))
            #expect(lines.close() == expected.last?.count ?? 0)
        }
    }
}
