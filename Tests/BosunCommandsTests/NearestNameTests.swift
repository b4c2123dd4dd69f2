import Testing

@testable import BosunCommands

@Suite struct NearestNameTests {
    private let known = ["run-dir", "json", "count", "timeout"]

    @Test(
        arguments: [
            ("rundir", "run-dir"), ("jsno", "json"), ("json", "json"), ("timeuot", "timeout"), ("ti", "timeout"),
            ("coutn", "count"), ("zebra", nil), ("", nil), ("t", nil), ("runtime", nil),
        ] as [(String, String?)]) func theNearestIsFound(name: String, nearest: String?)
    {
        #expect(NearestName.of(name, among: known) == nearest)
    }

    @Test(arguments: [("", "", 0), ("abc", "", 3), ("abc", "acb", 1), ("abc", "abd", 1), ("ca", "abc", 3)])
    func distances(a: String, b: String, distance: Int) {
        #expect(NearestName.distance(a, b) == distance)
        #expect(NearestName.distance(b, a) == distance)
    }

    @Test func aHugeWordIsNoWorkForMinutes() {
        #expect(NearestName.of(String(repeating: "x", count: 1_000_000), among: known) == nil)
    }
}
