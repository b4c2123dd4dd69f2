#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// How a child ended.
struct clinux_ended {
    pid_t pid;
    /// The exit code, or the signal when `signaled`.
    int status;
    bool signaled;
    bool core_dumped;
};

/// Signals the process of a pidfd; ESRCH once it was reaped.
int clinux_pidfd_signal(int pidfd, int signal);

/// A descriptor of a process that need not be a child: readable once it has ended. -1 with errno; close-on-exec.
int clinux_pidfd_open(pid_t pid);

/// Each of these returns 1 when the child (for `any`: some child) has ended, 0 when not yet, -1 with errno (ECHILD: none).
/// `peek` leaves the child to be reaped by a later call.
int clinux_wait_pidfd(int pidfd, bool peek, struct clinux_ended *ended);
int clinux_wait_pid(pid_t pid, struct clinux_ended *ended);
int clinux_peek_any(struct clinux_ended *ended);

/// Waits until the child has ended, and reaps it.
int clinux_await_pid(pid_t pid);

/// Lists the children of a process (0: of this one), ended ones included: fills at most `capacity` and returns how many
/// there are, or -1 with errno (ENOENT, ESRCH: there is no such process). Children that come or go meanwhile may be missed.
ssize_t clinux_children(pid_t parent, pid_t *children, size_t capacity);

/// A process as /proc/<pid>/stat tells it.
struct clinux_process {
    pid_t pid, parent, group;
    /// It has ended and waits to be reaped.
    bool ended;
    /// As it calls itself; ended by NUL.
    char name[32];
    /// When it started, in clock ticks since the boot: with the pid, it names one process.
    uint64_t started;
    uint64_t resident_bytes;
};

/// Lists the machine's processes as far as they may be seen: fills at most `capacity` and returns how many there are, or
/// -1 with errno. Processes that come or go meanwhile may be missed.
ssize_t clinux_processes(struct clinux_process *processes, size_t capacity);

/// The same of one process: 0, or -1 when it may not be seen or is not there.
int clinux_process_read(pid_t pid, struct clinux_process *process);

/// Makes this process the parent of what its descendants leave behind.
int clinux_become_subreaper(void);

/// Shuts this process's connections that came in by the Unix socket at `path` from the process `pid`, and returns how many,
/// or -1. The descriptors stay open, so that whoever owns them sees the end as the peer's: it is safe beside a library that
/// uses them. A number that another connection gets meanwhile may be hit instead; its peer connects again.
int clinux_cut_local_peers(const char *path, pid_t pid);

/// RLIMIT_NOFILE; unlimited is UINT64_MAX.
int clinux_descriptor_limit(uint64_t *soft, uint64_t *hard);
int clinux_set_descriptor_limit(uint64_t soft);

/// A signal's name without "SIG", or NULL when it has none.
const char *clinux_signal_name(int signal);

/// This process's environment, ended by NULL.
char *const *clinux_environment(void);
