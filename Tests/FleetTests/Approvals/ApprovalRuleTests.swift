import Fleet
import JSONRPC
import Testing

@Suite struct ApprovalRuleTests {
    private func rule(_ outcome: ApprovalRule.Outcome, _ kinds: ApprovalRule.Kind...) -> ApprovalRule {
        var rule = ApprovalRule(outcome)
        rule.kinds = Set(kinds)
        return rule
    }

    private func scope(
        _ method: String, _ params: JSON, item: JSON? = nil, cwd: JSON? = "/srv/work"
    ) throws -> RequestedScope {
        try #require(
            RequestedScope(
                ServerRequestKind(method: method), method: method, params: params, item: item,
                cwd: params["cwd"] ?? cwd))
    }

    private func command(_ text: String, _ more: JSON = [:]) throws -> RequestedScope {
        var params: JSON = ["kind": "command", "command": .string(text), "cwd": "/srv/work"]
        for member in more.objectValue ?? [] { params[member.key] = member.value }
        return try scope("item/commandExecution/requestApproval", params)
    }

    private var gitStatus: ApprovalRule {
        var rule = rule(.allow, .command)
        rule.command = ["git", "status"]
        return rule
    }

    // MARK: Commands

    @Test func aPrefixIsOfWords() throws {
        for text in ["git status", "/bin/bash -lc 'git status'", "git status -s /x", "bash -c 'git  \"status\"'"] {
            #expect(gitStatus.matches(try command(text)), "\(text)")
        }
        for text in [
            "git", "git stash", "git statusx", "git-status", "/tmp/git status", "gitstatus", "git -c x status",
            "bash -lc 'git status; rm'", "bash -lc 'git status' rm", "x git status", "git 'status '", "'git status'",
            "GIT status", "env git status", "bash -lc 'X=1 git status'", "bash -lc 'git status >/etc/x'",
            "git status\u{301}",
        ] {
            #expect(!gitStatus.matches(try command(text)), "\(text)")
        }
    }

    /// An allow names all that it allows.
    @Test func whatIsAskedForBesidesIsNotAllowed() throws {
        let more: [JSON] = [
            ["additionalPermissions": ["network": ["enabled": true]]],
            ["additionalPermissions": ["fileSystem": ["write": ["/etc"]]]],
            ["additionalPermissions": ["fileSystem": ["read": ["/etc"]]]],
            ["additionalPermissions": ["fileSystem": ["entries": [["path": ["type": "special"], "access": "write"]]]]],
            ["additionalPermissions": ["fileSystem": ["globScanMaxDepth": 3]]],
            ["additionalPermissions": ["novelty": true]], ["additionalPermissions": "all"],
            ["additionalPermissions": ["fileSystem": "all"]], ["additionalPermissions": ["network": ["enabled": "x"]]],
            ["kind": "writeStdin"], ["kind": "novelty"], ["kind": .null],
            ["networkApprovalContext": ["host": "a", "protocol": "https"]],
        ]
        for more in more { #expect(!gitStatus.matches(try command("git status", more)), "\(more)") }
        let nothing: JSON = [
            "additionalPermissions": ["network": ["enabled": false], "fileSystem": .null],
            "networkApprovalContext": .null,
        ]
        #expect(gitStatus.matches(try command("git status", nothing)))
        var wider = gitStatus
        wider.network = true
        wider.writes = ["/srv"].compactMap { PathPrefix($0) }
        wider.reads = ["/usr"].compactMap { PathPrefix($0) }
        let within: JSON = [
            "additionalPermissions": [
                "network": ["enabled": true], "fileSystem": ["write": ["/srv/x"], "read": ["/srv", "/usr/lib"]],
            ]
        ]
        #expect(wider.matches(try command("git status", within)))
        #expect(
            !wider.matches(
                try command("git status", ["additionalPermissions": ["fileSystem": ["write": ["/srv", "/usr"]]]])))
    }

    /// Without words of its own, an allow takes no command; a denial that names none takes all.
    @Test func anAllowWithoutWordsTakesNoCommand() throws {
        #expect(!rule(.allow, .command).matches(try command("git status")))
        #expect(!ApprovalRule(.allow).matches(try command("git status")))
        #expect(rule(.deny, .command).matches(try command("git status; rm")))
        #expect(ApprovalRule(.deny).matches(try command("git status; rm")))
    }

    @Test func aDenialWithWordsDoesNotTakeWhatCantBeRead() throws {
        var push = rule(.deny, .command)
        push.command = ["git", "push"]
        #expect(push.matches(try command("bash -lc 'git push --force'")))
        #expect(!push.matches(try command("bash -lc 'true; git push'")))
        // And no allow does either: people are asked.
        let rules = ApprovalRules([push, gitStatus])
        #expect(rules.first(matching: try command("bash -lc 'git status; git push'")) == nil)
    }

    @Test func theOldRequestsAreCommandsAndChanges() throws {
        let old = try scope("execCommandApproval", ["command": ["bash", "-lc", "git status"], "cwd": "/w"])
        #expect(gitStatus.matches(old))
        var docs = rule(.allow, .fileChange)
        docs.writes = ["/w/docs"].compactMap { PathPrefix($0) }
        func patch(_ changes: JSON, _ more: JSON = [:]) throws -> RequestedScope {
            var params: JSON = ["fileChanges": changes]
            for member in more.objectValue ?? [] { params[member.key] = member.value }
            return try scope("applyPatchApproval", params, cwd: "/w")
        }
        #expect(docs.matches(try patch(["docs/a": ["type": "add"], "/w/docs/b": ["type": "delete"]])))
        #expect(!docs.matches(try patch(["docs/a": ["type": "add"], "/etc/b": ["type": "delete"]])))
        #expect(!docs.matches(try patch(["docs/a": ["type": "update", "move_path": "/etc/x"]])))
        #expect(!docs.matches(try patch(["docs/a": ["type": "add"]], ["grantRoot": "/"])))
        #expect(!docs.matches(try patch([:])))
    }

    // MARK: Directories

    @Test func aDirectoryIsMatchedByWholeNames() throws {
        var rule = gitStatus
        rule.cwd = PathPrefix("/srv/work")
        func matches(_ cwd: JSON) throws -> Bool { rule.matches(try command("git status", ["cwd": cwd])) }
        for path in ["/srv/work", "/srv/work/", "/srv//work/x", "/srv/./work/."] {
            #expect(try matches(.string(path)), "\(path)")
        }
        for path in [
            "/srv", "/srv/workx", "/srv/work/..", "/srv/work/../work", "srv/work", "", "/", "/srv/work/x/../../y",
        ] {
            #expect(try !matches(.string(path)), "\(path)")
        }
        #expect(try !matches(1))
        let nowhere = try #require(
            RequestedScope(
                .commandApproval, method: "x", params: ["command": "git status"], item: nil, cwd: nil))
        #expect(!rule.matches(nowhere))
    }

    // MARK: Files, network, hosts

    @Test func aChangeIsAllowedWhereAllOfItIs() throws {
        var docs = rule(.allow, .fileChange)
        docs.writes = ["/srv/docs"].compactMap { PathPrefix($0) }
        var etc = rule(.deny, .fileChange)
        etc.writes = ["/etc"].compactMap { PathPrefix($0) }
        func change(_ paths: [String], kind: JSON = ["type": "update", "move_path": .null], root: JSON = .null) throws
            -> RequestedScope
        {
            let changes = paths.map { JSON.object([.init("path", .string($0)), .init("kind", kind)]) }
            return try scope(
                "item/fileChange/requestApproval", ["grantRoot": root], item: ["changes": .array(changes)], cwd: "/srv")
        }
        #expect(docs.matches(try change(["/srv/docs/a", "docs/b"])))
        #expect(!docs.matches(try change(["/srv/docs/a", "/etc/passwd"])))
        #expect(!docs.matches(try change(["/srv/docs/../../etc/passwd"])))
        #expect(!docs.matches(try change(["/srv/docs/a"], kind: ["type": "update", "move_path": "/etc/x"])))
        #expect(!docs.matches(try change(["/srv/docs/a"], root: "/srv")))
        #expect(docs.matches(try change(["/srv/docs/a"], root: "/srv/docs")))
        #expect(!docs.matches(try change([])))
        // Its item is not known: nobody has seen what changes.
        #expect(!docs.matches(try scope("item/fileChange/requestApproval", [:])))
        // One of them is enough for a denial.
        #expect(etc.matches(try change(["/srv/docs/a", "/etc/passwd"])))
        #expect(!etc.matches(try change(["/srv/docs/a"])))
    }

    @Test func permissionsAreAllowedWithinWhatIsNamed() throws {
        func asked(_ permissions: JSON) throws -> RequestedScope {
            try scope("item/permissions/requestApproval", ["permissions": permissions, "cwd": "/srv"])
        }
        var files = rule(.allow, .permissions)
        files.writes = ["/srv"].compactMap { PathPrefix($0) }
        #expect(files.matches(try asked(["fileSystem": ["write": ["/srv/a"], "read": ["/srv"]]])))
        #expect(!files.matches(try asked(["fileSystem": ["write": ["/srv/a"]], "network": ["enabled": true]])))
        #expect(!files.matches(try asked(["fileSystem": ["write": ["/"]]])))
        let entries: JSON = ["entries": [["path": ["type": "path", "path": "/srv/a"], "access": "write"]]]
        #expect(files.matches(try asked(["fileSystem": entries])))
        let pattern: JSON = ["entries": [["path": ["type": "glob_pattern", "pattern": "/srv/*"], "access": "write"]]]
        #expect(!files.matches(try asked(["fileSystem": pattern])))
        var network = rule(.deny, .permissions)
        network.network = true
        #expect(network.matches(try asked(["network": ["enabled": true], "fileSystem": ["read": ["/x"]]])))
        #expect(!network.matches(try asked(["fileSystem": ["read": ["/x"]]])))
    }

    @Test func hostsAreWholeNames() throws {
        var rule = rule(.allow, .network)
        rule.hosts = ["example.org"]
        func asked(_ host: JSON, _ more: JSON = [:]) throws -> RequestedScope {
            try command("curl x", more.adding("networkApprovalContext", ["host": host, "protocol": "https"]))
        }
        #expect(rule.matches(try asked("example.org")))
        #expect(rule.matches(try asked("EXAMPLE.org")))
        for host in ["evil.example.org", "example.org.evil", "example.org.", "example", "", "*"] {
            #expect(!rule.matches(try asked(.string(host))), "\(host)")
        }
        #expect(!rule.matches(try asked(1)))
        #expect(!rule.matches(try asked("example.org", ["additionalPermissions": ["network": ["enabled": true]]])))
        // It is no command, whatever stands there.
        #expect(!gitStatus.matches(try command("git status", ["networkApprovalContext": ["host": "example.org"]])))
    }

    // MARK: All of them

    @Test func theFirstThatMatchesCounts() throws {
        var stash = rule(.ask(ApprovalTerms(quorum: 2)), .command)
        stash.command = ["git", "stash"]
        let rules = ApprovalRules([gitStatus, stash, rule(.deny, .command, .stdin)])
        #expect(rules.first(matching: try command("git status"))?.number == 1)
        #expect(rules.first(matching: try command("git stash"))?.outcome == .ask(ApprovalTerms(quorum: 2)))
        #expect(rules.first(matching: try command("git status; x"))?.outcome == .deny)
        #expect(rules.first(matching: try command("x", ["kind": "writeStdin"]))?.number == 3)
        #expect(rules.first(matching: try scope("item/tool/requestUserInput", [:])) == nil)
    }

    @Test func noRulesAllowNothing() throws {
        #expect(ApprovalRules().first(matching: try command("git status")) == nil)
    }

    @Test func whatOnlyAProgramAnswersIsUnderNoRule() {
        for method in ServerRequestKind.delegatedMethods + ["currentTime/read", "some/novelty"] {
            #expect(
                RequestedScope(ServerRequestKind(method: method), method: method, params: [:], item: nil, cwd: nil)
                    == nil)
        }
    }
}

extension JSON {
    fileprivate func adding(_ key: String, _ value: JSON) -> JSON {
        var result = self
        result[key] = value
        return result
    }
}
