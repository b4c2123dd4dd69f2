import ChildProcess
import Testing

/// Which processes are orphans, and which must never be hit.
@Suite struct OrphanSearchTests {
    private static func candidate(
        _ pid: CInt, parent: CInt = 1, group: CInt? = nil, started: UInt64 = 100, mark: String? = nil
    ) -> OrphanSearch.Candidate {
        OrphanSearch.Candidate(
            identity: ProcessIdentity(pid: pid, started: started), parent: parent, group: group ?? pid, name: "p",
            mark: mark.flatMap { WorkerMark($0) })
    }

    private static func atStart(_ all: [OrphanSearch.Candidate], recorded: Set<ProcessIdentity> = []) -> [CInt] {
        OrphanSearch(stateID: "s", epoch: 7, recorded: recorded, own: 50).orphans(among: all).map(\.identity.pid)
    }

    private static func whileServing(
        _ all: [OrphanSearch.Candidate], current: [String: ProcessIdentity], before: UInt64 = 1_000
    ) -> [CInt] {
        OrphanSearch(stateID: "s", epoch: 7, current: current, before: before, own: 50).orphans(among: all)
            .map(\.identity.pid)
    }

    /// Each worker's present life has its beginning; who has none spares nothing, however young.
    @Test func whatIsNoOlderThanItsWorkersLifeIsSpared() {
        let all = [
            Self.candidate(60, started: 99, mark: "s.7.a-1"), Self.candidate(61, parent: 60, started: 200),
            Self.candidate(62, started: 100, mark: "s.7.a-1"), Self.candidate(63, started: 200, mark: "s.7.a-1"),
            Self.candidate(64, started: 5_000, mark: "s.7.b-1"), Self.candidate(65, started: 1, mark: "s.7.c-1"),
            Self.candidate(66, started: 1), Self.candidate(67, started: 1, mark: "other.7.a-1"),
            Self.candidate(68, started: 5_000, mark: "s.6.c-1"),
        ]
        let search = OrphanSearch(stateID: "s", epoch: 7, lives: ["a-1": 100, "c-1": 0], own: 50)
        #expect(search.orphans(among: all).map(\.identity.pid) == [60, 61, 64, 68])
    }

    @Test func onlyOurOwnEarlierEpochsAreFound() {
        let all = [
            Self.candidate(60, mark: "s.6.main-1"), Self.candidate(61, mark: "s.7.main-1"),
            Self.candidate(62, mark: "other.6.main-1"), Self.candidate(63), Self.candidate(64, mark: "s.main-1"),
            Self.candidate(65, mark: "s.8.a.b"),
        ]
        #expect(Self.atStart(all) == [60, 65])
    }

    @Test func aRecordedProcessIsTheOneThatStartedThen() {
        let all = [Self.candidate(60, started: 5), Self.candidate(61, started: 6)]
        let recorded: Set = [ProcessIdentity(pid: 60, started: 5), ProcessIdentity(pid: 61, started: 5)]
        #expect(Self.atStart(all, recorded: recorded) == [60])
    }

    @Test func itsGroupAndItsDescendantsGoAlong() {
        let all = [
            Self.candidate(60, mark: "s.6.w"), Self.candidate(61, group: 60), Self.candidate(62, parent: 61),
            Self.candidate(63, parent: 62), Self.candidate(64, parent: 63, mark: "other.1.w"),
            Self.candidate(65, parent: 64), Self.candidate(70, group: 71),
        ]
        #expect(Self.atStart(all) == [60, 61, 62, 63])
    }

    /// Started by hand in the shell of a worker that is an orphan now.
    @Test func theDaemonItselfAndWhatItDescendsFromAreSpared() {
        let all = [
            Self.candidate(40, mark: "s.6.w"), Self.candidate(45, parent: 40, group: 40, mark: "s.6.w"),
            Self.candidate(50, parent: 45, group: 40, mark: "s.6.w"), Self.candidate(60, parent: 40, mark: "s.6.w"),
        ]
        #expect(Self.atStart(all) == [60])
    }

    @Test func aCircleOfParentsEnds() {
        let all = [Self.candidate(50, parent: 51), Self.candidate(51, parent: 50), Self.candidate(60, parent: 60)]
        #expect(Self.atStart(all, recorded: [ProcessIdentity(pid: 60, started: 100)]) == [60])
    }

    @Test func whileItServesTheWorkersOfNowAndWhatTheyStartedAreSpared() {
        let current = ["w": ProcessIdentity(pid: 60, started: 200)]
        let all = [
            Self.candidate(60, parent: 50, started: 200, mark: "s.7.w"),
            Self.candidate(61, parent: 60, started: 201, mark: "s.7.w"),
            // Adopted from its present life, and from the one before.
            Self.candidate(62, parent: 50, started: 201, mark: "s.7.w"),
            Self.candidate(63, parent: 50, started: 150, mark: "s.7.w"),
            // Of a worker that has no process, before and after the look; of an older epoch.
            Self.candidate(64, started: 150, mark: "s.7.v"), Self.candidate(65, started: 1_000, mark: "s.7.v"),
            Self.candidate(66, started: 1_000, mark: "s.6.w"),
        ]
        #expect(Self.whileServing(all, current: current) == [63, 64, 66])
    }

    @Test func stepsComeInTheirOrderAndEnd() {
        let ladder = OrphanLadder(terminate: .seconds(2), kill: .seconds(3), end: .seconds(5))
        let steps = (0...6).map { ladder.step(after: .seconds($0)) }
        #expect(steps == [.waiting, .waiting, .terminating, .killing, .killing, .over, .over])
        #expect(ladder.untilNextStep(after: .milliseconds(1_500)) == .milliseconds(500))
        #expect(ladder.untilNextStep(after: .seconds(3)) == .seconds(2))
        #expect(ladder.untilNextStep(after: .seconds(5)) == .zero)
    }
}
