private import CLinux
package import EventLoop
private import Glibc
private import Synchronization

/// A child in a process group of its own, its three streams, and the duty to reap it.
///
/// One loop's own; it is not `Sendable`. Dropped while the child lives, it kills the group and sees to the reaping.
package final class ChildProcess {
    /// Also the id of its process group. Not another's until `reap()` has given a status.
    package let pid: CInt
    /// Readable once the child has ended: watch it, then call `reap()`.
    package let pidfd: FileDescriptor
    /// This side's ends, non-blocking; `stdin` is nil for one whose input is null. Nil closes one, `take()` hands it over.
    ///
    /// With socket pairs a child that ends over unread input makes a write fail with ECONNRESET instead of EPIPE.
    package var stdin: FileDescriptor?
    package var stdout: FileDescriptor?
    package var stderr: FileDescriptor?
    /// Set by `reap()`.
    package private(set) var exitStatus: ExitStatus?

    private init(_ spawned: clinux_spawned) {
        pid = spawned.pid
        pidfd = FileDescriptor(owning: spawned.pidfd)
        stdin = spawned.stdin_end < 0 ? nil : FileDescriptor(owning: spawned.stdin_end)
        stdout = FileDescriptor(owning: spawned.stdout_end)
        stderr = FileDescriptor(owning: spawned.stderr_end)
    }

    /// Starts the program: one try, which takes about a millisecond and leaves nothing behind when it fails.
    ///
    /// The child gets the command's environment, stdin, stdout and stderr and no other descriptor, standard signal
    /// dispositions, an empty signal mask, no controlling terminal, and the user and limits that the command names.
    package static func spawn(_ command: Command) throws(SpawnError) -> ChildProcess {
        guard command.isExpressible else { throw SpawnError(.inexpressible, errno: EINVAL, path: command.executable) }
        let candidates = command.candidates
        let strings = CStrings(command, candidates: candidates)
        var spawned = clinux_spawned()
        strings.withBytes { bytes in
            var request = clinux_spawn_request()
            request.strings = bytes
            request.candidate_count = candidates.count
            request.has_working_directory = command.workingDirectory != nil
            request.argument_count = command.arguments.count + 1
            request.environment_count = command.environment.count
            request.socket_pairs = command.stdio == .socketPair
            request.null_stdin = command.hasNullInput
            request.descriptor_limit =
                command.descriptorLimit.map { Int64(max(0, $0)) }
                ?? ResourceLimits.descriptorLimitAtStart.map { Int64(clamping: $0) } ?? -1
            request.has_oom_score = command.oomScoreAdjustment != nil
            request.oom_score = CInt(clamping: command.oomScoreAdjustment ?? 0)
            request.has_user = command.user != nil
            request.uid = command.user?.uid ?? 0
            request.gid = command.user?.gid ?? 0
            (command.user?.groups ?? []).withUnsafeBufferPointer { groups in
                request.groups = groups.baseAddress
                request.group_count = groups.count
                KnownChildren.pids.withLock { known in
                    if clinux_spawn(&request, &spawned) == 0 { known.insert(spawned.pid) }
                }
            }
        }
        guard spawned.failed_at == .CLINUX_SPAWN_NOT_FAILED else {
            // Nothing found in a PATH is about the name, not about the first place where it was not.
            let isLookUp = spawned.error == ENOENT && spawned.failed_at == .CLINUX_SPAWN_EXEC
            let tried = candidates.indices.contains(spawned.candidate) ? candidates[spawned.candidate] : nil
            throw SpawnError(
                stage: spawned.failed_at, errno: spawned.error,
                path: isLookUp ? command.executable : tried ?? command.executable, of: command)
        }
        return ChildProcess(spawned)
    }

    /// Gives the status once the child has ended, nil before; the same again when it is asked again.
    ///
    /// What is left of the group is killed first, while the ended child still holds its pid: after the reaping that number
    /// could be another group's.
    @discardableResult
    package func reap() -> ExitStatus? {
        if exitStatus != nil { return exitStatus }
        var ended = clinux_ended()
        let state = clinux_wait_pidfd(pidfd.rawValue, true, &ended)
        guard state != 0 else { return nil }
        // A negative answer means that someone else has reaped it: the number may be another group's already.
        if state > 0 { signalGroup(SIGKILL) }
        KnownChildren.pids.withLock { known in
            exitStatus = clinux_wait_pidfd(pidfd.rawValue, false, &ended) == 1 ? ExitStatus(ended) : .unknown
            known.remove(pid)
        }
        return exitStatus
    }

    deinit {
        guard exitStatus == nil, reap() == nil else { return }
        signalGroup(SIGKILL)
        Self.awaitEnd(of: pid)
    }

    /// A killed process may take a while to end (writing out memory, a stuck disk): no loop waits for that.
    private static func awaitEnd(of pid: CInt) {
        func wait(for pid: CInt) {
            _ = clinux_await_pid(pid)
            KnownChildren.pids.withLock { _ = $0.remove(pid) }
        }
        var thread = pthread_t()
        let argument = UnsafeMutableRawPointer(bitPattern: Int(pid))
        let code = pthread_create(
            &thread, nil,
            { argument in
                wait(for: CInt(Int(bitPattern: argument)))
                return nil
            }, argument)
        if code == 0 {
            pthread_detach(thread)
        } else {
            wait(for: pid)
        }
    }
}
