import BusProtocol
import Testing

@testable import Daemon

/// Who may do what, as a value.
@Suite struct UsersTests {
    private let all = Set(Role.allCases)

    @Test func rootAndTheDaemonsOwnUserHaveAllRolesUnlessTheyAreConfigured() {
        let users = Users([UserConfiguration(name: "boss", uid: 0, roles: [.observe])], keys: [:], ownUID: 7)
        #expect(users[.uid(0)] == Users.User(name: "boss", roles: [.observe]))
        #expect(users[.uid(7)] == Users.User(name: "uid 7", roles: all))
        #expect(users[.uid(8)] == nil)
        #expect(Users([], keys: [:], ownUID: 7)[.uid(0)]?.roles == all)
    }

    @Test func aKeyThatIsNotGoodLetsNobodyIn() {
        let ann = UserConfiguration(name: "ann", uid: 5, key: "k", roles: [.approve])
        #expect(Users([ann], keys: ["other": "KEY"], ownUID: 1)[.key("KEY")] == nil)
        let users = Users([ann], keys: ["k": "KEY"], ownUID: 1)
        #expect(users[.key("KEY")] == users[.uid(5)] && users[.uid(5)]?.name == "ann")
    }

    @Test func whoLosesSomethingIsNoticed() {
        func users(_ roles: Set<Role>, key: Bool = true) -> Users {
            Users(
                [UserConfiguration(name: "a", key: "k", roles: roles)], keys: key ? ["k": "KEY"] : [:], ownUID: 1)
        }
        #expect(!users([.observe]).takesAnythingAway(from: users([.observe])))
        #expect(!users([.observe]).takesAnythingAway(from: users([])))
        #expect(users([.approve]).takesAnythingAway(from: users([.observe])))
        #expect(users([.observe], key: false).takesAnythingAway(from: users([.observe])))
    }

    @Test(arguments: [
        Connection(number: 3, .local(uid: 4_294_967_294, pid: 12)),
        Connection(number: .max, .remote(key: "]:^#/.-+=()*&%$@!<>?{}[]abcdefghijklmnop", address: "127.0.0.1")),
        Connection(
            number: .max,
            .remote(
                key: String(repeating: "k", count: 40),
                address: "2001:db8:1111:2222:3333:4444:255.255.255.255%longest-ifname0"
            )),
    ])
    func aConnectionIsReadAsItWasWritten(_ connection: Connection) {
        #expect(Connection(userID: connection.userID) == connection)
        #expect(connection.userID.utf8.count < 255)
    }

    @Test(arguments: [
        "", "1", "1 uid", "x uid 1 2", "1 uid -1 2", "1 uid 1", "1 uid 1 2 3", "1 uid 1 2 ", "1 who 1 2", "1 key",
        "1 key K",
        "1 key K ", "1 key  A", "1 key K A B", "1 key K A ", " 1 key K A", "1 uid 1 4294967296",
    ])
    func whatIsNoConnectionIsNobodys(_ text: String) {
        #expect(Connection(userID: text) == nil)
    }
}
