"""A daemon's sockets behind others, whose connections can be cut."""
import selectors
import socket
import threading
from pathlib import Path


class Cutter:
    """Serves `events.sock` and `commands.sock` in `run_dir` and hands all on to those of a daemon."""

    def __init__(self, daemon_dir: str, run_dir: Path) -> None:
        run_dir.mkdir()
        self.run_dir = str(run_dir)
        self._lock = threading.Lock()
        self._pairs: list[tuple[str, socket.socket, socket.socket]] = []
        self.connections = 0
        self.held: set[str] = set()  # sockets that let nobody in
        self._listeners: list[socket.socket] = []
        for name in ("events.sock", "commands.sock"):
            listener = socket.socket(socket.AF_UNIX)
            listener.bind(str(run_dir / name))
            listener.listen()
            self._listeners.append(listener)
            threading.Thread(target=self._serve, args=(name, listener, f"{daemon_dir}/{name}"), daemon=True).start()

    def cut(self, name: str) -> None:
        with self._lock:
            for _, *ends in [pair for pair in self._pairs if pair[0] == name]:
                for end in ends:
                    try:
                        end.shutdown(socket.SHUT_RDWR)
                    except OSError:
                        pass  # the other side was faster
            self._pairs = [pair for pair in self._pairs if pair[0] != name]

    def close(self) -> None:
        for listener in self._listeners:
            listener.shutdown(socket.SHUT_RDWR)
        for name in ("events.sock", "commands.sock"):
            self.cut(name)

    def _serve(self, name: str, listener: socket.socket, target: str) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return listener.close()
            server = socket.socket(socket.AF_UNIX)
            try:
                if name in self.held:
                    raise ConnectionRefusedError
                server.connect(target)
            except OSError:  # the daemon is not there: as if nobody listened
                client.close()
                server.close()
                continue
            with self._lock:
                self._pairs.append((name, client, server))
                self.connections += 1
            threading.Thread(target=self._pass_on, args=(client, server), daemon=True).start()

    def _pass_on(self, client: socket.socket, server: socket.socket) -> None:
        with selectors.DefaultSelector() as selector, client, server:
            selector.register(client, selectors.EVENT_READ, server)
            selector.register(server, selectors.EVENT_READ, client)
            try:
                while True:
                    for key, _ in selector.select():
                        data = key.fileobj.recv(65_536)  # type: ignore[union-attr]
                        if not data:
                            return
                        key.data.sendall(data)
            except OSError:
                return
