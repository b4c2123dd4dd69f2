internal import EventLoop

/// `codex exec --json`: one turn by a process of its own, with nobody to approve anything. Made for codex 0.163.0.
public enum CodexExec {
    /// Starts it; the first events come with `Execution.events`.
    ///
    /// - Parameter prompt: what codex is asked. A single `-` would make it read its standard input, which is empty.
    /// - Throws: `spawnFailed`, `unavailable`, or `cancelled` when the task was.
    public static func start(
        _ prompt: String, _ options: Options = Options()
    ) async throws(CodexClientError) -> Execution {
        let shared: SharedLoop
        do throws(EventLoopError) {
            shared = try SharedLoop.shared()
        } catch {
            throw CodexClientError(.unavailable, "\(error)")
        }
        let process = ExecProcess(options, prompt: prompt, on: shared)
        do throws(TransportError) { try await process.start() } catch { throw CodexClientError(error) }
        return Execution(process)
    }

    /// Runs it to its end and gives all it said. When the task is cancelled the process is killed.
    ///
    /// A turn that fails is an outcome too: `Outcome.failure` tells of it.
    ///
    /// - Throws: what `start` throws, `deadline` when `Options.deadline` passed, or `cancelled`.
    public static func run(
        _ prompt: String, _ options: Options = Options()
    ) async throws(CodexClientError) -> Outcome {
        let execution = try await start(prompt, options)
        var events: [Event] = []
        for await event in execution.events { events.append(event) }
        guard let ending = await execution.wait() else {
            execution.kill()
            throw CodexClientError(.cancelled)
        }
        guard !ending.reachedDeadline else {
            var error = CodexClientError(.deadline, "codex exec had not ended in its time")
            error.mayHaveBeenTaken = true
            error.exit = ending.exit
            error.standardErrorTail = ending.standardErrorTail
            throw error
        }
        return Outcome(events: events, ending: ending)
    }
}
