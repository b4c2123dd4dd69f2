/// The daemon's own methods.
package enum DaemonMethod: String, Sendable, CaseIterable {
    case ping
    case discover = "rpc.discover"
    case fleetStatus = "fleet/status"
    case fleetDrain = "fleet/drain"
    case fleetRestart = "fleet/restart"
    case fleetStop = "fleet/stop"
    case workerList = "worker/list"
    case workerGet = "worker/get"
    case workerStart = "worker/start"
    case workerStop = "worker/stop"
    case workerRestart = "worker/restart"
    case workerDrain = "worker/drain"
    case workerUnpark = "worker/unpark"
    case approvalList = "approval/list"
    case approvalGet = "approval/get"
    case approvalClaim = "approval/claim"
    case approvalRelease = "approval/release"
    case approvalRespond = "approval/respond"
    case requestsRegister = "requests/register"
    case configReload = "config/reload"
    case keysReload = "keys/reload"
    case eventsReplay = "events/replay"
    case eventsSnapshot = "events/snapshot"
    case eventsBody = "events/body"

    /// Whether its answer describes the workers, whose numbers change all the time.
    package static func describesWorkers(_ method: String) -> Bool {
        [fleetStatus, workerList, workerGet, eventsSnapshot].contains { $0.rawValue == method }
    }

    /// Names that are the daemon's, also where it has no such method: they never reach a worker.
    package static func isReserved(_ method: String) -> Bool {
        method.hasPrefix("rpc.")
            || ["worker/", "fleet/", "approval/", "events/", "requests/", "bosun/", "keys/", "config/reload"].contains {
                method.hasPrefix($0)
            }
    }
}
