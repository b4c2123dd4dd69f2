import EventLoop
import JSONRPC
import Supervision

extension FleetState {
    /// How long a worker has to take an interrupt.
    private static let interruptDeadline = Duration.seconds(10)

    /// A worker's state is another one: a drain begins or is over.
    mutating func followDrain(of number: UInt64, at now: MonotonicInstant) -> [FleetAction] {
        guard let worker = workers[number], worker.isDraining else {
            guard drains.removeValue(forKey: number) != nil else { return [] }
            return [.cancelTimer(.drainInterrupt(worker: number)), .cancelTimer(.drainSettle(worker: number))]
        }
        var drain = drains[number] ?? WorkerDrain()
        // Nothing cuts off a turn until somebody asks for the drain: a worker over its memory limit waits for its turns.
        let first =
            worker.status.drainHasDeadline
            ? drain.begin(policy(of: number).drain, deadline: worker.drainDeadline) : nil
        let isNew = drains.updateValue(drain, forKey: number) == nil
        guard isNew || first != nil else { return [] }
        return perform(first, worker: number, at: now) + lookAtDrain(of: number)
    }

    /// Whether nothing holds a drain up any more: no turn in any of its threads, nothing in flight that begins one.
    ///
    /// - Parameter isWorkComing: It may have taken something up that it has not spoken of yet.
    mutating func lookAtDrain(of number: UInt64?, isWorkComing: Bool = false) -> [FleetAction] {
        guard let number, var drain = drains[number] else { return [] }
        let work = workOf(number)
        let isSpeaking = isWorkComing || threads.held(by: number).contains { threads[$0]?.endingTurn != nil }
        let step = drain.look(work: work, isSpeaking: isSpeaking)
        drains[number] = drain
        return perform(step, worker: number)
    }

    mutating func drainSettled(_ number: UInt64) -> [FleetAction] {
        let work = workOf(number)
        return perform(drains[number]?.settled(work: work), worker: number)
    }

    /// What a drain has no time for any more, or none from the beginning.
    mutating func interruptTurns(of worker: UInt64, at now: MonotonicInstant) -> [FleetAction] {
        guard drains[worker] != nil else { return [] }
        drains[worker]?.interruptsAll = true
        return threads.held(by: worker).sorted().flatMap { interruptTurn(thread: $0, at: now) }
    }

    /// Interrupts the turn of a thread whose worker's drain does not wait for it.
    mutating func interruptTurn(thread id: String, at now: MonotonicInstant) -> [FleetAction] {
        guard let worker = threads[id]?.owner, drains[worker]?.interruptsAll == true, let turn = threads[id]?.turn,
            !turn.isEmpty
        else { return [] }
        let token = nextToken()
        sent.add(token, .interrupt, to: worker)
        let params: JSON = ["threadId": .string(id), "turnId": .string(turn)]
        return [
            .send(
                worker: worker, token: token, method: "turn/interrupt", params: params.serialized(),
                deadline: now.advanced(by: Self.interruptDeadline))
        ]
    }

    private func workOf(_ worker: UInt64) -> Int { threads.load(of: worker).turns + sent[worker].work }

    private mutating func perform(
        _ step: WorkerDrain.Step?, worker: UInt64, at now: MonotonicInstant? = nil
    ) -> [FleetAction] {
        switch step {
        case .interruptTurns: now.map { interruptTurns(of: worker, at: $0) } ?? []
        case .interruptLater(let delay): [.startTimer(.drainInterrupt(worker: worker), delay)]
        case .settle(let delay): [.startTimer(.drainSettle(worker: worker), delay)]
        case .drained: [.operate(worker: worker, .drained)]
        case nil: []
        }
    }
}
