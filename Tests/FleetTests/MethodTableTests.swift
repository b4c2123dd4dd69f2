import BusProtocol
import Fleet
import JSONRPC
import Testing

/// Who may call what, and what `rpc.discover` says of it.
@Suite struct MethodTableTests {
    private static let roles = Role.allCases

    /// What was answered at once, if anything was.
    private func refusal(_ actions: [FleetAction]) -> (reason: BusErrorReason, message: String)? {
        for case .reply(_, .refused(let reason, let message), _) in actions { return (reason, message) }
        return nil
    }

    @Test(arguments: MethodTable.entries.map(\.name))
    func eachRoleMayCallWhatTheTableSays(_ name: String) throws {
        let entry = try #require(MethodTable.entry(for: name))
        for role in Self.roles {
            var rig = FleetRig()
            rig.roles = [role]
            let refused = refusal(try rig.call(name, ["threadId": "t"]))
            if entry.role == role {
                #expect(refused?.reason != .forbidden || refused?.message.hasPrefix("params.") == true)
            } else {
                #expect(refused?.reason == .forbidden)
                if let needed = entry.role { #expect(refused?.message.contains("role \(needed.rawValue),") == true) }
            }
        }
        var rig = FleetRig()
        rig.roles = []
        #expect(refusal(try rig.call(name))?.reason == .forbidden)
    }

    @Test func theRolesAreTheContracts() {
        func role(_ name: String) -> Role? { MethodTable.entry(for: name)?.role }
        for name in [
            "ping", "rpc.discover", "fleet/status", "worker/list", "approval/list", "thread/read", "model/list",
        ] {
            #expect(role(name) == .observe, "\(name)")
        }
        for name in ["thread/start", "turn/start", "turn/interrupt", "review/start"] {
            #expect(role(name) == .command, "\(name)")
        }
        #expect(role("approval/respond") == .approve)
        for name in [
            "worker/stop", "fleet/stop", "config/reload", "command/exec", "process/spawn", "fs/writeFile",
            "config/value/write", "account/logout", "plugin/install", "marketplace/add", "mcpServer/tool/call",
            "thread/shellCommand", "thread/approveGuardianDeniedAction", "invented/tomorrow",
        ] {
            #expect(role(name) == .admin, "\(name)")
        }
        for name in ["initialize", "thread/unsubscribe"] {
            #expect(MethodTable.entry(for: name) != nil && role(name) == nil)
        }
        for name in ["worker/invent", "rpc.call", "events/invent", "config/reloadAll"] {
            #expect(MethodTable.entry(for: name) == nil, "\(name)")
        }
    }

    // MARK: What would loosen the group's policy

    private static let loosening: [(String, JSON)] = [
        ("approvalPolicy", "never"), ("approvalPolicy", "on-failure"), ("approvalPolicy", ["granular": [:]]),
        ("approvalsReviewer", "auto_review"), ("sandbox", "danger-full-access"), ("sandbox", 1),
        ("config", ["sandbox_mode": "danger-full-access"]), ("permissions", ":danger-full-access"),
        ("runtimeWorkspaceRoots", ["/"]), ("environments", [[:]]), ("selectedCapabilityRoots", [[:]]),
        ("approval_policy", "never"), ("notKnownYet", true),
    ]

    @Test(arguments: loosening) func paramsThatLoosenTakeAdmin(_ name: String, _ value: JSON) throws {
        var params: JSON = ["cwd": "/work"]
        params[name] = value
        var rig = FleetRig()
        rig.roles = [.command, .observe, .approve]
        let refused = refusal(try rig.call("thread/start", params))
        #expect(refused?.reason == .forbidden)
        #expect(refused?.message.hasPrefix("params.\(name) of thread/start needs the role admin") == true)
        rig.roles = [.command, .admin]
        #expect(try rig.call("thread/start", params).sent.count == 1)
    }

    private static let policies: [(JSON, Bool)] = [
        (["type": "dangerFullAccess"], false), (["type": "externalSandbox"], false), ([:], false), ("readOnly", false),
        (["type": "readOnly"], true), (["type": "readOnly", "networkAccess": false], true),
        (["type": "readOnly", "networkAccess": true], false), (["type": "workspaceWrite", "writableRoots": []], true),
        (["type": "workspaceWrite", "writableRoots": ["/"]], false), (["type": "workspaceWrite", "more": 1], false),
    ]

    @Test(arguments: policies) func aSandboxPolicyIsJudgedWhole(_ policy: JSON, _ passes: Bool) throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        rig.roles = [.command]
        let actions = try rig.call("turn/start", ["threadId": "t", "input": [], "sandboxPolicy": policy])
        #expect((refusal(actions)?.reason == .forbidden) == !passes)
        #expect(actions.sent.isEmpty == !passes)
    }

    @Test func whatTheManifestHasAndLoosensNothingPasses() throws {
        var rig = FleetRig()
        rig.roles = [.command]
        let params: JSON = [
            "cwd": "/work", "model": "m", "approvalPolicy": "untrusted", "sandbox": "read-only", "config": [:],
            "permissions": nil, "approvalsReviewer": "user",
        ]
        #expect(try rig.call("thread/start", params).sent.count == 1)
    }

    // MARK: rpc.discover

    /// The rules of OpenRPC 1.3.2 that a document of this shape can break.
    @Test func discoverGivesAnOpenRPCDocument() throws {
        var rig = FleetRig()
        rig.roles = [.observe]
        let actions = try rig.call("rpc.discover")
        guard case .reply(_, .result(let document), _) = actions.first else {
            Issue.record("no result")
            return
        }
        let parsed = try JSON(parsing: document.serialized())
        #expect(parsed["openrpc"]?.stringValue?.hasPrefix("1.") == true)
        #expect(parsed["info"]?["title"]?.stringValue?.isEmpty == false)
        #expect(parsed["info"]?["version"]?.stringValue?.isEmpty == false)
        let methods = try #require(parsed["methods"]?.arrayValue)
        #expect(Set(methods.compactMap { $0["name"]?.stringValue }).count == methods.count)
        #expect(methods.count == MethodTable.entries.count { $0.role != nil })
        for method in methods {
            let name = try #require(method["name"]?.stringValue)
            #expect(method["paramStructure"]?.stringValue == "by-name")
            #expect(method["x-role"]?.stringValue.flatMap(Role.init(rawValue:)) == MethodTable.entry(for: name)?.role)
            let params = try #require(method["params"]?.arrayValue)
            #expect(Set(params.compactMap { $0["name"]?.stringValue }).count == params.count, "\(name)")
            // All that may be left out come behind those that may not.
            let required = params.map { $0["required"]?.boolValue }
            #expect(required == required.sorted { $0 == true && $1 != true }, "\(name)")
            for descriptor in params + [try #require(method["result"])] {
                #expect(descriptor["name"]?.stringValue?.isEmpty == false)
                let schema = try #require(descriptor["schema"])
                #expect(schema.isObject)
                Self.checkSchema(schema, of: name)
            }
            // Only an extension's name begins with x-; the rest are the specification's.
            let known = ["name", "summary", "params", "result", "paramStructure", "x-role"]
            #expect((method.objectValue ?? []).allSatisfy { known.contains($0.key) })
        }
    }

    private static func checkSchema(_ schema: JSON, of method: String) {
        let words = ["string", "boolean", "integer", "number", "array", "object", "null"]
        for member in schema.objectValue ?? [] {
            switch member.key {
            case "type":
                let types = member.value.arrayValue ?? [member.value]
                #expect(types.allSatisfy { $0.stringValue.map(words.contains) == true }, "\(method)")
            case "items", "additionalProperties": checkSchema(member.value, of: method)
            case "title": #expect(member.value.stringValue?.isEmpty == false)
            case "minimum": #expect(member.value.intValue == 0)
            default: Issue.record("\(method): \(member.key) is not expected in a schema")
            }
        }
    }
}
