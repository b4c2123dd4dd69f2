import BusProtocol
import EventLoop

/// The requests that workers have not answered yet, counted by worker.
struct SentRequests {
    /// What a request to a worker was for.
    enum Purpose {
        case command(SentCommand)
        case resume(thread: String)
        /// The interrupt of a turn, by a drain.
        case interrupt
        /// An idle thread is let go of.
        case unsubscribe(thread: String)
        /// An interrupted turn is started again.
        case retry(thread: String)
    }

    struct Request {
        let worker: UInt64
        let purpose: Purpose
    }

    struct SentCommand {
        let token: CommandToken
        let id: CommandID
        let method: AppServerMethod
        let threadID: String?
        let handle: Handles.Handle?
        let caller: Caller
        let needs: Set<Role>
        let leavesWords: Bool
        let deadline: MonotonicInstant
    }

    struct Counts {
        var all = 0
        var commands = 0
        var resumes = 0
        /// Requests that begin something which a drain has to wait for.
        var work = 0
    }

    private var requests: [UInt64: Request] = [:]
    private var counts: [UInt64: Counts] = [:]
    /// Commands of each user, by worker.
    private var shares: [UInt64: [String: Int]] = [:]
    /// Commands in flight for each thread.
    private var ofThread: [String: Int] = [:]
    /// The commands that load a thread, of each worker.
    private var loads: [UInt64: [UInt64: CommandID]] = [:]

    mutating func add(_ token: UInt64, _ purpose: Purpose, to worker: UInt64) {
        requests[token] = Request(worker: worker, purpose: purpose)
        count(purpose, token, worker, 1)
    }

    mutating func remove(_ token: UInt64) -> Request? {
        guard let request = requests.removeValue(forKey: token) else { return nil }
        count(request.purpose, token, request.worker, -1)
        return request
    }

    subscript(worker: UInt64) -> Counts { counts[worker] ?? Counts() }

    /// Commands of that user.
    func share(of user: String, at worker: UInt64) -> Int { shares[worker]?[user] ?? 0 }

    func isBusy(thread: String) -> Bool { ofThread[thread] != nil }

    /// Who sent the commands.
    var callers: [Caller] {
        requests.values.compactMap { if case .command(let command) = $0.purpose { command.caller } else { nil } }
    }

    /// Those that came of commands which `isIt` finds, in the order in which they were sent.
    func commands(where isIt: (_ worker: UInt64, SentCommand) -> Bool) -> [(worker: UInt64, token: UInt64)] {
        requests.compactMap { token, request in
            guard case .command(let command) = request.purpose, isIt(request.worker, command) else { return nil }
            return (request.worker, token)
        }.sorted { $0.token < $1.token }
    }

    /// The command by which a worker is loading a thread, when there is just one.
    func onlyLoad(worker: UInt64) -> CommandID? {
        guard let loads = loads[worker], loads.count == 1 else { return nil }
        return loads.values.first
    }

    private mutating func count(_ purpose: Purpose, _ token: UInt64, _ worker: UInt64, _ step: Int) {
        var changed = counts[worker] ?? Counts()
        changed.all += step
        switch purpose {
        case .command(let command):
            changed.commands += step
            count(command.caller.user, worker, step)
            if command.method.startsWork { changed.work += step }
            if command.method.loadsThread {
                loads[worker, default: [:]][token] = step > 0 ? command.id : nil
                if loads[worker]?.isEmpty == true { loads[worker] = nil }
            }
            if let thread = command.threadID {
                let count = (ofThread[thread] ?? 0) + step
                ofThread[thread] = count > 0 ? count : nil
            }
        case .resume: changed.resumes += step
        case .retry: changed.work += step
        case .interrupt, .unsubscribe: break
        }
        counts[worker] = changed.all > 0 ? changed : nil
    }

    private mutating func count(_ user: String, _ worker: UInt64, _ step: Int) {
        let count = share(of: user, at: worker) + step
        shares[worker, default: [:]][user] = count > 0 ? count : nil
        if shares[worker]?.isEmpty == true { shares[worker] = nil }
    }
}
