import CodexConversation
import EventLoop
import JSONRPC

extension StdioTransport {
    func take(_ line: borrowing Line) {
        options.mirror?(MirroredLine(direction: .received, bytes: line.copy))
        guard line.count > 0 else { return }
        let scanner = shared.reader.scanner
        do throws(JSONError) {
            let envelope = try scanner.scan(line)
            switch envelope.shape {
            case .notification: receive(.notification(IncomingLine(line, envelope)))
            case .request:
                guard let id = envelope.id else { return }
                receive(.request(IncomingLine(line, envelope), id: id))
            case .response: takeAnswer(envelope.id, .result(scanner.raw(.result, of: line) ?? []))
            case .error: takeAnswer(envelope.id, .error(scanner.raw(.error, of: line) ?? []))
            }
        } catch {
            takeGarbage(line.copy, error)
        }
    }

    private func takeAnswer(_ id: RequestID?, _ answer: Answer) {
        // Nobody's: a second answer, or one after its deadline.
        guard let token = conversation.answered(id) else {
            options.unclaimed?(id, answer)
            return
        }
        resume(token, .success(answer))
        flush()
    }

    /// An answer that has neither result nor error, or both, ends the waiting of who asked.
    private func takeGarbage(_ bytes: [UInt8], _ error: JSONError) {
        if error.code == .unknownShape, let object = try? JSON(parsing: bytes), object["method"] == nil,
            let id = object["id"].flatMap(RequestID.init(json:)), let token = conversation.answered(id)
        {
            var invalid = TransportError(.invalidResponse, "neither result nor error, or both")
            invalid.mayHaveBeenTaken = true
            invalid.line = bytes
            resume(token, .failure(invalid))
            return flush()
        }
        receive(.garbage(bytes, error))
    }

    func takeError(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { _ = tail.append($0, second: 0) }
        options.standardError?(bytes)
    }

    /// The process has ended: nobody waits in vain.
    func takeEnd(_ processEnd: ProcessEnd) {
        end = processEnd
        process = nil
        deadlines.disarm()
        for (token, loss, _) in conversation.end() {
            var error = TransportError(.ended, "\(processEnd.status)")
            error.mayHaveBeenTaken = loss == .written
            error.end = processEnd
            resume(token, .failure(error))
        }
        receive(.ended(processEnd))
        let waiting = endWaiters
        endWaiters = [:]
        for continuation in waiting.values { continuation.resume(returning: processEnd) }
    }
}
