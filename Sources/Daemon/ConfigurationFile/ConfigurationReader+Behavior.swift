import ChildProcess
private import Fleet
private import Supervision

// Settings that say how a group's workers are treated.
extension ConfigurationReader {
    /// Takes one of them.
    mutating func take(_ key: BehaviorKey, _ value: TOMLValue, into behavior: inout GroupBehavior) {
        switch key {
        case .restart: set(&behavior.restart.kind, choice(value, RestartPolicy.Kind.self))
        case .parkAfter: set(&behavior.restart.parkAfter, integer(value, in: SettingRules.counts))
        case .crashLoop: set(&behavior.restart.crashLoop, integer(value, in: SettingRules.counts))
        case .backoffBase: set(&behavior.timing.backoff.base, duration(value))
        case .backoffCap: set(&behavior.timing.backoff.cap, duration(value))
        case .backoffAfterStable: set(&behavior.timing.backoff.afterStableLife, duration(value))
        case .backoffJitter: set(&behavior.timing.backoff.jitter, fraction(value))
        case .stable: set(&behavior.timing.stable, duration(value))
        case .startTimeout: set(&behavior.timing.start, duration(value))
        case .drain: set(&behavior.policy.drain, choice(value, GroupPolicy.Drain.self))
        case .drainTimeout: set(&behavior.timing.drain, duration(value))
        case .stopEndOfFile: set(&behavior.timing.stop.endOfFile, duration(value))
        case .stopTerminate: set(&behavior.timing.stop.terminate, duration(value))
        case .livenessSilence:
            switch durationOrOff(value) {
            case .off: behavior.timing.liveness = nil
            case .duration(let silence): behavior.timing.liveness?.silence = silence
            case nil: break
            }
        case .livenessAnswer: duration(value).map { behavior.timing.liveness?.answer = $0 }
        case .livenessMisses: integer(value, in: SettingRules.misses).map { behavior.timing.liveness?.misses = $0 }
        case .turnStall: set(&behavior.policy.turnStall, durationOrOff(value))
        case .recycleStalled: set(&behavior.policy.recyclesStalled, bool(value))
        case .approvalDeadline: set(&behavior.policy.approvalDeadline, duration(value))
        case .approvals: set(&behavior.policy.approvals.rules, approvalRules(value))
        case .requestDeadline: set(&behavior.policy.requestDeadline, duration(value))
        case .window: set(&behavior.bounds.window, integer(value, in: SettingRules.windows))
        case .queue: set(&behavior.bounds.queue, integer(value, in: SettingRules.queues))
        case .idleThreads: set(&behavior.policy.idleThread, durationOrOff(value))
        case .retryInterrupted: set(&behavior.policy.retriesInterrupted, bool(value))
        case .lineLimit: set(&behavior.bounds.line, byteCount(value, in: SettingRules.lineLimits))
        case .garbageLimit: set(&behavior.bounds.garbage, integer(value, in: SettingRules.garbageLimits))
        }
    }

    /// Refuses what can have no effect beside the others, or contradicts them.
    mutating func check(_ behavior: GroupBehavior, _ positions: [BehaviorKey: SourcePosition]) {
        func check(_ keys: [BehaviorKey], against isMeaningless: Bool, _ reason: String) {
            guard isMeaningless else { return }
            for key in keys { if let position = positions[key] { refuse(position, "\(key.rawValue) \(reason)") } }
        }
        let backoff = behavior.timing.backoff
        check(
            [.parkAfter, .crashLoop, .backoffBase, .backoffCap, .backoffAfterStable, .backoffJitter, .stable],
            against: behavior.restart.kind == .temporary, "has no effect: a temporary worker is never started again")
        check(
            positions[.backoffBase] == nil ? [.backoffCap] : [.backoffBase], against: backoff.base > backoff.cap,
            "contradicts: backoff_base is more than backoff_cap")
        check(
            [.crashLoop], against: behavior.restart.parkAfter.map { $0 <= behavior.restart.crashLoop } ?? false,
            "has no effect: park_after comes no later")
        check(
            [.livenessAnswer, .livenessMisses], against: behavior.timing.liveness == nil,
            "has no effect: liveness_silence is off")
        check(
            [.recycleStalled], against: behavior.policy.turnStall == nil && behavior.policy.recyclesStalled,
            "has no effect: turn_stall is off")
    }

    // MARK: What a value must be

    private enum OptionalDuration {
        case off
        case duration(Duration)
    }

    private func set<Value>(_ place: inout Value, _ value: Value?) {
        if let value { place = value }
    }

    private func set<Value>(_ place: inout Value?, _ value: Value?) {
        if let value { place = value }
    }

    private func set(_ place: inout Duration?, _ value: OptionalDuration?) {
        switch value {
        case .off: place = nil
        case .duration(let duration): place = duration
        case nil: break
        }
    }

    mutating func duration(
        _ value: TOMLValue, in range: ClosedRange<Duration> = SettingRules.durations
    ) -> Duration? {
        guard let text = string(value) else { return nil }
        guard let duration = DurationText(text)?.duration else {
            refuse(value.position, "\(text.quotedBriefly) is no time: write it as \"10s\" (ms, s, m, h)")
            return nil
        }
        return checked(duration, value.position, SettingRules.fault(in: duration, range))
    }

    private mutating func durationOrOff(_ value: TOMLValue) -> OptionalDuration? {
        if case .string("off") = value.content { return .off }
        return duration(value).map { .duration($0) }
    }

    mutating func bool(_ value: TOMLValue) -> Bool? {
        guard case .boolean(let bool) = value.content else {
            refuseKind(value, "true or false")
            return nil
        }
        return bool
    }

    /// From 0 to 1.
    private mutating func fraction(_ value: TOMLValue) -> Double? {
        let number: Double
        switch value.content {
        case .number(let value): number = value
        case .integer(let integer): number = Double(integer)
        default:
            refuseKind(value, "a number from 0 to 1")
            return nil
        }
        return checked(number, value.position, (0...1).contains(number) ? nil : "\(number) is not in 0…1")
    }

    private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ value: TOMLValue, _ type: Choice.Type
    ) -> Choice? {
        guard let text = string(value) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        refuse(value.position, "one of \(known) is wanted here, not \(text.quotedBriefly)")
        return nil
    }
}
