import Glibc
import JSONRPC

extension Fake {
    /// Performs steps in their order. Each is an object with one member, its word:
    ///
    /// | step | what it does |
    /// |---|---|
    /// | `say: {…}` | prints that message as one line |
    /// | `print: "…"` | prints that text and a newline |
    /// | `hex: "00ff"` | prints those bytes, without a newline |
    /// | `fill: [byte, count]` | prints that byte so often, without a newline |
    /// | `flood: [count, {…}]` | `say`, so often |
    /// | `tell: [method, count, µs]` | prints so many notifications, numbered from 0 within this life, with a pause between |
    /// | `stderr: ["…", count]` | prints that line to stderr, so often |
    /// | `answer: {…}` | answers the request that is being performed |
    /// | `answerText: "…"` | the same, with that text as the members behind `id` |
    /// | `answerTwice: {…}` | does so twice |
    /// | `mute: ["…"]` | from here on these methods get no answer |
    /// | `refuse: ["…", "…"]` | from here on the first, a method, is answered with an error, the second its message |
    /// | `overload: ["…", count]` | from here on that method is refused with -32001, so often |
    /// | `wait: ms` | does nothing, does not even read |
    /// | `waitForFile: "…"` | the same until that file is there |
    /// | `stopReading: true` | the same for ever |
    /// | `ignoreEnd: true` | from here on end of file and SIGTERM do not end it |
    /// | `closeOutput: true` | closes stdout |
    /// | `closeInput: true` | closes stdin, and lives on |
    /// | `leaveChild: true` | leaves a process behind, in a session of its own, that holds stdout for a minute |
    /// | `leaveTree: "…"` | the same without its stdout: a process that nobody waits for, which waits for a child, which waits for a child, each in a session of its own; the last writes its pid into that file |
    /// | `exit: status` | ends |
    /// | `kill: signal` | ends by a signal |
    func perform(_ steps: JSON) {
        for step in steps.arrayValue ?? [] {
            for member in step.objectValue ?? [] { perform(member.key, member.value) }
        }
    }

    private func perform(_ word: String, _ value: JSON) {
        let list = value.arrayValue ?? []
        switch word {
        case "say": say(value)
        case "print": put(Array("\(value.stringValue ?? "")\n".utf8))
        case "hex": put(Self.bytes(hexadecimal: value.stringValue ?? ""))
        case "fill": fill(with: UInt8(truncatingIfNeeded: list[0].intValue ?? 0), Int(list[1].intValue ?? 0))
        case "flood":
            let line = list[1].serialized() + [UInt8(ascii: "\n")]
            for _ in 0..<(list[0].intValue ?? 0) { put(line) }
        case "tell":
            for number in 0..<(list[1].intValue ?? 0) {
                say([
                    "method": list[0],
                    "params": ["worker": .string(worker), "life": .integer(Int64(life)), "n": .integer(number)],
                ])
                if let pause = list[2].intValue, pause > 0 { usleep(UInt32(clamping: pause)) }
            }
        case "stderr":
            for _ in 0..<(list[1].intValue ?? 0) {
                put(Array("\(list[0].stringValue ?? "")\n".utf8), to: STDERR_FILENO)
            }
        case "answer": answer(value)
        case "answerText":
            guard let id = current else { return }
            current = nil
            put(Array("{\"id\":\(id),\(value.stringValue ?? "")}\n".utf8))
        case "answerTwice":
            let id = current
            answer(value)
            current = id
            answer(value)
        case "mute": muted.formUnion(list.compactMap(\.stringValue))
        case "refuse": refused[list[0].stringValue ?? ""] = list[1]
        case "overload": overloads[list[0].stringValue ?? ""] = list[1].intValue
        case "wait": usleep(UInt32(clamping: (value.intValue ?? 0) * 1_000))
        case "waitForFile": while access(value.stringValue ?? "", F_OK) != 0 { usleep(5_000) }
        case "stopReading": while true { pause() }
        case "ignoreEnd":
            ignoresEnd = true
            signal(SIGTERM, SIG_IGN)
        case "closeOutput": close(STDOUT_FILENO)
        case "closeInput":
            answer([:])
            close(STDIN_FILENO)
            while true { pause() }
        case "leaveChild": leaveChild()
        case "leaveTree": leaveTree(value.stringValue ?? "")
        case "exit": exit(CInt(truncatingIfNeeded: value.intValue ?? 0))
        case "kill":
            let number = CInt(truncatingIfNeeded: value.intValue ?? 0)
            // Swift's own handler would print a backtrace and live on.
            signal(number, SIG_DFL)
            kill(getpid(), number)
            pause()
        default:
            put(Array("fake-app-server: no step is called \(word)\n".utf8), to: STDERR_FILENO)
            exit(EX_USAGE)
        }
    }

    private func fill(with byte: UInt8, _ count: Int) {
        let piece = [UInt8](repeating: byte, count: 1 << 20)
        var left = count
        while left > 0 {
            put(Array(piece.prefix(left)))
            left -= piece.count
        }
    }

    private func leaveChild() {
        let child = spawn(["setsid", "sleep", "60"])
        // Until then it stands in this process's group, and is ended with it.
        while getsid(child) == getsid(0) { usleep(1_000) }
    }

    private func leaveTree(_ file: String) {
        // What follows the last command keeps a shell from becoming it.
        let last = "setsid sh -c 'echo $$ >\"$0.new\"; mv \"$0.new\" \"$0\"; exec sleep 600' \"$0\"; exit"
        let middle = "setsid sh -c '\(Self.quoted(last))' \"$0\"; exit"
        let first = "setsid sh -c '\(Self.quoted(middle))' \"$0\" </dev/null >/dev/null 2>&1 &"
        var status: CInt = 0
        waitpid(spawn(["sh", "-c", first, file]), &status, 0)
        while access(file, F_OK) != 0 { usleep(1_000) }
    }

    /// For a place between single quotes.
    private static func quoted(_ text: String) -> String {
        text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    }

    private func spawn(_ words: [String]) -> pid_t {
        var child = pid_t()
        var arguments = words.map { strdup($0) }
        arguments.append(nil)
        posix_spawnp(&child, words[0], nil, nil, &arguments, environ)
        for argument in arguments { free(argument) }
        return child
    }

    private static func bytes(hexadecimal text: String) -> [UInt8] {
        var digits = text[...]
        var bytes: [UInt8] = []
        while digits.count > 1 {
            bytes.append(UInt8(digits.prefix(2), radix: 16) ?? 0)
            digits = digits.dropFirst(2)
        }
        return bytes
    }
}
