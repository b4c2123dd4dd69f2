import Bus
import BusProtocol
import Fleet
import JSONRPC
import Journal
import Testing

/// `protocols/bus.md` says of commands what the code does.
@Suite struct CommandPageTests {
    private let page: Page

    init() throws { page = try Page.bus() }

    /// With the sign that the page is written with.
    private static func code(_ number: Int) -> String { "\u{2212}\(-number)" }

    @Test func eachReasonHasItsRow() {
        for reason in BusErrorReason.allCases {
            let row = page.row(Self.code(reason.code))
            #expect(row?[1] == "`\(reason.rawValue)`")
            #expect(row?[2] == (reason.isRetryable ? "yes" : "no"), "\(reason.rawValue)")
        }
        #expect(page.rows.count { $0.first?.hasPrefix("\u{2212}33") == true } == BusErrorReason.allCases.count)
    }

    /// What the page calls reserved is said nowhere, and what is said is not called reserved.
    @Test func whatIsReservedIsNotSaid() throws {
        let sources =
            try Checkout.sources("Sources/Fleet") + Checkout.sources("Sources/Bus")
            + Checkout.sources("Sources/Daemon") + Checkout.sources("Sources/Supervision")
        for reason in BusErrorReason.allCases {
            let isSaid = sources.contains(try Regex("[ (\\[]\\.\(reason)\\b"))
            #expect((page.row(Self.code(reason.code))?[3] == "reserved") == !isSaid, "\(reason)")
        }
    }

    /// A request, and a word of what the page says of its error.
    private static let unreadable = [
        ("{", "not JSON"), ("[1]", "a batch"), ("{}", "no `id`"), (#"{"id":1}"#, "no `method`"),
        (#"{"id":1,"id":2,"method":"x"}"#, "a key that occurs twice"),
        (#"{"jsonrpc":"1.0","id":1,"method":"x"}"#, #"a `jsonrpc` other than `"2.0"`"#),
        (#"{"id":1,"method":"x","params":[]}"#, "`params` is no object"),
        (String(repeating: "[", count: 200) + String(repeating: "]", count: 200), "levels"),
    ]

    @Test(arguments: unreadable) func eachErrorOfARequestThatCantBeReadHasItsRow(_ text: String, _ word: String) {
        let error = #expect(throws: CommandRequestError.self) { try CommandRequest(parsing: Array(text.utf8)) }
        let row = error.flatMap { page.row(Self.code($0.rpcCode)) }
        #expect(row?[1].contains(word) == true, "\(String(describing: error))")
    }

    @Test(arguments: DaemonMethod.allCases) func eachMethodOfTheDaemonHasARow(_ method: DaemonMethod) {
        #expect(page.row(code: method.rawValue)?.count == 3)
    }

    @Test func theReservedNamesAreThePages() throws {
        let source = try Checkout.text("Sources/Fleet/Commands/DaemonMethod.swift")
        let prefixes = Set(source.matches(of: /"([a-z]+\/|rpc\.|config\/reload)"/).map { String($0.output.1) })
        #expect(prefixes.count > 5)
        let section = try #require(page.text.split(separator: "\n\n").first { $0.hasPrefix("Other names that begin") })
        for prefix in prefixes {
            #expect(section.contains("`\(prefix)`"), "\(prefix)")
            #expect(DaemonMethod.isReserved(prefix + "x"))
        }
    }

    @Test func eachMemberOfMetaHasARow() throws {
        let source = try Checkout.text("Sources/Fleet/Commands/CommandMeta.swift")
        var members = Set(source.matches(of: /meta\["(\w+)"\]/).map { String($0.output.1) })
        members.formUnion(source.matches(of: /text\(meta, "(\w+)"\)/).map { String($0.output.1) })
        #expect(members.count == 7)
        for member in members { #expect(page.row(code: member)?.count == 2, "\(member)") }
    }

    @Test func forbiddenMethodsAreNamed() throws {
        let row = try #require(page.row(Self.code(BusErrorReason.forbidden.code)))
        let source = try Checkout.text("Sources/Fleet/Commands/AppServerMethod.swift")
        let body = try #require(
            source.split(separator: "var refusal").dropFirst().first?.split(separator: "default:").first)
        let methods = body.matches(of: /case "([\w\/]+)"/).map { String($0.output.1) }
        #expect(methods.count == 2)
        for method in methods {
            #expect(AppServerMethod(method).refusal != nil)
            #expect(row[3].contains("`\(method)`"))
        }
    }

    @Test func eachHandlesParamIsNamed() {
        for method in [
            "command/exec/write", "process/kill", "fs/unwatch", "fuzzyFileSearch/sessionStop",
            "mcpServer/event/stream/stop", "account/login/cancel",
        ] {
            let param = AppServerMethod(method).handle?.param ?? "none of \(method)"
            #expect(page.text.contains("(`\(param)`)"), "\(param)")
        }
    }

    /// The approvals' table: for each method what the code would offer, and its refusal.
    @Test func theApprovalsTableIsTheCodes() throws {
        let header = ["what is asked", "`offered`", "`refusal`", "as `result`"]
        let rows = page.rows.drop { $0 != header }.dropFirst(2).prefix { $0.count == 4 }
        let methods = rows.map { $0[0].filter { $0 != "`" } }
        let known = Set(
            try Checkout.text("Sources/Fleet/Approvals/ServerRequestKind.swift")
                .matches(of: /"([a-zA-Z]+(?:\/\w+)*)"/).map { String($0.output.1) }
                .filter { ServerRequestKind(method: $0).refusal != nil })
        #expect(Set(methods) == known)
        for (method, row) in zip(methods, rows) {
            let kind = ServerRequestKind(method: method)
            #expect(row[2] == "`\(try #require(kind.refusal).description)`")
            for offer in kind.offered(params: [:]) where offer.stringValue != nil {
                #expect(row[1].contains("`\(offer.stringValue ?? "")`"), "\(method): \(offer)")
            }
        }
    }

    @Test func theLimitsAreThePages() throws {
        #expect(CommandServer.largestRequest == 4 << 20)
        #expect(page.row(code: "x") == nil)
        #expect(page.row(Self.code(BusErrorReason.tooLarge.code))?[3].contains("4 MiB") == true)
        #expect(CommandServer.largestFrame == 16 << 20)
        #expect(page.text.contains("more than 16 MiB"))
        #expect(CommandServer.openLimit == 10_000)
        #expect(page.row(Self.code(BusErrorReason.overloaded.code))?[3].contains("10,000") == true)
        #expect(ApprovalBook.closedLimit == 1_000)
        #expect(page.row(Self.code(BusErrorReason.approvalUnknown.code))?[3].contains("1,000") == true)
        #expect(page.text.contains("deeper than \(CommandRequest.maximumDepth) levels"))
        #expect(page.row(code: "idempotencyKey")?[1].contains("1 to \(CommandMeta.longestKey) bytes") == true)
        let keys = IdempotencyBook.Limits()
        #expect(keys.keys == 200_000 && keys.bytes == 128 << 20 && keys.joiners == 1_000)
        #expect(page.text.contains("200,000 keys and 128 MiB"))
        #expect(KeyOutcome.largestBody == 256 << 10 && page.text.contains("up to 256 KiB: others"))
        #expect(page.row(code: "deadlineMs")?[1].contains("30000 when absent") == true)
        #expect(CommandMeta.defaultDeadline == .seconds(30) && CommandMeta.longestDeadline == .milliseconds(86_400_000))
    }
}
