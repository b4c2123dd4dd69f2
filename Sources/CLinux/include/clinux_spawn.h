#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// How far a spawn came before it failed.
typedef enum __attribute__((enum_extensibility(closed))) clinux_spawn_stage : int {
    CLINUX_SPAWN_NOT_FAILED = 0,
    CLINUX_SPAWN_MEMORY,
    CLINUX_SPAWN_STREAMS,
    CLINUX_SPAWN_CLONE,
    CLINUX_SPAWN_PROCESS_GROUP,
    CLINUX_SPAWN_DESCRIPTORS,
    CLINUX_SPAWN_LIMITS,
    CLINUX_SPAWN_OOM_SCORE,
    /// The supplementary groups, the group and the user, in the order in which they are taken.
    CLINUX_SPAWN_GROUPS,
    CLINUX_SPAWN_GROUP,
    CLINUX_SPAWN_USER,
    /// It did not come to its program in time; it was killed.
    CLINUX_SPAWN_STALLED,
    CLINUX_SPAWN_WORKING_DIRECTORY,
    CLINUX_SPAWN_EXEC,
    /// The file is there, but what its `#!` line names, or its ELF loader, is not.
    CLINUX_SPAWN_INTERPRETER,
} clinux_spawn_stage;

struct clinux_spawn_request {
    /// NUL-ended strings, one behind the other: the paths to try in turn, the working directory (present only with
    /// `has_working_directory`), the arguments from argv[0] on, and the environment as NAME=VALUE.
    const char *strings;
    size_t candidate_count;
    bool has_working_directory;
    size_t argument_count;
    size_t environment_count;
    /// stdin and stdout as socket pairs, which /proc/<pid>/fd cannot open anew; false: pipes. stderr is a pipe always.
    bool socket_pairs;
    /// stdin is /dev/null; there is no `stdin_end` then (-1).
    bool null_stdin;
    /// The child's soft RLIMIT_NOFILE, held to the hard one; negative leaves it alone.
    int64_t descriptor_limit;
    /// The child's oom_score_adj; without it, 0 when this process's is lower, else this process's.
    bool has_oom_score;
    int oom_score;
    /// The child becomes this user, with exactly these groups and no capability (but for uid 0).
    bool has_user;
    uid_t uid;
    gid_t gid;
    const gid_t *groups;
    size_t group_count;
};

struct clinux_spawned {
    pid_t pid;
    int pidfd;
    /// This side's ends, -1 where there is none: close-on-exec, non-blocking, never 0, 1 or 2.
    int stdin_end, stdout_end, stderr_end;
    clinux_spawn_stage failed_at;
    int error;
    /// Which of the paths the error is about.
    size_t candidate;
};

/// Starts a child in a process group of its own and returns once it runs its program or has failed to: 0, or -1 with
/// `failed_at` and `error` set and nothing left behind. Never returns twice and never runs its caller's code in the child.
int clinux_spawn(const struct clinux_spawn_request *request, struct clinux_spawned *spawned);

/// Closes every descriptor from `first` on by reading /proc/self/fd: for kernels without close_range. No allocation.
void clinux_close_listed_from(int first);
