"""A web server on this machine, under whatever names a test gives it; only names and the way to it are stubs."""

import socket
import threading
from collections.abc import Callable

PUBLIC = "93.184.216.34"
PAGE = b"<!doctype html><h1>The pump</h1><p>It cost 212,000 crowns.</p>"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n"


class Site:
    """A server that says whatever a test lets it say, and what it was asked."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.says: dict[str, Callable[[socket.socket], None] | bytes] = {}
        self.asked: list[str] = []
        self.names: dict[str, list[list[str]]] = {}
        self.connected: list[str] = []
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        while True:
            try:
                peer, _address = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.answer, args=(peer,), daemon=True).start()

    def answer(self, peer: socket.socket) -> None:
        with peer:
            request = peer.recv(65_536).decode("latin-1")
            self.asked.append(request)
            said = self.says[request.split(" ")[1]]
            try:
                said(peer) if callable(said) else peer.sendall(said)
            except OSError:
                return

    def resolve(self, host: str, _port: int) -> list[str]:
        """The next answer of the name server; the last one stays."""
        answers = self.names.get(host, [[PUBLIC]])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def connect(self, address: str, _port: int, seconds: float) -> socket.socket:
        self.connected.append(address)
        return socket.create_connection(self.listener.getsockname(), timeout=seconds)
