import Fleet
import Testing

@testable import Daemon

@Suite struct ApprovalRuleSettingsTests {
    private func rules(_ texts: [String]) throws -> [ApprovalRule] {
        let tables = texts.map { "\n[[group.approvals]]\n" + $0.replacing("; ", with: "\n") }.joined()
        let file = try ConfigurationFile("[[group]]\nname = 'a'" + tables)
        return try #require(file.groups?.first).behavior.policy.approvals.rules
    }

    @Test func everySettingIsRead() throws {
        let read = try rules([
            """
            kind = "command"; command = ["git", "log"]; cwd = "/srv//x/./"; network = true; read = ["/r"]
            write = ["/w", "/v"]; result = "allow"
            """,
            "kind = ['network']; hosts = ['Example.ORG']; result = 'deny'",
            "result = 'ask'; users = ['ann', 'bob']; quorum = 2; four_eyes = true",
        ])
        var first = ApprovalRule(.allow)
        first.kinds = [.command]
        first.command = ["git", "log"]
        first.cwd = PathPrefix("/srv/x")
        first.network = true
        first.reads = ["/r"].compactMap { PathPrefix($0) }
        first.writes = ["/w", "/v"].compactMap { PathPrefix($0) }
        var second = ApprovalRule(.deny)
        second.kinds = [.network]
        second.hosts = ["example.org"]
        let third = ApprovalRule(.ask(ApprovalTerms(users: ["ann", "bob"], quorum: 2, fourEyes: true)))
        #expect(read == [first, second, third])
    }

    @Test func withoutRulesThereAreNone() throws {
        #expect(try rules([]).isEmpty)
        #expect(
            try ConfigurationFile("group = [{name = 'a', approvals = []}]").groups?.first?.behavior == GroupBehavior())
    }

    static let wrong: [(String, String)] = [
        ("result = 'maybe'", "4:10: allow, deny or ask, not \"maybe\""),
        ("kind = 'command'", "3:1: the rule has no result: allow, deny or ask"),
        ("result = 'deny'; kinds = 'command'", "5:1: unknown setting \"kinds\" of a rule"),
        ("result = 'deny'; kind = 'comand'", "5:8: unknown kind \"comand\", not one of command, stdin"),
        ("result = 'deny'; kind = []", "5:8: the rule is about no kind"),
        ("result = 'deny'; kind = 1", "5:8: a string is wanted here"),
        ("result = 'deny'; kind = 'command'; command = []", "6:11: the rule can't match: no command has no words"),
        ("result = 'deny'; kind = 'command'; command = ['']", "6:11: the rule can't match: a program has a name"),
        ("result = 'deny'; kind = 'command'; command = 'git'", "6:11: an array of strings is wanted here"),
        (
            "result = 'deny'; kind = 'command'; command = [\"a\\nb\"]",
            "6:11: the rule can't match: a command with control"
        ),
        ("result = 'deny'; kind = 'command'; command = ['bash', '-lc']", "6:11: the rule can't match: what a shell"),
        (
            "result = 'deny'; kind = 'command'; command = ['/bin/sh', '-c', 'git push']",
            "6:11: the rule can't match: what a shell"
        ),
        ("result = 'deny'; command = ['git']", "5:1: command is of command only: say that as kind"),
        ("result = 'deny'; kind = ['command', 'stdin']; command = ['git']", "6:1: command is of command only"),
        ("result = 'deny'; kind = 'command'; hosts = ['a']", "6:1: hosts is of network only"),
        ("result = 'deny'; kind = 'network'; hosts = ['*.a']", "6:9: \"*.a\" is no host's name"),
        ("result = 'deny'; kind = 'network'; hosts = []", "6:9: the rule can't match: there is no host"),
        ("result = 'deny'; kind = 'file_change'; network = true", "6:1: network is of command, permissions only"),
        ("result = 'deny'; kind = 'permissions'; network = false", "6:1: network has no effect when it is false"),
        ("result = 'deny'; kind = 'file_change'; read = ['/a']", "6:1: read is of command, permissions only"),
        ("result = 'deny'; kind = 'user_input'; write = ['/a']", "6:1: write is of command, file_change, permissions"),
        ("result = 'deny'; cwd = 'srv'", "5:7: the rule can't match: a path is absolute and has no .."),
        ("result = 'deny'; cwd = '/srv/../etc'", "5:7: the rule can't match: a path is absolute and has no .."),
        ("result = 'deny'; kind = 'permissions'; read = ['/a', 'b']", "6:15: the rule can't match: a path is absolute"),
        ("result = 'deny'; kind = 'permissions'; read = []", "6:8: the rule can't match: there is no path"),
        ("result = 'deny'; users = ['ann']", "5:1: users has no effect: nobody is asked"),
        ("result = 'deny'; quorum = 2", "5:1: quorum has no effect: nobody is asked"),
        ("result = 'deny'; four_eyes = true", "5:1: four_eyes has no effect: nobody is asked"),
        ("result = 'ask'; users = []", "5:9: users are names, one at least"),
        ("result = 'ask'; users = ['a', 'a']", "5:9: a user is named twice"),
        ("result = 'ask'; users = ['a', 'b']; quorum = 3", "6:1: quorum contradicts: users are 2"),
        ("result = 'ask'; quorum = 0", "5:10: 0 is not in 1…100"),
        ("result = 'allow'", "3:1: a rule that allows has a kind"),
        ("result = 'allow'; kind = 'command'", "5:1: a rule that allows commands names their first words"),
        (
            "result = 'allow'; kind = 'command'; cwd = '/srv'",
            "5:1: a rule that allows commands names their first words"
        ),
        ("result = 'allow'; kind = 'network'", "5:1: a rule that allows hosts names them"),
        ("result = 'allow'; kind = 'file_change'; cwd = '/a'", "5:1: a rule that allows changes names where"),
        ("result = 'allow'; kind = 'permissions'", "5:1: a rule that allows permissions names them"),
        ("result = 'allow'; kind = ['user_input']", "5:1: user_input can't be allowed by a rule"),
        ("result = 'allow'; kind = 'stdin'", "5:1: stdin can't be allowed by a rule"),
        ("result = 'allow'; kind = 'elicitation'", "5:1: elicitation can't be allowed by a rule"),
        ("result = 'allow'; kind = 'command'; command = ['bash']", "6:1: command allows everything: \"bash\" runs"),
        ("result = 'allow'; kind = 'command'; command = ['/usr/bin/env']", "6:1: command allows everything"),
        ("result = 'allow'; kind = 'command'; command = ['sudo', '-u']", "6:1: command allows everything"),
        ("result = 'allow'; kind = 'command'; command = ['python3', '-c']", "6:1: command allows everything"),
    ]

    @Test(arguments: wrong) func whatIsWrongIsRefusedWithItsPlace(_ text: String, _ problem: String) {
        do {
            _ = try rules([text])
            Issue.record("it was taken")
        } catch {
            #expect("\(error)".hasPrefix("f:\(problem)"), "\(error)")
        }
    }

    @Test func theyAreTables() {
        for text in ["approvals = 'x'", "approvals = ['x']", "[group.approvals]\nresult = 'deny'"] {
            #expect(throws: ConfigurationError.self) { try ConfigurationFile("[[group]]\nname = 'a'\n\(text)") }
        }
    }

    static let hidden: [(String, String)] = [
        ("result = 'deny'", "kind = 'command'; command = ['git']; result = 'allow'"),
        ("result = 'ask'", "kind = 'user_input'; result = 'deny'"),
        ("kind = 'command'; result = 'ask'", "kind = 'command'; command = ['a']; result = 'deny'"),
        (
            "kind = 'command'; command = ['git']; result = 'deny'",
            "kind = 'command'; command = ['git', 'status']; result = 'allow'"
        ),
        (
            "kind = 'command'; command = ['git']; result = 'allow'",
            "kind = 'command'; command = ['git', 'status']; cwd = '/a'; result = 'allow'"
        ),
        ("cwd = '/a'; result = 'deny'", "cwd = '/a/b'; kind = 'stdin'; result = 'ask'"),
        (
            "kind = ['network', 'command']; result = 'deny'",
            "kind = 'network'; hosts = ['a']; result = 'allow'"
        ),
        (
            "kind = 'file_change'; write = ['/a', '/c']; result = 'ask'",
            "kind = 'file_change'; write = ['/a/b']; result = 'allow'"
        ),
        (
            "kind = 'permissions'; network = true; result = 'deny'",
            "kind = 'permissions'; network = true; write = ['/a']; result = 'ask'"
        ),
        (
            "kind = 'permissions'; network = true; write = ['/a']; result = 'allow'",
            "kind = 'permissions'; read = ['/a/b']; result = 'allow'"
        ),
    ]

    @Test(arguments: hidden) func aRuleBehindABroaderOneIsRefused(_ first: String, _ second: String) {
        do {
            _ = try rules([first, second])
            Issue.record("it was taken")
        } catch {
            #expect("\(error)".contains("the rule can't match: the one at 3:1 takes all that it could"), "\(error)")
        }
        #expect(throws: Never.self) { try rules([second, first]) }
    }

    static let open: [(String, String)] = [
        // What asks for more than is allowed comes to the second.
        (
            "kind = 'command'; command = ['git']; result = 'allow'",
            "kind = 'command'; command = ['git', 'push']; result = 'ask'"
        ),
        (
            "kind = 'command'; command = ['git', 'push']; result = 'deny'",
            "kind = 'command'; command = ['git']; result = 'allow'"
        ),
        ("cwd = '/a'; result = 'deny'", "result = 'ask'"),
        ("cwd = '/a'; result = 'deny'", "cwd = '/ab'; result = 'deny'"),
        ("kind = 'command'; result = 'deny'", "kind = ['command', 'stdin']; result = 'ask'"),
        // It may be about permissions that write nothing.
        (
            "kind = 'permissions'; write = ['/a']; result = 'deny'",
            "kind = 'permissions'; network = true; write = ['/a']; result = 'allow'"
        ),
    ]

    @Test(arguments: open) func aRuleThatCanStillMatchIsTaken(_ first: String, _ second: String) throws {
        #expect(try rules([first, second]).count == 2)
    }
}
