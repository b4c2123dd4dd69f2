import BusProtocol
import Foundation
import Testing

@testable import codex_codegen

@Suite struct DriftCheckTests {
    let manifest: Manifest

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        manifest = try ManifestFile(root: root.path).read()
    }

    @Test func theManifestHasAllThatBosunActsOn() {
        for act in ActedOn.clientRequests {
            expect(act, params: manifest.clientRequests[act.method]?.params, sent: true)
            expect(act, params: manifest.clientRequests[act.method]?.response, sent: false)
        }
        for act in ActedOn.serverNotifications {
            expect(act, params: manifest.serverNotifications[act.method]?.params, sent: false)
        }
        for act in ActedOn.serverRequests {
            expect(act, params: manifest.serverRequests[act.method]?.params, sent: false)
            expect(act, params: manifest.serverRequests[act.method]?.response, sent: true)
        }
        #expect(Set(ActedOn.serverRequests.map(\.method)) == Set(manifest.serverRequests.keys))
    }

    private func expect(_ act: ActedOn, params type: String?, sent: Bool) {
        for path in (sent ? act.sends : act.reads).map(ManifestPath.init) {
            #expect(manifest.resolve(path, from: type) != nil, "\(act.method) \(path.text)")
        }
    }

    @Test func everyDecisionOfTheBusIsAboutAMethodThatExists() {
        for method in BusDecisions.named { #expect(manifest.clientRequests[method] != nil, "\(method)") }
        for (method, handle) in BusDecisions.handles where handle.source == .params {
            let members = manifest.clientRequests[method].flatMap { manifest.types[$0.params]?.members }
            #expect(members?[handle.member] != nil, "\(method)")
        }
        #expect(manifest.serverNotifications.values.count { $0.kind == .delta } == EventKind.deltas.count)
    }

    @Test func theSameIsNoDrift() {
        #expect(DriftCheck(manifest: manifest, installed: manifest).drift().isEmpty)
    }

    @Test func whatBosunWaitsForBreaksIt() throws {
        #expect(try breaks { drop(&$0, "serverNotifications", "turn/completed") } == ["notification turn/completed"])
        #expect(try breaks { drop(&$0, "clientRequests", "turn/interrupt") } == ["request turn/interrupt"])
        #expect(
            try breaks { edit(&$0, "Turn", "members") { $0["id"] = nil } }.contains("notification turn/started params"))
        #expect(
            try breaks { edit(&$0, "Turn", "members") { $0["id"] = ["type": "integer", "required": true] } }
                .contains("notification turn/completed params"))
        #expect(
            try breaks { edit(&$0, "Turn", "members") { $0["id"] = ["type": "string?", "required": true] } }
                .contains("request turn/start result"))
        #expect(
            try breaks { edit(&$0, "ThreadStatus", "cases") { $0["idle"] = nil } }
                == ["notification thread/status/changed params"])
    }

    @Test func whatBosunSaysBreaksIt() throws {
        #expect(
            try breaks { replace(&$0, "FileChangeApprovalDecision", "words", ["accept", "cancel"]) }
                == ["server request item/fileChange/requestApproval reply"])
        #expect(
            try breaks {
                edit(&$0, "TurnInterruptParams", "members") { $0["reason"] = ["type": "string", "required": true] }
            } == ["request turn/interrupt params"])
        #expect(
            try breaks { replace(&$0, "ReviewDecision", "cases", [:]) }
                == ["server request applyPatchApproval reply", "server request execCommandApproval reply"])
    }

    @Test func whatBosunDoesWithoutBreaksNothing() throws {
        #expect(try breaks { drop(&$0, "clientRequests", "server/diagnostics") }.isEmpty)
        #expect(try breaks { drop(&$0, "clientRequests", "thread/search") }.isEmpty)
        #expect(try breaks { drop(&$0, "serverRequests", "currentTime/read") }.isEmpty)
        #expect(try breaks { edit(&$0, "Turn", "members") { $0["rootTurnId"] = nil } }.isEmpty)
        let drift = try drift { drop(&$0, "serverNotifications", "warning") }
        #expect(drift == [Drift(change: .dropped, place: "notification warning", detail: "")])
    }

    // MARK: Other codexes

    private func breaks(_ change: (inout [String: Any]) -> Void) throws -> [String] {
        try drift(change).filter(\.breaksBosun).map(\.place)
    }

    /// The drift of a codex that differs from the manifest by `change`.
    private func drift(_ change: (inout [String: Any]) -> Void) throws -> [Drift] {
        let data = try ManifestWriter.data(of: manifest)
        var object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        change(&object)
        let changed = try JSONSerialization.data(withJSONObject: object)
        let installed = try JSONDecoder().decode(Manifest.self, from: changed)
        return DriftCheck(manifest: manifest, installed: installed).drift()
    }

    private func drop(_ object: inout [String: Any], _ section: String, _ name: String) {
        var entries = object[section] as? [String: Any] ?? [:]
        entries[name] = nil
        object[section] = entries
    }

    private func replace(_ object: inout [String: Any], _ type: String, _ part: String, _ value: Any) {
        var types = object["types"] as? [String: Any] ?? [:]
        var entry = types[type] as? [String: Any] ?? [:]
        entry[part] = value
        types[type] = entry
        object["types"] = types
    }

    private func edit(
        _ object: inout [String: Any], _ type: String, _ part: String, _ change: (inout [String: Any]) -> Void
    ) {
        let entry = (object["types"] as? [String: Any])?[type] as? [String: Any]
        var value = entry?[part] as? [String: Any] ?? [:]
        change(&value)
        replace(&object, type, part, value)
    }
}
