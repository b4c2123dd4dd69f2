import BusProtocol
import Testing

@testable import Daemon

/// What the file says of who may do what.
@Suite struct AccessSettingsTests {
    @Test func usersAndEndpointsAreRead() throws {
        let file = try ConfigurationFile(
            """
            [users.bob]
            curve = "bobs"
            roles = ["approve", "observe"]
            [users.ann]
            uid = 0
            curve = "anns"
            roles = []
            [listen]
            events = "tcp://127.0.0.1:7401"
            commands = "tcp://[::1]:7402"
            curve = "daemon"
            """)
        #expect(
            file.users == [
                UserConfiguration(name: "bob", key: "bobs", roles: [.approve, .observe]),
                UserConfiguration(name: "ann", uid: 0, key: "anns"),
            ])
        #expect(
            file.listen
                == ListenConfiguration(
                    events: "tcp://127.0.0.1:7401", commands: "tcp://[::1]:7402", key: "daemon"))
    }

    @Test(arguments: [
        ("users = 1", "f:1:9: users is a table of tables, not an integer: write [users.NAME]"),
        ("[users]", "f:1:1: users names nobody: leave it out"),
        ("users.a = 1", "f:1:11: users.a is a table, not an integer: write [users.a]"),
        ("[users.'a b']\nuid = 1\nroles = []", "f:1:8: a user's name has 1 to 48 of A-Z a-z 0-9 _ -, not \"a b\""),
        ("[users.a]\nuid = 1", "f:1:8: a has no roles"),
        ("[users.root]\ncurve = \"k\"\nroles = []", "f:1:8: root is who has the uid 0, and nobody else"),
        ("[users.root]\nuid = 1\nroles = []", "f:1:8: root is who has the uid 0, and nobody else"),
        ("[users.a]\nroles = []", "f:1:8: a has neither uid nor curve: nobody would be known by it"),
        ("[users.a]\nuid = -1\nroles = []", "f:2:7: -1 is not in 0…4294967294"),
        ("[users.a]\nuid = 4294967295\nroles = []", "f:2:7: 4294967295 is not in 0…4294967294"),
        ("[users.a]\nuid = 'a'\nroles = []", "f:2:7: an integer is wanted here, not a string"),
        ("[users.a]\ncurve = '../x'\nroles = []", "f:2:9: a key's name has 1 to 48 of A-Z a-z 0-9 _ -, not \"../x\""),
        (
            "[users.a]\nuid = 1\nroles = ['root']",
            "f:3:10: there is no role \"root\", but observe, command, approve, admin"
        ),
        ("[users.a]\nuid = 1\nroles = ['admin', 'admin']", "f:3:19: admin stands there already"),
        ("[users.a]\nuid = 1\nroles = 'admin'", "f:3:9: an array of strings is wanted here, not a string"),
        (
            "[users.a]\nuid = 1\nrole = []\nroles = []",
            "f:3:1: unknown setting \"role\" of a user, not one of uid, curve, roles, audience"
        ),
        (
            "[users.z]\nuid = 1\nroles = []\n[users.a]\nuid = 1\nroles = []",
            "f:5:7: the uid 1 is somebody's already, at 2:7"
        ),
        (
            "[users.a]\ncurve = 'k'\nroles = []\n[users.b]\ncurve = 'k'\nroles = []",
            "f:5:9: the key \"k\" is somebody's already, at 2:9"
        ),
        (
            "[listen]\ncommands = 'tcp://*:1'",
            "f:2:12: nobody is let in over tcp without CURVE: set curve to the name of the daemon's key"
        ),
        ("[listen]\ncurve = 'k'", "f:1:2: listen has no endpoint: set events, commands, or both"),
        (
            "[listen]\nevents = 'ipc:///x'\ncurve = 'k'",
            "f:2:10: an endpoint is tcp://ADDRESS:PORT, not \"ipc:///x\": ipc is there already"
        ),
        ("[listen]\nevents = 'tcp://*'\ncurve = 'k'", "f:2:10: \"tcp://*\" has no port: write tcp://ADDRESS:PORT"),
        ("[listen]\nevents = 'tcp://*:*'\ncurve = 'k'", "f:2:10: \"tcp://*:*\" has no port: write tcp://ADDRESS:PORT"),
        ("[listen]\nevents = 'tcp://*:0'\ncurve = 'k'", "f:2:10: \"tcp://*:0\" has no port: write tcp://ADDRESS:PORT"),
        (
            "[listen]\nevents = 'tcp://*:1'\ncommands = 'tcp://*:1'\ncurve = 'k'",
            "f:3:12: events and commands can't have one endpoint"
        ),
        (
            "[listen]\nevents = 'tcp://*:1'\ncurve = 'k'\nport = 1",
            "f:4:1: unknown setting \"port\" of listen, not one of events, commands, curve"
        ),
        (
            "[users.a]\nuid = 1\nroles = ['admin']\naudience = 'x'\n[audiences.x]",
            "f:3:9: an admin can't be confined to an audience: take admin or the audience away"
        ),
        ("[users.a]\nuid = 1\nroles = []\naudience = 'x'", "f:4:12: there is no audience \"x\""),
        ("audiences = 1", "f:1:13: audiences is a table of tables, not an integer: write [audiences.NAME]"),
        ("[audiences]", "f:1:1: audiences names none: leave it out"),
        ("[audiences.x]\ngroups = ['b']", "f:2:11: there is no group \"b\""),
        ("[audiences.x]\ngroups = []", "f:2:10: nothing is named here: leave it out"),
        ("[audiences.x]\nkinds = ['e']", "f:2:10: there is no kind \"e\", but ev, dl, rq, wk, sy"),
        (
            "[audiences.x]\nevents = 'tcp://*:1'",
            "f:2:10: nobody is let in over tcp without CURVE: a [listen] has the name of the daemon's key"
        ),
        (
            "[audiences.x]\nevents = 'tcp://*:1'\n[listen]\ncurve = 'k'\nevents = 'tcp://*:1'",
            "f:2:10: tcp://*:1 is taken already"
        ),
        (
            "[audiences.x]\ngroup = ['a']",
            "f:2:1: unknown setting \"group\" of an audience, not one of groups, threads, kinds, events"
        ),
        ("listen = 1", "f:1:10: listen is a table, not an integer: write [listen]"),
    ])
    func whatMakesNoSenseIsRefusedWithItsPlace(_ text: String, _ expected: String) {
        #expect(ConfigurationFile.refusal(of: text)?.description == expected)
    }
}
