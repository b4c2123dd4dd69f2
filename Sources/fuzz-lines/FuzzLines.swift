import Foundation
import JSONRPC
import LineFuzz

// `deploy/fuzz` builds this with libFuzzer, which has a main of its own and calls the function below with what it makes up.
#if FUZZING

    /// `nonisolated(unsafe)`: libFuzzer calls from one thread.
    private nonisolated(unsafe) let readers = LineReaders()

    @_cdecl("LLVMFuzzerTestOneInput")
    public func check(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        do throws(BrokenProperty) {
            try readers.check(Array(UnsafeBufferPointer(start: bytes, count: count)))
        } catch {
            FileHandle.standardError.write(Data("broken: \(error)\n".utf8))
            abort()
        }
        return 0
    }

#else

    /// Without a fuzzer: writes what one begins with, or checks what one has found.
    @main enum FuzzLines {
        static func main() {
            let words = CommandLine.arguments.dropFirst()
            do {
                switch (words.first, words.count) {
                case ("seeds"?, 3): try writeSeeds(from: words[2], to: words[3])
                case ("check"?, 2...): try check(Array(words.dropFirst()))
                default:
                    print("usage: fuzz-lines seeds FIXTURES DIRECTORY | fuzz-lines check FILE...")
                    exit(64)
                }
            } catch {
                print("fuzz-lines: \(error)")
                exit(1)
            }
        }

        /// A file for each line of the recorded sessions, and for each hostile one.
        private static func writeSeeds(from fixtures: String, to directory: String) throws {
            let names = try FileManager.default.subpathsOfDirectory(atPath: fixtures).filter { $0.hasSuffix(".jsonl") }
            var seeds = Seeds.hostile
            for name in names.sorted() {
                seeds += try Seeds.recorded([UInt8](Data(contentsOf: URL(filePath: "\(fixtures)/\(name)"))))
            }
            for (number, seed) in seeds.enumerated() {
                try Data(seed).write(to: URL(filePath: "\(directory)/seed-\(number)"))
            }
            print("\(seeds.count) seeds")
        }

        private static func check(_ files: [String]) throws {
            for file in files { try LineReaders().check([UInt8](Data(contentsOf: URL(filePath: file)))) }
            print("\(files.count) files: nothing is broken")
        }
    }

#endif
