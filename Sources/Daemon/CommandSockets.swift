import Bus
import Fleet
import JSONRPC

/// The replies' way to the socket that the command came by: those of the control socket have the higher tokens.
final class CommandSockets: CommandReplies {
    private let commands: CommandServer
    private let control: CommandServer

    init(_ commands: CommandServer, control: CommandServer) {
        self.commands = commands
        self.control = control
    }

    /// Of the one that everybody uses.
    var counters: JSON { commands.counters }

    func reply(_ token: CommandToken, _ reply: CommandReply, meta: JSON) {
        (token.value >= Sockets.firstControlToken ? control : commands).reply(token, reply, meta: meta)
    }
}
