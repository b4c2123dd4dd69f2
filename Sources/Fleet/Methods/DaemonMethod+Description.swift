package import BusProtocol

extension DaemonMethod {
    /// The role that it takes.
    package var role: Role {
        switch self {
        case .ping, .discover, .fleetStatus, .workerList, .workerGet, .approvalList, .approvalGet, .eventsReplay,
            .eventsSnapshot, .eventsBody:
            .observe
        case .approvalClaim, .approvalRelease, .approvalRespond, .requestsRegister: .approve
        case .fleetDrain, .fleetRestart, .fleetStop, .workerStart, .workerStop, .workerRestart, .workerDrain,
            .workerUnpark, .configReload, .keysReload:
            .admin
        }
    }

    /// One line.
    package var summary: String {
        switch self {
        case .ping: "Says that the daemon answers, and which it is."
        case .discover: "Describes every method, as an OpenRPC document."
        case .fleetStatus: "Describes the fleet: its workers, counters, sockets and journal."
        case .fleetDrain: "Lets all turns finish, then stops the workers; the daemon serves on."
        case .fleetRestart: "Replaces all workers, one at a time unless it is told otherwise."
        case .fleetStop: "Ends the daemon, as SIGTERM does."
        case .workerList: "Describes all workers."
        case .workerGet: "Describes one worker."
        case .workerStart: "Starts a worker that does not run."
        case .workerStop: "Ends a worker, which stays so."
        case .workerRestart: "Ends a worker and starts it anew."
        case .workerDrain: "Lets a worker's turns finish, then ends it."
        case .workerUnpark: "Starts a parked worker, its failures forgotten."
        case .approvalList: "Lists approvals, the open ones where no other state is asked for, or their history."
        case .approvalGet: "Describes one approval, also a closed one."
        case .approvalClaim: "Keeps an approval for the caller alone, for a while."
        case .approvalRelease: "Gives up a claim."
        case .approvalRespond: "Decides an approval."
        case .requestsRegister: "Has requests that nobody else could answer come to the caller, for a while."
        case .configReload: "Reads the configuration file anew and puts it in force."
        case .eventsReplay: "Gives events that have been published, in their order, a page at a time."
        case .eventsSnapshot: "Gives the state of threads, workers and approvals, and the event up to which it is."
        case .eventsBody: "Gives a piece of a body that was too large for its event."
        case .keysReload: "Reads the keys of users anew: one that is revoked is good for nothing from then on."
        }
    }

    /// Whether operators may call it on the control socket, which never waits behind work.
    package var isControl: Bool {
        switch self {
        case .ping, .discover, .fleetStatus, .fleetDrain, .fleetRestart, .fleetStop, .workerList, .workerGet,
            .workerStart, .workerStop, .workerRestart, .workerDrain, .workerUnpark, .configReload, .keysReload:
            true
        case .approvalList, .approvalGet, .approvalClaim, .approvalRelease, .approvalRespond, .requestsRegister,
            .eventsReplay, .eventsSnapshot, .eventsBody:
            false
        }
    }

    package var params: [MethodParam] {
        let target = [MethodParam("worker", "string"), MethodParam("group", "string")]
        let approval = MethodParam("approvalId", "string", isRequired: true)
        return switch self {
        case .ping, .discover, .fleetStatus, .fleetDrain, .fleetStop, .workerList, .configReload, .keysReload: []
        case .approvalList:
            [
                MethodParam("state", "string"), MethodParam("history", "boolean"), MethodParam("approvalId", "string"),
                MethodParam("threadId", "string"), MethodParam("limit", "integer"), MethodParam("before", "integer"),
            ]
        case .fleetRestart: [MethodParam("rolling", "boolean")]
        case .workerGet: [MethodParam("worker", "string", isRequired: true)]
        case .workerStart, .workerStop, .workerRestart, .workerUnpark: target
        case .workerDrain: target + [MethodParam("then", "string")]
        case .eventsReplay:
            [
                MethodParam("after", "{integer}"), MethodParam("sinceMs", "integer"),
                MethodParam("prefixes", "[string]"), MethodParam("limit", "integer"),
            ]
        case .eventsSnapshot: [MethodParam("prefixes", "[string]")]
        case .eventsBody:
            [
                MethodParam("ref", "string", isRequired: true), MethodParam("offset", "integer"),
                MethodParam("length", "integer"),
            ]
        case .approvalGet, .approvalRelease: [approval]
        case .approvalClaim: [approval, MethodParam("ttlMs", "integer", isRequired: true)]
        case .requestsRegister:
            [
                MethodParam("methods", "[string]", isRequired: true), MethodParam("group", "string"),
                MethodParam("threadId", "string"), MethodParam("ttlMs", "integer", isRequired: true),
            ]
        case .approvalRespond: [approval, MethodParam("decision", "any"), MethodParam("result", "{any}")]
        }
    }
}
