import Glibc
import TestSupport
import Testing
import ZeroMQ

@testable import Daemon

/// Keys as files.
@Suite struct KeyStoreTests {
    private let directory: TemporaryDirectory
    private let store: KeyStore

    init() throws {
        directory = try TemporaryDirectory()
        store = KeyStore(stateDirectory: directory.path)
    }

    @Test func aKeyIsMadeOnceAndItsSecretIsItsOwnersAlone() throws {
        let key = try store.make("ann")
        #expect(try store.list() == [key] && store.publicKeys() == ["ann": key.publicKey])
        var status = stat()
        let secret = try #require(key.secretFile)
        #expect(stat(secret, &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(stat(store.directory, &status) == 0 && status.st_mode & 0o777 == 0o700)
        #expect(try store.pair("ann").publicKey == key.publicKey)
        #expect(throws: DaemonError.self) { try store.make("ann") }
        #expect(try store.pair("ann").publicKey == key.publicKey)
    }

    @Test func aRevokedKeyIsGoodForNothingAndItsNameIsNotGivenAgain() throws {
        let key = try store.make("ann")
        try store.revoke("ann")
        #expect(try store.publicKeys() == [:])
        #expect(
            try store.list() == [.init(name: "ann", publicKey: key.publicKey, isRevoked: true, secretFile: nil)])
        #expect(throws: DaemonError.self) { try store.make("ann") }
        #expect(throws: DaemonError.self) { try store.revoke("ann") }
        #expect(throws: DaemonError.self) { try store.pair("ann") }
        // The same key under another name, too.
        try directory.write("keys/copy.public", Array("\(key.publicKey)\n".utf8))
        #expect(try store.publicKeys() == [:])
    }

    @Test(arguments: ["", "..", "a/b", "a.public", " "]) func aNameThatIsNoneIsRefused(_ name: String) {
        #expect(throws: DaemonError.self) { try store.make(name) }
        #expect(throws: DaemonError.self) { try store.revoke(name) }
    }

    @Test func whatIsNoKeyIsNoKey() throws {
        #expect(try store.list() == [])
        _ = try store.make("ann")
        try directory.write("keys/short.public", Array("abc\n".utf8))
        try directory.write("keys/empty.public", [])
        try directory.write("keys/README", Array("hello".utf8))
        #expect(try store.list().map(\.name) == ["ann"])
        try directory.write("keys/short.secret", Array("abc\n".utf8))
        #expect(throws: DaemonError.self) { try store.pair("short") }
        #expect(throws: DaemonError.self) { try store.pair("nobody") }
    }

    @Test func aSecretThatOthersCanReadIsNotUsed() throws {
        let secret = try #require(try store.make("daemon").secretFile)
        chmod(secret, 0o640)
        #expect(throws: DaemonError.self) { try store.pair("daemon") }
    }
}
