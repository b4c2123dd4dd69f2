import BusProtocol
import Fleet
import JSONRPC
import Testing

/// The daemon's table of methods is the manifest's.
@Suite struct MethodManifestTests {
    @Test func eachClientRequestOfTheManifestIsInTheTable() throws {
        let manifest = try JSON(parsing: Array(Checkout.text("protocols/codex/0.163.0.json").utf8))
        let requests = try #require(manifest["clientRequests"]?.objectValue)
        let types = try #require(manifest["types"])
        let entries = MethodTable.entries.filter { if case .appServer = $0.target { true } else { false } }
        #expect(Set(entries.map(\.name)) == Set(requests.map(\.key)))
        for request in requests {
            let entry = try #require(MethodTable.entry(for: request.key))
            #expect(entry.role?.rawValue ?? "refused" == request.value["role"]?.stringValue, "\(request.key)")
            let members = request.value["params"]?.stringValue.flatMap { types[$0]?["members"]?.objectValue } ?? []
            #expect(Set(entry.params.map(\.name)) == Set(members.map(\.key)), "\(request.key)")
            for param in entry.params {
                let member = members.first { $0.key == param.name }?.value
                #expect(member?["type"]?.stringValue == param.type)
                #expect(member?["required"]?.boolValue == param.isRequired)
            }
            // Nobody may call what the fleet refuses, and the other way round.
            #expect((entry.role == nil) == (AppServerMethod(request.key).refusal != nil), "\(request.key)")
        }
    }

    @Test func eachNotificationIsOfTheManifestsKind() throws {
        let manifest = try JSON(parsing: Array(Checkout.text("protocols/codex/0.163.0.json").utf8))
        let notifications = try #require(manifest["serverNotifications"]?.objectValue)
        for notification in notifications {
            let kind = EventKind.ofNotification(notification.key)
            #expect(kind.rawValue == notification.value["kind"]?.stringValue, "\(notification.key)")
        }
        #expect(notifications.count { $0.value["kind"] == "dl" } > 5)
    }
}
