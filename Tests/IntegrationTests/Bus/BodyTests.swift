import BusProtocol
import Foundation
import JSONRPC
import TestSupport
import Testing

/// Bodies that are too large for the stream, and `events/body`.
@Suite(.waits, .showsDaemonLogs) struct BodyTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func client(settings: String = "", prefixes: [String] = ["ev.", "sy."]) throws -> BusClient {
        let bus = try BusClient(
            DaemonProcess(FakeAppServer.command, daemon: settings, group: "", in: directory), prefixes: prefixes)
        try bus.ready()
        return bus
    }

    /// A line of about so many bytes, no two pieces of it alike.
    private func message(_ count: Int, _ method: String = "large/one") -> JSON {
        var text = ""
        while text.utf8.count < count { text += "\(text.utf8.count) äöü \u{1F600} " }
        return ["method": .string(method), "params": ["x": .string(text)]]
    }

    /// The whole body, piece by piece.
    private func body(_ bus: BusClient, _ ref: JSON, pieces: Int64?) throws -> (bytes: [UInt8], count: Int) {
        var bytes: [UInt8] = []
        var count = 0
        while true {
            var params: JSON = ["ref": ref, "offset": .integer(Int64(bytes.count))]
            if let pieces { params["length"] = .integer(pieces) }
            let piece = try bus.result("events/body", params)
            let data = try #require(Base64.decode(try piece.text("data")))
            #expect(try piece.int("offset") == bytes.count && piece.at("ref") == ref)
            bytes += data
            count += 1
            guard !data.isEmpty, bytes.count < (try piece.int("size")) else { return (bytes, count) }
        }
    }

    /// By another's hand.
    private func sha256(_ bytes: [UInt8]) throws -> String {
        let name = "\(UInt32.random(in: 0...UInt32.max))"
        let file = try directory.write(name, bytes)
        let child = try Child("/usr/bin/sha256sum", [file], environment: [:], output: "\(file).sum")
        #expect(try child.waitForEnd() == .exited(0))
        return String(String(decoding: directory.read("\(name).sum") ?? [], as: UTF8.self).prefix(64))
    }

    @Test func aLargeBodyComesByReferenceAndInPiecesAlsoFromTheNextDaemon() throws {
        var event: Event?
        let line = message(3 << 19)
        let bytes = line.serialized()
        do {
            let bus = try client()
            try bus.fake([["say": line]])
            event = try bus.event("ev.wmain-1.large/one")
            try bus.daemon.kill()
        }
        let large = try #require(event)
        #expect(large.header.flags == .byReference)
        #expect(try large.json.int("size") == bytes.count && large.json.text("method") == "large/one")
        #expect(try large.json.text("sha256") == sha256(bytes))
        let bus = try client()
        let ref = try large.json.at("ref")
        for (pieces, count) in [(nil, 2), (1 << 20, 2), (999_999, 2), (100_003, 16)] as [(Int64?, Int)] {
            let whole = try body(bus, ref, pieces: pieces)
            #expect(whole.bytes == bytes && whole.count == count, "\(whole.count)")
        }
        let replayed = try bus.replay(prefixes: ["ev.wmain-1.large/one"])
        #expect(replayed.events.map { "\($0.topic) \($0.header.base64) \($0.text)" } == [large.replayed])
    }

    /// A delta, which no disk keeps otherwise, and what the daemon itself says of a large request.
    @Test func whateverIsLargeIsKept() throws {
        let bus = try client(prefixes: ["ev.", "dl.", "rq.", "sy."])
        let thread = try bus.result("thread/start").text("thread/id")
        let text = JSON.string(String(repeating: "x", count: 300_000))
        let delta: JSON = [
            "method": "item/agentMessage/delta", "params": ["threadId": .string(thread), "delta": text],
        ]
        let request: JSON = [
            "id": 7, "method": "item/commandExecution/requestApproval",
            "params": ["threadId": .string(thread), "itemId": "i", "command": text],
        ]
        try bus.fake([
            ["tell": ["item/plan/delta", 20, 0]], ["say": delta], ["tell": ["item/plan/delta", 20, 0]],
            ["say": request], ["tell": ["tell/state", 20, 0]],
        ])
        try bus.catchUp()
        let asked = try bus.event("rq.\(thread).item/commandExecution/requestApproval")
        let opened = try bus.event("rq.\(thread).approval/opened")
        let told = try bus.event("dl.\(thread).item/agentMessage/delta")
        #expect(told.header.flags == .byReference && asked.header.flags == .byReference)
        #expect(opened.header.flags == [.byReference, .madeByDaemon])
        #expect(try body(bus, told.json.at("ref"), pieces: nil).bytes == delta.serialized())
        #expect(try body(bus, asked.json.at("ref"), pieces: nil).bytes == request.serialized())
        let whole = try JSON(parsing: body(bus, opened.json.at("ref"), pieces: nil).bytes)
        #expect(try whole.at("params/command") == text && whole.text("approvalId").isEmpty == false)
        // Each in its place among the small ones.
        let heard = bus.events.filter { !$0.topic.hasPrefix("sy.") }
        let replayed = try bus.replay(after: bus.joined.cursor, limit: 7)
        #expect(replayed.events.filter { !$0.topic.hasPrefix("wk.") }.map(\.topic) == heard.map(\.topic))
        #expect(replayed.cursors == replayed.cursors.sorted() && !replayed.isElided && !replayed.isTruncated)
        #expect(Set(replayed.cursors).count == replayed.cursors.count && replayed.cursors.contains(told.cursor))
    }

    @Test func exactlyTheLimitComesAsItIs() throws {
        let bus = try client()
        let empty = (["method": "a/b", "params": ["x": ""]] as JSON).serialized().count
        for (count, isReference) in [(256 << 10, false), ((256 << 10) + 1, true)] {
            bus.forget()
            try bus.fake([
                [
                    "say": [
                        "method": "a/b", "params": ["x": .string(String(repeating: "x", count: count - empty))],
                    ]
                ]
            ])
            let event = try bus.event("ev.wmain-1.a/b")
            #expect(event.header.flags.contains(.byReference) == isReference)
            #expect((event.body.count == count) == !isReference)
        }
    }

    @Test func whatIsNoBodyIsRefused() throws {
        let bus = try client()
        try bus.fake([["say": message(300_000)], ["say": ["method": "small/one"]]])
        let large = try bus.event("ev.wmain-1.large/one")
        let small = try bus.event("ev.wmain-1.small/one")
        let ref = try large.json.text("ref")
        let size = try large.json.int("size")
        // At its end there is nothing, behind it nothing to be had.
        let end = try bus.result("events/body", ["ref": .string(ref), "offset": .integer(size)])
        #expect(try end.text("data") == "" && end.int("size") == size)
        #expect(
            try bus.call("events/body", ["ref": .string(ref), "offset": .integer(size + 1)]).reason == "truncated")
        // Another event's, and another epoch's.
        let others = [
            ref.replacing("\(large.header.seq)", with: "\(small.header.seq)"),
            ref.replacing("\(large.header.epoch)", with: "\(large.header.epoch + 1)"),
        ]
        for other in others {
            #expect(other != ref)
            #expect(try bus.call("events/body", ["ref": .string(other)]).reason == "truncated", "\(other)")
        }
        for params: JSON in [
            [:], ["ref": "x"], ["ref": 7], ["ref": .string(ref), "offset": -1], ["ref": .string(ref), "length": 0],
            ["ref": .string(ref), "length": .integer((1 << 20) + 1)], ["ref": .string(ref), "offset": "0"],
        ] {
            #expect(try bus.call("events/body", params).code == -32602, "\(params)")
        }
    }

    @Test func aBodyGoesWithItsEvent() throws {
        let bus = try client(settings: "events_size = '1 MiB'")
        try bus.fake([["say": message(300_000, "large/first")]])
        let first = try bus.event("ev.wmain-1.large/first").json.at("ref")
        #expect(try body(bus, first, pieces: nil).bytes.count > 300_000)
        for _ in 0..<8 { try bus.fake([["say": message(300_000)]]) }
        try eventually("it is dropped") { try bus.call("events/body", ["ref": first]).reason == "truncated" }
        try bus.catchUp()
        let last = try #require(bus.events("ev.wmain-1.large/one").last)
        #expect(try body(bus, last.json.at("ref"), pieces: nil).bytes == message(300_000).serialized())
        #expect(try bus.replay(prefixes: ["ev.wmain-1.large/"]).isTruncated)
    }
}
