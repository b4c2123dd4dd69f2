import Journal
import Bus
import BusProtocol
package import Fleet
package import JSONRPC

// Where the fleet, which knows no socket, meets the bus, which knows no process.

extension Publisher: EventSink {}

extension EventLog: EventJournal {}

extension CommandServer: CommandReplies {
    package func reply(_ token: CommandToken, _ reply: CommandReply, meta: JSON) {
        let outcome: CommandOutcome =
            switch reply {
            case .result(let result): .result(result)
            case .workerResult(let bytes): .result(.raw(bytes))
            case .workerError(let bytes): .error(.raw(bytes))
            case .invalid(let code, let message):
                .error(["code": .integer(Int64(code)), "message": .string(message)])
            case .refused(let reason, let message): .failure(reason, message)
            case .refusedInDetail(let reason, let message, let details): .failure(reason, message, details: details)
            case .badConfiguration(let problems):
                .failure(.badConfiguration, "the configuration was not taken; nothing has changed", problems: problems)
            }
        self.reply(token.value, outcome, meta: meta)
    }
}
