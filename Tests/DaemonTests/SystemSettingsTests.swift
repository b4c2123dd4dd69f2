import ChildProcess
import Glibc
import Supervision
import TestSupport
import Testing

@testable import Daemon

/// What a group may ask of the operating system.
@Suite struct SystemSettingsTests {
    private func group(_ text: String) throws -> GroupConfiguration {
        let file = try ConfigurationFile("[[group]]\nname = 'a'\n" + text)
        let made = try Configuration.merging(file, CommandLineSettings(), environment: [:], isRoot: true)
        return try #require(made.groups.first)
    }

    @Test func theyAreRead() throws {
        let group = try group("user = 'nobody'\ndescriptors = 64\noom_score_adj = -1000\nmemory_limit = '2 GiB'")
        #expect(group.user == (try UserAccount(named: "nobody")))
        #expect(group.limits.descriptors == 64 && group.limits.oomScoreAdjustment == -1_000)
        #expect(group.limits.memory == 2 << 30)
        #expect(try self.group("memory_limit = 1048576").limits.memory == 1 << 20)
        let plain = try self.group("")
        #expect(plain.user == nil && plain.limits == GroupConfiguration.Limits())
    }

    @Test(arguments: [
        ("user = 'no-such-user'", "f:3:8: there is no user \"no-such-user\""),
        ("user = ''", "f:3:8: the user's name is empty"),
        ("user = \"a\\u0000\"", "f:3:8: a NUL would cut it off"),
        ("user = 0", "f:3:8: a string is wanted here, not an integer"),
        ("descriptors = 63", "f:3:15: 63 is not in 64…1073741824"),
        ("descriptors = '64'", "f:3:15: an integer is wanted here, not a string"),
        ("oom_score_adj = 1001", "f:3:17: 1001 is not in -1000…1000"),
        ("oom_score_adj = -1001", "f:3:17: -1001 is not in -1000…1000"),
        ("memory_limit = 1048575", "f:3:16: 1048575 is not in 1048576…1125899906842624"),
        ("memory_limit = '1 KiB'", "f:3:16: 1024 is not in 1048576…1125899906842624"),
        (
            "memory_limit = '2 GB'",
            "f:3:16: \"2 GB\" is no size: write it as \"2 GiB\" (B, KiB, MiB, GiB, TiB)"
        ),
        ("memory_limit = 1.5", "f:3:16: a number of bytes, or a text as \"2 GiB\", is wanted here, not a float"),
        (
            "env.NOTIFY_SOCKET = '/x'",
            "f:3:5: NOTIFY_SOCKET is the service manager's word to the daemon: workers never get it"
        ),
        (
            "pass_env = ['WATCHDOG_USEC']",
            "f:3:13: WATCHDOG_USEC is the service manager's word to the daemon: workers never get it"
        ),
    ])
    func wrongOnesAreRefused(_ text: String, _ expected: String) {
        let error = ConfigurationFile.refusal(of: "[[group]]\nname = 'a'\n" + text)
        #expect(error?.description == expected)
    }

    @Test(
        arguments: [
            ("0 B", 0), ("1B", 1), ("512MiB", 512 << 20), ("2  GiB", 2 << 30), ("8388607 TiB", 8_388_607 << 40),
            ("8388608 TiB", nil), ("99999999999999999999 B", nil), ("2", nil), ("", nil), ("GiB", nil), ("-1 GiB", nil),
            ("1.5 GiB", nil), ("2 gib", nil), ("2 GiB ", nil), (" 2 GiB", nil), ("٣ GiB", nil),
        ] as [(String, Int?)])
    func sizesAreReadAsPeopleWriteThem(_ text: String, _ bytes: Int?) {
        #expect(ByteCount(text)?.bytes == bytes)
    }

    @Test func theyReachTheCommand() throws {
        let directory = try TemporaryDirectory()
        var group = GroupConfiguration(codexHome: "\(directory.path)/codex")
        group.limits.descriptors = 99
        group.limits.oomScoreAdjustment = 5
        group.limits.memory = 1 << 30
        let spec = try group.workerSpec(environment: [:])
        #expect(spec.command.descriptorLimit == 99 && spec.command.oomScoreAdjustment == 5)
        #expect(spec.memoryLimit == 1 << 30 && spec.command.user == nil)
    }

    @Test func moreDescriptorsThanTheHardLimitAreRefused() throws {
        var group = GroupConfiguration(name: "g")
        let hard = try ResourceLimits.hardDescriptorLimit()
        guard hard < 1 << 30 else { return }
        group.limits.descriptors = Int(hard) + 1
        let error = #expect(throws: DaemonError.self) { try group.workerSpec(environment: [:]) }
        #expect(error?.description == "group g: \(hard + 1) descriptors, but the daemon's hard limit is \(hard)")
    }

    @Test(.enabled(if: geteuid() == 0, "only root may give directories away"))
    func anotherUsersHomeIsItsOwn() throws {
        let directory = try TemporaryDirectory()
        let home = "\(directory.path)/home"
        try check("mkdir", mkdir(home, 0o755))
        let user = UserAccount(name: "u", uid: 65_533, gid: 65_532, groups: [65_532], home: home, shell: "/bin/dash")
        var group = GroupConfiguration(name: "g", environment: ["EXTRA": "1"])
        group.user = user
        let daemons = ["HOME": "/root", "CODEX_HOME": "/root/.codex", "USER": "root", "PATH": "/bin"]
        let spec = try group.workerSpec(environment: daemons)
        #expect(
            spec.command.environment == [
                "HOME": home, "USER": "u", "LOGNAME": "u", "SHELL": "/bin/dash", "PATH": "/bin", "EXTRA": "1",
                "CODEX_HOME": "\(home)/.codex",
            ])
        #expect(spec.codexHome == "\(home)/.codex" && spec.command.user == user)
        var status = stat()
        try check("stat", stat("\(home)/.codex", &status))
        #expect(status.st_uid == 65_533 && status.st_gid == 65_532 && status.st_mode & 0o7777 == 0o700)
        // One that is there is left as it is, with all in it.
        try check("chmod", chmod("\(home)/.codex", 0o755))
        _ = try group.workerSpec(environment: daemons)
        try check("stat", stat("\(home)/.codex", &status))
        #expect(status.st_mode & 0o7777 == 0o755)
        // What is made above it is the user's as well.
        group.codexHome = "\(directory.path)/a/b"
        _ = try group.workerSpec(environment: daemons)
        try check("stat", stat("\(directory.path)/a", &status))
        #expect(status.st_uid == 65_533)
        // What the group itself sets goes before the user's.
        group.environment = ["HOME": "/elsewhere"]
        #expect(try group.workerSpec(environment: daemons).command.environment["HOME"] == "/elsewhere")
    }

    @Test func aUserWithoutAHomeNeedsACodexHome() throws {
        var group = GroupConfiguration(name: "g")
        group.user = UserAccount(name: "u", uid: 1, gid: 1, groups: [1], home: "/no/such/home")
        let error = #expect(throws: DaemonError.self) { try group.workerSpec(environment: [:]) }
        #expect(
            error?.description
                == "group g: /no/such/home, the home of its user u, is no directory: set codex_home")
    }
}
