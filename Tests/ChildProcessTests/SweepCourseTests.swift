import ChildProcess
import Testing

@Suite struct SweepCourseTests {
    typealias Look = SweepCourse.Look
    private var course = SweepCourse(limit: .seconds(5), pause: .milliseconds(20))

    @Test mutating func aLookThatShowsNothingIsTheLast() {
        #expect(course.next(after: Look(), elapsed: .zero) == .over)
    }

    /// One that is found may have children that nobody has seen; one that is killed hands its own over when it ends.
    @Test(arguments: [Look(found: 1), Look(unended: 1), Look(found: 2, unended: 3, hasSeenAnEnd: true)])
    mutating func whatIsFoundOrHasNotEndedIsLookedAtAgainUntilTheLimit(_ look: Look) {
        for elapsed in [0, 1, 4_999] {
            #expect(course.next(after: look, elapsed: .milliseconds(elapsed)) == .again(after: .milliseconds(20)))
        }
        #expect(course.next(after: look, elapsed: .seconds(5)) == .givenUp)
        #expect(course.next(after: Look(), elapsed: .seconds(6)) == .over)
    }

    @Test mutating func anEndThatWasSeenAsksForOneLookMore() {
        #expect(course.next(after: Look(hasSeenAnEnd: true), elapsed: .zero) == .again(after: .zero))
        #expect(course.next(after: Look(), elapsed: .zero) == .over)
    }

    /// Where something ends all the time it would never be over.
    @Test mutating func endsThatGoOnAreNotFollowedForEver() {
        for _ in 0..<10 {
            #expect(course.next(after: Look(hasSeenAnEnd: true), elapsed: .zero) == .again(after: .zero))
        }
        #expect(course.next(after: Look(hasSeenAnEnd: true), elapsed: .zero) == .over)
        // What is found makes them count anew.
        #expect(course.next(after: Look(found: 1), elapsed: .zero) == .again(after: .milliseconds(20)))
        #expect(course.next(after: Look(hasSeenAnEnd: true), elapsed: .zero) == .again(after: .zero))
        #expect(course.next(after: Look(hasSeenAnEnd: true), elapsed: .seconds(5)) == .over)
    }
}
