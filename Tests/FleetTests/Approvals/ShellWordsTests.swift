import TestSupport
import Fleet
import JSONRPC
import Testing

/// What a shell would take for more than one simple command has no words.
@Suite struct ShellWordsTests {
    static let simple: [(String, [String])] = [
        ("git status", ["git", "status"]),
        ("  git   status  ", ["git", "status"]),
        ("git log --format=%h -n1", ["git", "log", "--format=%h", "-n1"]),
        ("'git' \"status\"", ["git", "status"]),
        ("gi't st'atus", ["git status"]),
        ("echo 'a; rm -rf / && $(x) `y` > z | w'", ["echo", "a; rm -rf / && $(x) `y` > z | w"]),
        ("echo \"a; b\" \"it's\" ''", ["echo", "a; b", "it's", ""]),
        ("echo \"\\$HOME \\\" \\\\ \\x\"", ["echo", "$HOME \" \\ \\x"]),
        ("echo a\\ b \\; \\$x", ["echo", "a b", ";", "$x"]),
        ("echo a=b -x=/y,z:1@2+3", ["echo", "a=b", "-x=/y,z:1@2+3"]),
        ("/usr/bin/env", ["/usr/bin/env"]),
        ("echo 'é'", ["echo", "é"]),
        ("'A=b' c", ["A=b", "c"]),
    ]

    @Test(arguments: simple) func aSimpleCommandHasItsWords(_ text: String, _ words: [String]) {
        #expect(ShellWords(text)?.words == words)
    }

    static let refused: [String] = [
        "", "   ", "''", "\"\" x",
        // Operators and redirections
        "git status; rm -rf /", "git status;rm", "git status && rm x", "git status || rm x", "git status | sh",
        "git status & rm x", "git status &", "git status > /etc/passwd", "git status >/x", "git status 2>x",
        "git status < x", "git status >> x", "git status <<EOF", "git status <<< x", "git status >& x", "a |& b", "!a",
        "! git status", ";", "a ;; b",
        // Lines
        "git status\nrm -rf /", "git status\r\nrm x", "git status\rrm x", "git status\u{B}rm", "git status\u{C}rm",
        "git status \\\nrm", "'git\nstatus'", "\"git\nstatus\"", "git status\u{85}rm", "git status\u{2028}rm",
        "git\tstatus", "git status\0rm",
        // Subshells, groups, expansions
        "$(rm x)", "git $(rm x)", "git `rm x`", "git \"$(rm x)\"", "git \"`rm x`\"", "git <(rm x)", "git >(rm x)",
        "(rm x)", "{ rm x; }", "git ${IFS}x", "git $IFS", "git \"$x\"", "git $'a\\nb'", "git $\"x\"", "$x y",
        "a $((1))",
        "git {a,b}", "git *", "git ?", "git [a]", "git ~/x", "~/bin/git", "git !!", "git \"!!\"", "git ^a^b", "#git",
        "git # x", "git x#y", "f() x",
        // Assignments
        "PATH=/tmp git status", "A=b", "A=b c", "A+=b c", "a[1]=2 c", "LD_PRELOAD=/x git status", "A=b=c d", "A= c",
        // zsh and jobs
        "=git status", "git =x", "%1", "git %x",
        // Quotes that do not end
        "git 'status", "git \"status", "git status\\", "'", "\"", "\\", "git \"a\\",
        // What hides or turns text, and letters that look like ASCII
        "git sta\u{202E}tus", "git\u{200B} status", "git\u{A0}status", "gіt status", "ｇｉｔ status", "git status；rm",
        "git\u{3000}status",
    ]

    @Test(arguments: refused) func whatMayBeMoreHasNone(_ text: String) {
        #expect(ShellWords(text) == nil)
    }

    @Test func whatIsVeryLongHasNone() {
        #expect(ShellWords("a " + String(repeating: "b", count: 60_000)) != nil)
        #expect(ShellWords("a " + String(repeating: "b", count: 70_000)) == nil)
    }

    // MARK: What codex says

    static let commands: [(JSON, [String]?)] = [
        ("git status", ["git", "status"]),
        ("/bin/bash -lc 'git status'", ["git", "status"]),
        ("bash -c \"git log\"", ["git", "log"]),
        ("/usr/bin/zsh -lc 'git status -s'", ["git", "status", "-s"]),
        (["bash", "-lc", "git status"], ["git", "status"]),
        (["git", "commit", "-m", "a; b\n$(c)"], ["git", "commit", "-m", "a; b\n$(c)"]),
        ("bash script.sh", ["bash", "script.sh"]),
        (["sh"], ["sh"]),
        // Once only: what the inner shell is given is not read.
        ("bash -lc \"bash -lc 'git status'\"", ["bash", "-lc", "git status"]),
        ("env bash -lc 'git status'", ["env", "bash", "-lc", "git status"]),
        ("sudo git status", ["sudo", "git", "status"]),
        // Another program of that name
        ("/tmp/bash -lc 'git status'", ["/tmp/bash", "-lc", "git status"]),
        ("./bash -lc 'git status'", ["./bash", "-lc", "git status"]),
        ("bin/sh -c 'git status'", ["bin/sh", "-c", "git status"]),
        ("fish -c 'git status'", ["fish", "-c", "git status"]),
        // Compound, or with what a shell may take for anything
        ("bash -lc 'git status; rm -rf /'", nil),
        ("bash -lc 'git status\nrm -rf /'", nil),
        ("bash -lc 'A=b git status'", nil),
        ("bash -lc 'git status > x'", nil),
        ("bash -lc 'git status' x", nil),
        ("bash -lc 'git status' 'rm x'", nil),
        ("bash -lc", nil),
        ("bash -x -c 'git status'", nil),
        ("bash --rcfile x -c 'git status'", nil),
        ("bash -ic 'git status'", nil),
        ("bash +x -c 'git status'", nil),
        ("bash -lc ''", nil),
        ("bash -lc 'git status'; rm x", nil),
        (["bash", "-lc", "git status && rm x"], nil),
        (["bash", "-c", "git status", "--", "rm"], nil),
        (["git", 1], nil), ([], nil), (["", "x"], nil), (["a", "b\0c"], nil), (.null, nil), (1, nil), ([:], nil),
    ]

    @Test(arguments: commands) func aCommandComesDownToItsWords(_ command: JSON, _ words: [String]?) {
        #expect(ShellCommand.words(of: command) == words, "\(command)")
    }

    /// Whatever the text: it is never read as more than what stands in it, and never takes the reader down.
    @Test func randomTextsAreReadOrRefused() {
        var generator = SeededGenerator(seed: 7)
        let pieces = ["git", " ", "'", "\"", "\\", "$", ";", "\n", "=", "status", "`", "(", "a", "é", "&", "|", "\0"]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0..<12, using: &generator))
                .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            guard let words = ShellWords(text)?.words else { continue }
            #expect(!text.contains("\n") && !text.contains("\0"))
            #expect(words.joined().unicodeScalars.count <= text.unicodeScalars.count)
            // What is quoted again says the same.
            let quoted = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
            #expect(ShellWords(quoted)?.words == words)
        }
    }
}
