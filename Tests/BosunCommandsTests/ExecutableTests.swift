import BusProtocol
import BusTestSupport
import Foundation
import Glibc
import JSONRPC
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct ExecutableTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func run(_ arguments: String..., input: String = "") throws -> (CInt, String, String) {
        try run(arguments, input: input)
    }

    private func run(_ arguments: [String], input: String = "") throws -> (CInt, String, String) {
        try Program(arguments + ["--run-dir", directory.path], input: input).finish()
    }

    @Test(arguments: [
        [], ["nonsense"], ["stauts"], ["status", "--jsn"], ["status", "a", "b"], ["tail", "--count", "0"], ["call"],
        ["call", "m", "[]"], ["call", "m", "{"], ["call", "m", "-"], ["call", "m", "--timeout", "soon"], ["approve"],
        ["approve", "x", "--decision", "{"], ["deny"], ["restart"], ["start"], ["stop"],
        ["drain"], ["unpark"], ["reload", "x"], ["stop", "x", "--group", "g"], ["restart", "x", "--rolling"],
        ["drain", "x", "--all"],
        ["drain", "--all", "--then", "start"], ["drain", "x", "--then", "fly"], ["serve", "--workers", "many"],
        ["serve", "--"],
        ["serve", "codex"], ["help", "nonsense"],
    ]) func aWrongCommandLineIs64(arguments: [String]) throws {
        let (status, output, complaint) = try Program(arguments).finish()
        #expect(status == 64 && output.isEmpty)
        let lines = complaint.split(separator: "\n")
        #expect(lines.count == 2 && lines.first?.hasPrefix("bosun: ") == true)
        #expect(lines.last?.hasPrefix("usage: bosun ") == true)
    }

    @Test(arguments: [
        ["status"], ["status", "x"], ["tail"], ["call", "ping"], ["approvals"], ["approve", "x"], ["deny", "x"],
        ["restart", "x"],
        ["start", "x"], ["stop", "x"], ["drain", "--all"], ["unpark", "--group", "x"], ["restart", "--rolling"],
        ["reload"],
    ]) func withoutADaemonItIs69(arguments: [String]) throws {
        for json in [[], ["--json"]] {
            let (status, output, complaint) = try Program(arguments + json + ["--run-dir", directory.path]).finish()
            #expect(status == 69 && output.isEmpty)
            #expect(complaint.hasPrefix("bosun: ") && complaint.contains("\(directory.path)/"))
            #expect(complaint.filter { $0 == "\n" }.count == 1)
        }
    }

    @Test func helpAndVersionGoToTheOutput() throws {
        for arguments in [["help"], ["--help"], ["-h"], ["help", "tail"], ["tail", "--help"], ["serve", "-h"]] {
            let (status, output, complaint) = try Program(arguments).finish()
            #expect(status == 0 && output.hasPrefix("usage: bosun ") && complaint.isEmpty)
        }
        for (name, start) in [("methods", "Methods that"), ("turn/start", "turn/start\n"), ("ping", "ping\n")] {
            let (status, output, complaint) = try Program(["help", name]).finish()
            #expect(status == 0 && output.hasPrefix(start) && complaint.isEmpty)
        }
        let (status, output, _) = try Program(["--version"]).finish()
        #expect(status == 0 && output.hasPrefix("bosun 0."))
    }

    @Test func aDaemonThatCannotStartIsOneLine() throws {
        let (status, _, complaint) = try Program([
            "serve", "--run-dir", "/dev/null/run", "--state-dir", "/dev/null/state",
        ]).finish()
        #expect(status == 1)
        #expect(complaint.hasPrefix("bosun: ") && complaint.filter { $0 == "\n" }.count == 1)
    }

    @Test(arguments: [
        (["status", "--commands", "tcp://h:1"], "a daemon elsewhere takes --daemon-key, --key, too"),
        (["tail", "--key", "f"], "a daemon elsewhere takes --commands, --events, --daemon-key, too"),
        (["approve", "x", "--events", "tcp://h:1"], "a daemon elsewhere takes --commands, --daemon-key, --key, too"),
        (
            ["watch", "--run-dir", "/r", "--commands", "tcp://h:1"],
            "--run-dir is for a daemon on this machine, --commands for one elsewhere"
        ),
        (
            ["tail", "--audience", "a", "--commands", "tcp://h:1"],
            "--audience is for a daemon on this machine, --commands for one elsewhere"
        ),
        (
            ["call", "ping", "--commands", "h:1", "--daemon-key", "f", "--key", "f"],
            "--commands is as in tcp://HOST:PORT, not h:1"
        ),
    ]) func whatDoesNotNameADaemonElsewhereIsRefused(words: [String], reason: String) throws {
        let (status, output, complaint) = try Program(words).finish()
        #expect(status == 64 && output.isEmpty)
        #expect(complaint.split(separator: "\n").first.map(String.init) == "bosun: \(reason)")
    }

    @Test func aFileWithoutAKeyIsNamed() throws {
        let words = ["status", "--commands", "tcp://127.0.0.1:1", "--daemon-key", "/dev/null", "--key", "/nonexistent"]
        let (status, output, complaint) = try Program(words).finish()
        #expect(status == 1 && output.isEmpty)
        #expect(complaint == "bosun: /nonexistent: No such file or directory\n")
    }

    @Test func eachProblemOfAConfigurationIsALine() throws {
        let error =
            #"{"code":-33022,"message":"no","data":{"reason":"bad_configuration","problems":["f:1:2: a","b\nc"]}}"#
        let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
            #expect(request["method"] == "config/reload")
            return [ScriptedDaemon.reply(#"{"jsonrpc":"2.0","id":\#(request["id"] ?? .null),"error":\#(error)}"#)]
        }
        let (status, output, complaint) = try run("reload")
        #expect(status == 1 && output.isEmpty)
        #expect(complaint == "bosun: bad_configuration: no (-33022)\nbosun: f:1:2: a\nbosun: b\\nc\n")
        #expect(daemon.failure == nil)
    }

    @Test func aCallPrintsItsResult() throws {
        let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
            #expect(request["params"] == ["n": 1])
            #expect(request["meta"]?["worker"] == "w" && request["meta"]?["group"] == "g")
            #expect(request["meta"]?["deadlineMs"] == 1500)
            return [ScriptedDaemon.result("{\"text\":\"\u{9B}31m\", \"n\":1.50}", of: request)]
        }
        let options = ["--worker", "w", "--group=g", "--timeout", "1.5"]
        for (arguments, input) in [(["call", "m", #"{"n":1}"#], ""), (["call", "m", "-"], "{\n\"n\": 1}\n")] {
            let (status, output, complaint) = try Program(
                arguments + options + ["--run-dir", directory.path], input: input
            ).finish()
            #expect(status == 0 && complaint.isEmpty)
            #expect(output == #"{"text":"\u009b31m", "n":1.50}"# + "\n")
        }
        #expect(daemon.failure == nil)
    }

    @Test func anErrorIsToldAndIs1() throws {
        let error = #"{"code":-33002,"message":"line\nbreak \#u{202E}","data":{"reason":"worker_down"}}"#
        let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
            [ScriptedDaemon.reply(#"{"jsonrpc":"2.0","id":\#(request["id"] ?? .null),"error":\#(error)}"#)]
        }
        for command in [
            ["call", "m"], ["status"], ["restart", "x"], ["drain", "x"], ["stop", "x"], ["approvals"],
            ["approve", "x"], ["deny", "x"],
        ] {
            let (status, output, complaint) = try Program(command + ["--run-dir", directory.path]).finish()
            #expect(status == 1 && output.isEmpty)
            #expect(complaint == "bosun: worker_down: line\\nbreak \\u{202e} (-33002)\n")
            let json = try Program(command + ["--json", "--run-dir", directory.path]).finish()
            #expect(json.status == 1 && json.output.isEmpty)
            #expect(try JSON(parsing: json.complaint)["data"]?["reason"] == "worker_down")
        }
        #expect(daemon.failure == nil)
    }

    @Test(arguments: [
        (["approve", "a"], #""accept""#), (["deny", "a"], #""decline""#),
        (["approve", "a", "--decision", "cancel"], #""cancel""#),
        (["approve", "a", "--decision", #"{"x":[1]}"#], #"{"x":[1]}"#),
    ]) func aDecisionIsSent(arguments: [String], decision: String) throws {
        let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
            #expect(request["params"]?["approvalId"] == "a")
            if request["method"] == "approval/get" {
                let result = #"{"offered":[{"more":1},"acceptForSession","accept","decline"],"refusal":"decline"}"#
                return [ScriptedDaemon.result(result, of: request)]
            }
            #expect(request["method"] == "approval/respond")
            let wanted = try JSON(parsing: decision)
            #expect(request["params"]?["decision"] == wanted)
            return [ScriptedDaemon.result(#"{"state":"resolved"}"#, of: request)]
        }
        let (status, output, _) = try Program(arguments + ["--run-dir", directory.path]).finish()
        #expect(status == 0 && output.hasPrefix("a: "))
        let json = try Program(arguments + ["--json", "--run-dir", directory.path]).finish()
        #expect(json.status == 0 && json.output == "{\"state\":\"resolved\"}\n")
        #expect(daemon.failure == nil)
    }

    private static let operations: [(words: [String], method: String, params: JSON)] = [
        (["start", "w"], "worker/start", ["worker": "w"]),
        (["stop", "--group", "g"], "worker/stop", ["group": "g"]),
        (["restart", "w"], "worker/restart", ["worker": "w"]),
        (["unpark", "w"], "worker/unpark", ["worker": "w"]),
        (["drain", "w"], "worker/drain", ["worker": "w"]),
        (["drain", "w", "--then", "start"], "worker/drain", ["worker": "w", "then": "start"]),
        (["drain", "--all"], "fleet/drain", [:]),
        (["restart", "--rolling"], "fleet/restart", ["rolling": true]),
    ]

    @Test(arguments: operations) func anOperatorsCommandIsSentAndItsAnswerTold(
        _ operation: (words: [String], method: String, params: JSON)
    ) throws {
        let answers = [
            #"{"worker":"w","state":"draining"}"#: "w: draining\n",
            #"{"workers":[{"worker":"w\u001b","state":"stopped"},{"worker":"v","state":"ready"}]}"#:
                "w\\u{1b}: stopped\nv: ready\n",
            #"{"state":"rolling","done":0,"remaining":2,"worker":"w"}"#: "rolling restart: rolling, 2 to go\n",
        ]
        for (answer, told) in answers {
            let directory = try TemporaryDirectory()
            let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
                #expect(request["method"]?.stringValue == operation.method)
                #expect((request["params"] ?? [:]) == operation.params)
                return [ScriptedDaemon.result(answer, of: request)]
            }
            let (status, output, _) = try Program(operation.words + ["--run-dir", directory.path]).finish()
            #expect(status == 0 && output == told)
            #expect(daemon.failure == nil)
        }
    }

    @Test func aWorkersLastEndsAreTold() throws {
        let deaths = [
            #"{"generation":1,"atMs":1795210907364,"pid":7,"signal":"SIGKILL","oom":true,"stage":"ready","#
                + #""endedBy":"byItself","uptimeMs":272000,"stderrTail":"one\nlast \u001b[2J\n \n"}"#,
            #"{"generation":2,"atMs":1795210908000,"pid":8,"signal":"SIGSEGV","oom":false,"stage":"draining","#
                + #""endedBy":"byItself","uptimeMs":1,"stderrTail":""}"#,
            #"{"generation":3,"atMs":0,"pid":9,"code":0,"oom":false,"stage":"stopping","endedBy":"eof","uptimeMs":0}"#,
        ]
        let worker = #"{"worker":"w","group":"g","state":"ready","pid":1,"generation":4,"lastError":null"#
        for ends in [[], deaths] {
            let directory = try TemporaryDirectory()
            let answer = worker + #","deaths":[\#(ends.joined(separator: ","))]}"#
            let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
                #expect(request["method"] == "worker/get" && request["params"] == ["worker": "w"])
                return [ScriptedDaemon.result(answer, of: request)]
            }
            let (status, output, complaint) = try Program(["status", "w", "--run-dir", directory.path]).finish()
            #expect(status == 0 && complaint.isEmpty)
            let lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            #expect(lines[0].hasPrefix("WORKER\t") && lines[1].hasPrefix("w\tg\tready\t1\t4\t") && lines[2] == "")
            let told =
                ends.isEmpty
                ? ["None of its lives has ended."]
                : [
                    "ENDED\tGENERATION\tPID\tWITH\tBY\tSTAGE\tAFTER\tLAST WORDS",
                    "2026-11-20 21:41:47Z\t1\t7\tout of memory\tbyItself\tready\t4m32s\tlast \\u{1b}[2J",
                    "2026-11-20 21:41:48Z\t2\t8\tSIGSEGV\tbyItself\tdraining\t1ms\t-",
                    "1970-01-01 00:00:00Z\t3\t9\tcode 0\teof\tstopping\t0ms\t-",
                ]
            #expect(Array(lines.dropFirst(3)) == told + [""])
            #expect(daemon.failure == nil)
        }
    }

    @Test func withoutPlainAcceptanceNothingIsSent() throws {
        let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
            #expect(request["method"] == "approval/get")
            return [
                ScriptedDaemon.result(#"{"offered":["acceptForSession",{"answers":{}}],"refusal":null}"#, of: request)
            ]
        }
        for command in ["approve", "deny"] {
            let (status, output, complaint) = try run(command, "a")
            #expect(status == 1 && output.isEmpty && complaint.hasPrefix("bosun: "))
        }
        #expect(daemon.failure == nil)
    }

    // MARK: tail

    /// What contradicts itself, or is no time or no thread, is said in a line of its own before anybody is asked.
    @Test(arguments: [
        (["--since", "10m", "--replay"], "--since and --replay say different things"),
        (["--replay", "--since=10m"], "--since and --replay say different things"),
        (["ev.", "--thread", "t"], "a thread, or prefixes, not both"),
        (["--thread", "t", "rq.", "--replay"], "a thread, or prefixes, not both"),
        (["--thread", "a.b"], "no thread is called a.b"), (["--thread", ""], "no thread is called "),
        (["--since", "soon"], "--since is a time such as 90s, 10m or 2h, not soon"),
        (["--since", "10"], "--since is a time such as 90s, 10m or 2h, not 10"),
        (["--since", "-10m"], "--since is a time such as 90s, 10m or 2h, not -10m"),
        (["--since", "99999999999999h"], "--since is a time such as 90s, 10m or 2h, not 99999999999999h"),
    ]) func aTailThatContradictsItselfIsOneLine(_ arguments: [String], _ words: String) throws {
        let (status, output, complaint) = try run(["tail"] + arguments)
        #expect(status == 64 && output.isEmpty)
        let lines = complaint.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "bosun: \(words)" && lines.count == 3)
        #expect(lines[1].hasPrefix("usage: bosun tail") && lines[2].isEmpty, "\(complaint)")
    }

    private func publisher(_ count: UInt64) throws -> ScriptedSocket {
        try ScriptedPublisher.events(at: directory.sockets.events) { sync, socket in
            try ScriptedPublisher.publish(sync, seq: 0, on: socket)
            for seq in stride(from: 1, through: count, by: 1) {
                try ScriptedPublisher.publish("ev.t.m", seq: seq, scopeSeq: seq, on: socket)
            }
        }
    }

    @Test func tailEndsAfterItsCount() throws {
        let publisher = try publisher(5)
        let (status, output, complaint) = try run("tail", "ev.", "--count", "3", "--json")
        #expect(status == 0 && complaint.isEmpty)
        let lines = output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(try lines.map { try JSON(parsing: String($0))["seq"]?.intValue } == [1, 2, 3])
        #expect(publisher.failure == nil)
    }

    @Test func tailTellsGapsAndWhatCannotBeRead() throws {
        let publisher = try ScriptedPublisher.events(at: directory.sockets.events) { sync, socket in
            try ScriptedPublisher.publish(sync, seq: 0, on: socket)
            try ScriptedPublisher.publish("ev.t.m", seq: 1, scopeSeq: 1, on: socket)
            try ScriptedPublisher.publish([Array("ev.t.m".utf8)], on: socket)
            try ScriptedPublisher.publish("ev.t.m", seq: 5, scopeSeq: 5, on: socket)
        }
        // It has nothing of what is missing, and is asked once.
        let asked = Atomic(0)
        let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
            asked.add(1, ordering: .relaxed)
            #expect(request["method"] == "events/replay" && request["params"]?["after"]?["seq"] == 0)
            return [
                ScriptedDaemon.result(
                    #"{"events":[],"next":{"epoch":1,"seq":5},"truncated":false,"elided":false}"#, of: request)
            ]
        }
        let (status, output, _) = try run("tail", "--count", "2", "--json")
        #expect(status == 0)
        let lines = try output.split(separator: "\n").map { try JSON(parsing: String($0)) }
        #expect(lines.count == 4)
        #expect(lines[1]["malformed"] != nil && lines[2]["gap"] == ["topic": "ev.t.", "missed": 3])
        #expect(daemon.failure == nil && asked.load(ordering: .relaxed) == 1)
        #expect(publisher.failure == nil)
    }

    @Test func tailEndsAfterItsTime() throws {
        let publisher = try publisher(1)
        #expect(try run("tail", "--timeout", "0.2").0 == 0)
        let (status, _, complaint) = try run("tail", "--timeout", "0.2", "--count", "2")
        #expect(status == 1 && complaint == "bosun: 1 of 2 events came in time\n")
        #expect(publisher.failure == nil)
    }

    @Test(arguments: [SIGINT, SIGTERM]) func aSignalEndsTail(signal: CInt) throws {
        let publisher = try publisher(1)
        let program = try Program(["tail", "--run-dir", directory.path])
        #expect(try program.line()?.contains("ev.t.m") == true)
        kill(program.process.processIdentifier, signal)
        #expect(program.status() == 0)
        #expect(publisher.failure == nil)
    }

    /// The reader has stopped, and the pipe is full.
    @Test func aSignalEndsTailInTheMiddleOfALine() throws {
        let publisher = try publisher(5_000)
        let program = try Program(["tail", "--json", "--run-dir", directory.path])
        #expect(try program.line() != nil)
        kill(program.process.processIdentifier, SIGINT)
        #expect(program.status() == 0)
        #expect(publisher.failure == nil)
    }

    @Test(arguments: [1, 5_000] as [UInt64]) func aReaderThatClosesItsPipeEndsTailQuietly(count: UInt64) throws {
        let publisher = try publisher(count)
        let program = try Program(["tail", "--run-dir", directory.path])
        #expect(try program.line() != nil)
        try program.closeOutput()
        let (status, complaint) = (program.status(), try program.complaint())
        #expect(status == 0 && complaint.isEmpty)
        #expect(publisher.failure == nil)
    }
}
