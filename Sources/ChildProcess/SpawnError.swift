import CLinux
import Glibc

/// Why a program could not be started, or the process not be prepared for that.
package struct SpawnError: Error, Equatable, CustomStringConvertible {
    package enum Code: Sendable, CaseIterable {
        case executableNotFound
        /// The file is there, but what its `#!` line names, or its ELF loader, is not.
        case interpreterNotFound
        case permissionDenied
        case isDirectory
        /// No program of this machine: neither a binary nor a script with `#!`.
        case notExecutable
        case workingDirectoryMissing
        case workingDirectoryNotAccessible
        /// Some process has the file open for writing.
        case textFileBusy
        case resourceUnavailable
        case tooManyDescriptors
        case argumentsTooLong
        /// A string of the command has a NUL, or a variable's name is empty or has a `=`.
        case inexpressible
        case limitsUnavailable
        /// The system has no user of that name.
        case userUnknown
        /// The child may not become the user, or not with these groups.
        case userRefused
        case descriptorLimitRefused
        case oomScoreRefused
        /// It did not come to its program in time: something had stopped it.
        case stalled
        case subreaperUnavailable
        case childrenUnknown
        case processesUnknown
        case other
    }

    package let code: Code
    /// The system's reason.
    package let errno: CInt
    /// The file, directory or user it is about, the name that was looked up, or empty.
    package let path: String

    package init(_ code: Code, errno: CInt, path: String = "") {
        self.code = code
        self.errno = errno
        self.path = path
    }

    /// True when trying again within the second may do.
    package var isTransient: Bool {
        switch code {
        case .textFileBusy, .resourceUnavailable: true
        default: false
        }
    }

    /// True when only a person's hand changes the outcome: trying again soon is pointless, never trying again is wrong.
    package var isPermanentUntilRepaired: Bool {
        switch code {
        case .executableNotFound, .interpreterNotFound, .permissionDenied, .isDirectory, .notExecutable,
            .workingDirectoryMissing, .workingDirectoryNotAccessible, .argumentsTooLong, .inexpressible, .userUnknown,
            .userRefused, .descriptorLimitRefused, .oomScoreRefused:
            true
        case .textFileBusy, .resourceUnavailable, .tooManyDescriptors, .limitsUnavailable, .stalled,
            .subreaperUnavailable, .childrenUnknown, .processesUnknown, .other:
            false
        }
    }

    package var description: String {
        let reason = String(cString: strerror(errno))
        return switch code {
        case .executableNotFound where path.contains("/"): "cannot run \(path): no such file"
        case .executableNotFound: "cannot run \(path.isEmpty ? "an empty name" : path): not found in the PATH"
        case .interpreterNotFound: "cannot run \(path): the interpreter that its first line or header names is missing"
        case .permissionDenied: "cannot run \(path): permission denied"
        case .isDirectory: "cannot run \(path): it is a directory"
        case .notExecutable: "cannot run \(path): neither a program for this machine nor a script with #!"
        case .workingDirectoryMissing: "cannot start in \(path): no such directory"
        case .workingDirectoryNotAccessible: "cannot start in \(path): \(reason)"
        case .textFileBusy: "cannot run \(path): it is open for writing"
        case .resourceUnavailable: "cannot start \(path): too many processes or too little memory (\(reason))"
        case .tooManyDescriptors: "cannot start \(path): no descriptors left (\(reason))"
        case .argumentsTooLong: "cannot run \(path): arguments and environment are too long"
        case .inexpressible: "cannot run \(path): a NUL in a string, or a variable's name that is empty or has a ="
        case .limitsUnavailable: "cannot raise the limit of open descriptors: \(reason)"
        case .userUnknown where errno == 0: "there is no user \(path)"
        case .userUnknown: "cannot look up the user \(path): \(reason)"
        case .userRefused where errno == EPERM:
            "cannot run as the user \(path): only a daemon that runs as root may change the user"
        case .userRefused: "cannot run as the user \(path): \(reason)"
        case .descriptorLimitRefused: "cannot start \(path): the limit of open descriptors can't be set (\(reason))"
        case .oomScoreRefused where errno == EACCES || errno == EPERM:
            "cannot start \(path): only a daemon that runs as root may set an oom_score_adj lower than its own"
        case .oomScoreRefused: "cannot start \(path): its oom_score_adj can't be set (\(reason))"
        case .stalled: "cannot start \(path): something stopped it before it could run its program"
        case .subreaperUnavailable: "cannot become the parent of orphaned descendants: \(reason)"
        case .childrenUnknown: "cannot list the children of this process: \(reason)"
        case .processesUnknown: "cannot list the machine's processes: \(reason)"
        case .other: "cannot start \(path): \(reason)"
        }
    }
}

extension SpawnError {
    /// - Parameter path: the candidate that failed, or the name when there was none.
    init(stage: clinux_spawn_stage, errno: CInt, path: String, of command: Command) {
        if stage == .CLINUX_SPAWN_WORKING_DIRECTORY {
            let missing = errno == ENOENT || errno == ENOTDIR
            self.init(
                missing ? .workingDirectoryMissing : .workingDirectoryNotAccessible, errno: errno,
                path: command.workingDirectory ?? "")
        } else {
            let code = Self.code(of: stage, errno: errno)
            self.init(code, errno: errno, path: code == .userRefused ? command.user?.name ?? path : path)
        }
    }

    private static func code(of stage: clinux_spawn_stage, errno: CInt) -> Code {
        switch errno {
        case EAGAIN, ENOMEM: return .resourceUnavailable
        case EMFILE, ENFILE: return .tooManyDescriptors
        default: break
        }
        switch stage {
        case .CLINUX_SPAWN_INTERPRETER: return .interpreterNotFound
        case .CLINUX_SPAWN_LIMITS: return .descriptorLimitRefused
        case .CLINUX_SPAWN_OOM_SCORE: return .oomScoreRefused
        case .CLINUX_SPAWN_GROUPS, .CLINUX_SPAWN_GROUP, .CLINUX_SPAWN_USER: return .userRefused
        case .CLINUX_SPAWN_STALLED: return .stalled
        case .CLINUX_SPAWN_EXEC: break
        default: return .other
        }
        return switch errno {
        case ENOENT, ENOTDIR: .executableNotFound
        case EACCES: .permissionDenied
        case EISDIR: .isDirectory
        case ENOEXEC: .notExecutable
        case ETXTBSY: .textFileBusy
        case E2BIG: .argumentsTooLong
        default: .other
        }
    }
}
