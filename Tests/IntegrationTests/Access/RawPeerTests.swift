import Foundation
import Glibc
import JSONRPC
import TestSupport
import Testing

/// Peers that speak ZMTP by hand, and say and do what no library would.
@Suite(.waits, .showsDaemonLogs) struct RawPeerTests {
    private static let python = "/usr/bin/python3"

    /// Speaks on a connection of its own, or on one that a worker's command has handed over to it; prints what came of that.
    private static let peer = """
        import array, os, socket, sys, time
        mode, path = sys.argv[1], sys.argv[2]
        request = (sys.argv[3] if len(sys.argv) > 3 else '{"id":1,"method":"ping"}').encode()

        def connected():
            link = socket.socket(socket.AF_UNIX)
            link.connect(path)
            return link

        def handed_over():
            desk = socket.socket(socket.AF_UNIX)
            desk.bind("desk")
            desk.listen()
            open("ready", "w").close()
            giver = desk.accept()[0]
            text, ancillary, _, _ = giver.recvmsg(16, socket.CMSG_SPACE(4))
            numbers = array.array("i")
            numbers.frombytes(ancillary[0][2][:4])
            def lives():
                try:
                    return open(f"/proc/{int(text)}/stat").read().rsplit(")", 1)[1].split()[0] != "Z"
                except FileNotFoundError:
                    return False
            while mode == "ended" and lives():
                time.sleep(0.01)
            return socket.socket(fileno=numbers[0])

        def frame(flags, body):
            return bytes([flags, len(body)]) + body

        def metadata(name, value):
            return bytes([len(name)]) + name + len(value).to_bytes(4, "big") + value

        link = handed_over() if mode in ("alive", "ended") else connected()
        link.settimeout(20)
        ready = b"\\x05READY" + metadata(b"Socket-Type", b"DEALER")
        if mode == "forge":
            for name in (b"User-Id", b"user-id", b"Peer-Address"):
                ready += metadata(name, b"1 uid 0 1")
        signature = b"\\xff" + bytes(8) + b"\\x7f"
        message = frame(1, b"") + frame(0, request)
        # Of each step, what ends the peer's answer.
        steps = {
            "v1": [(b"\\x01\\x00\\x01\\x01" + bytes([len(request) + 1, 0]) + request, b'"meta"')],
            "v2": [(signature + b"\\x01\\x05" + frame(0, b"") + message, b'"meta"')],
        }.get(mode, [
            (signature + b"\\x03\\x00" + b"NULL".ljust(20, b"\\0") + bytes(32), b"NULL"),
            (frame(4, ready), b"READY"),
            (message, b'"meta"'),
        ])
        heard = b""
        try:
            for sent, end in steps:
                link.sendall(sent)
                while end not in heard:
                    more = link.recv(65536)
                    if not more:
                        raise ConnectionError()
                    heard += more
        except TimeoutError:
            heard += b"silence"
        except OSError:
            pass
        print(heard[heard.find(b"{"):].decode(errors="replace") if b"{" in heard else "refused")
        """

    private func speak(
        _ mode: String, _ daemon: DaemonProcess, _ request: String = RawClient.ping(1), as uid: uid_t = 0
    ) throws -> String {
        let file = "spoken-\(UInt32.random(in: 0...UInt32.max))"
        let child = try Child(
            "/usr/bin/setpriv",
            [
                "--reuid=\(uid)", "--regid=\(uid)", "--clear-groups", Self.python, "-c", Self.peer, mode,
                "\(daemon.runDirectory)/commands.sock", request,
            ], environment: [:], output: daemon.directory.file(file))
        _ = try child.waitForEnd()
        return String(decoding: daemon.directory.read(file) ?? [], as: UTF8.self)
    }

    @Test func whoSpeaksByHandIsServed() throws {
        let daemon = try DaemonProcess(FakeAppServer.command)
        let bus = try BusClient(daemon)
        try bus.ready()
        #expect(try speak("plain", daemon).contains(#""result":{"bosun""#))
    }

    /// Versions of the protocol that know no authentication.
    @Test(arguments: ["v1", "v2"]) func whoCantBeAskedAboutIsNotServed(_ mode: String) throws {
        let daemon = try DaemonProcess(FakeAppServer.command)
        let bus = try BusClient(daemon)
        try bus.ready()
        let before = try bus.result("fleet/status").int("sockets/commands/requests")
        #expect(try speak(mode, daemon) == "refused\n")
        #expect(try bus.result("fleet/status").int("sockets/commands/requests") == before + 1)
    }

    /// What a peer says of itself does not take the place of what the door has found out.
    @Test func nobodyIsWhoItSaysItIs() throws {
        let users = "[users.eve]\nuid = \(Outsider.uid)\nroles = [\"observe\"]"
        let outsider = try Outsider(
            DaemonProcess(FakeAppServer.command, daemon: users, group: "", in: TemporaryDirectory()))
        let said = try speak("forge", outsider.daemon, #"{"id":1,"method":"fleet/stop"}"#, as: Outsider.uid)
        #expect(said.contains("forbidden") && said.contains("eve does not have"), "\(said)")
    }

    /// A worker's command connects, and has somebody speak who does not descend from the daemon.
    @Test(arguments: ["alive", "ended"]) func aConnectionOfAWorkersCommandIsOneInOthersHands(_ mode: String) throws {
        let directory = try TemporaryDirectory()
        let work = try directory.directory("work")
        let output = directory.file("peer.output")
        let run = directory.file("run")
        let peer = try Child(
            "/usr/bin/env", ["-C", work, Self.python, "-c", Self.peer, mode, "\(run)/commands.sock"], environment: [:],
            output: output)
        try directory.write(
            "work/give.py",
            """
            import os, socket, time
            while not (os.path.exists("ready") and os.path.exists("go")):
                time.sleep(0.01)
            link = socket.socket(socket.AF_UNIX)
            link.connect("\(run)/commands.sock")
            desk = socket.socket(socket.AF_UNIX)
            desk.connect("desk")
            socket.send_fds(desk, [str(os.getpid()).encode()], [link.fileno()])
            \(mode == "alive" ? "while not os.path.exists('end'): time.sleep(0.01)" : "")
            """)
        let worker = "cd \(work); (setsid \(Self.python) give.py &); exec \(FakeAppServer.command[0])"
        var options = DaemonProcess.Options()
        options.directory = directory
        let bus = try BusClient(DaemonProcess(["/bin/sh", "-c", worker], options))
        try bus.ready()
        try directory.write("work/go", "")
        _ = try peer.waitForEnd()
        try directory.write("work/end", "")
        #expect(String(decoding: directory.read("peer.output") ?? [], as: UTF8.self) == "refused\n")
        let reason = mode == "alive" ? "it descends from the daemon" : "its process can't be seen"
        try eventually("the log says so") { bus.daemon.log.contains(reason) }
        #expect(try bus.call("ping").result != nil)
    }
}
