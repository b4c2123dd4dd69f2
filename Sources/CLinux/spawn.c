#define _GNU_SOURCE
#include "clinux_spawn.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// The child shares the daemon's memory until it execs (the daemon's page tables are not copied: a fork of a large
// daemon takes milliseconds), while the calling thread stands still and the daemon's other threads run on. So the child
// calls nothing that allocates or locks, runs on a stack of its own, and starts with every signal blocked: a handler
// that ran in it would work on the daemon's memory.
//
// A child that becomes another user has a copy instead. Between its change of user and its exec that user's processes may
// stop it (kill(-1, SIGSTOP) in a loop is enough), and a vfork's parent would stand still with it; and the kernel makes
// memory undumpable when its owner changes user, which would be the daemon's, too. What such a child has to say lies in
// shared memory, and a pipe that its exec closes says when.

enum { stack_size = 64 * 1024, last_signal = 64, done_fd = 3 };

// How long a child that becomes another user may take. It takes a millisecond; the loop waits meanwhile.
enum { stall_rounds = 100, stall_round_ms = 20 };

struct report {
    clinux_spawn_stage failed_at;
    int error;
    size_t candidate;
};

struct plan {
    char **candidates;
    const char *working_directory;
    char **arguments;
    char **environment;
    int streams[3];
    const struct clinux_spawn_request *request;
    // The end of the pipe that says when a child with memory of its own is done; else -1.
    int done;
    char oom_score[16];
    // What the child has to say, in memory that both have.
    struct report *report;
};

// The raw call: glibc's leaves out its own two signals (32 and 33), which other threads may send to this one.
static void set_signal_mask(uint64_t mask, uint64_t *old) {
    syscall(SYS_rt_sigprocmask, SIG_SETMASK, &mask, old, sizeof mask);
}

// MARK: In the child

static _Noreturn void fail(struct plan *plan, clinux_spawn_stage stage, int error) {
    plan->report->failed_at = stage;
    plan->report->error = error;
    _exit(127);
}

// Handlers would be reset by execve, ignored signals would not. A struct of zeros is "default" on every architecture,
// and the raw call also reaches glibc's own two signals.
static void reset_dispositions(void) {
    static const char standard[64];
    for (int signal = 1; signal <= last_signal; signal++) {
        syscall(SYS_rt_sigaction, signal, standard, NULL, sizeof(uint64_t));
    }
}

// From a background group, reading the terminal the daemon was started in would stop the worker (SIGTTIN): a tool that
// asks for a password hangs. Without a terminal it fails. setsid would do it too, but a session's leader takes the first
// terminal it opens as its own and dies with it.
static void leave_terminal(void) {
    int terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (terminal < 0) return;
    ioctl(terminal, TIOCNOTTY);
    close(terminal);
}

// Workers end before a daemon that the OOM killer was told to spare. Where it can't be written the worker runs as it is.
// The kernel keeps the value of a vfork'd child apart from the parent's, although they share memory.
static void reset_oom_score(void) {
    static const char path[] = "/proc/self/oom_score_adj";
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    char first = '0';
    ssize_t count = read(file, &first, 1);
    close(file);
    if (count != 1 || first != '-') return;
    file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    while (write(file, "0", 1) < 0 && errno == EINTR) continue;
    close(file);
}

static int write_oom_score(const char *score) {
    int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file < 0) return -1;
    ssize_t written;
    do written = write(file, score, strlen(score));
    while (written < 0 && errno == EINTR);
    int error = errno;
    close(file);
    errno = error;
    return written < 0 ? -1 : 0;
}

// Raw calls: glibc's have every thread of the process change, and in shared memory it would find the daemon's.
static void become_user(struct plan *plan) {
    const struct clinux_spawn_request *request = plan->request;
    if (syscall(SYS_setgroups, request->group_count, request->groups) < 0) fail(plan, CLINUX_SPAWN_GROUPS, errno);
    gid_t gid = request->gid;
    if (syscall(SYS_setresgid, gid, gid, gid) < 0) fail(plan, CLINUX_SPAWN_GROUP, errno);
    uid_t uid = request->uid;
    if (syscall(SYS_setresuid, uid, uid, uid) < 0) fail(plan, CLINUX_SPAWN_USER, errno);
    if (uid == 0) return;
    // The change clears what the daemon could do itself, but not what it may pass on (a unit's AmbientCapabilities).
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct none[2] = {{0}, {0}};
    if (syscall(SYS_capset, &header, none) < 0) fail(plan, CLINUX_SPAWN_USER, errno);
}

static int restore_descriptor_limit(int64_t limit) {
    if (limit < 0) return 0;
    struct rlimit current;
    if (getrlimit(RLIMIT_NOFILE, &current) < 0) return -1;
    current.rlim_cur = (rlim_t)limit < current.rlim_max ? (rlim_t)limit : current.rlim_max;
    return setrlimit(RLIMIT_NOFILE, &current);
}

void clinux_close_listed_from(int first) {
    int directory = open("/proc/self/fd", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0) return;
    char buffer[4096] __attribute__((aligned(__alignof__(struct dirent64))));
    for (;;) {
        long size = syscall(SYS_getdents64, directory, buffer, sizeof buffer);
        if (size <= 0) break;
        bool closed = false;
        for (long offset = 0; offset < size;) {
            const struct dirent64 *entry = (const struct dirent64 *)(buffer + offset);
            offset += entry->d_reclen;
            if (entry->d_name[0] < '0' || entry->d_name[0] > '9') continue;
            int fd = 0;
            for (const char *digit = entry->d_name; *digit; digit++) fd = fd * 10 + (*digit - '0');
            if (fd >= first && fd != directory) {
                close(fd);
                closed = true;
            }
        }
        // Positions shift as entries go: start anew until a whole pass finds none.
        if (closed) lseek(directory, 0, SEEK_SET);
    }
    close(directory);
}

static bool is_missing(int error) {
    return error == ENOENT || error == ENOTDIR || error == ESTALE || error == ENODEV || error == ETIMEDOUT;
}

// As execvp: a missing candidate is passed over, a forbidden one is remembered, anything else ends the search.
static _Noreturn void run(struct plan *plan) {
    int error = 0;
    for (size_t index = 0; plan->candidates[index]; index++) {
        const char *path = plan->candidates[index];
        execve(path, plan->arguments, plan->environment);
        int now = errno;
        bool first = error == 0;
        if (now == ENOENT && faccessat(AT_FDCWD, path, F_OK, 0) == 0) {
            plan->report->candidate = index;
            fail(plan, CLINUX_SPAWN_INTERPRETER, now);
        } else if (now == EACCES ? error != EACCES : is_missing(now) ? first : true) {
            error = now;
            plan->report->candidate = index;
            if (now != EACCES && !is_missing(now)) fail(plan, CLINUX_SPAWN_EXEC, now);
        }
    }
    struct stat about;
    const char *denied = plan->candidates[plan->report->candidate];
    if (error == EACCES && stat(denied, &about) == 0 && S_ISDIR(about.st_mode)) error = EISDIR;
    fail(plan, CLINUX_SPAWN_EXEC, error ? error : ENOENT);
}

static int child(void *argument) {
    struct plan *plan = argument;
    reset_dispositions();
    if (setpgid(0, 0) < 0) fail(plan, CLINUX_SPAWN_PROCESS_GROUP, errno);
    leave_terminal();
    for (int stream = 0; stream < 3; stream++) {
        if (dup2(plan->streams[stream], stream) < 0) fail(plan, CLINUX_SPAWN_DESCRIPTORS, errno);
    }
    unsigned first = done_fd;
    if (plan->done >= 0) {
        first++;
        if (plan->done == done_fd ? 0 : dup3(plan->done, done_fd, O_CLOEXEC) < 0) {
            fail(plan, CLINUX_SPAWN_DESCRIPTORS, errno);
        }
    }
    if (syscall(SYS_close_range, first, ~0u, 0u) < 0) clinux_close_listed_from((int)first);
    const struct clinux_spawn_request *request = plan->request;
    if (restore_descriptor_limit(request->descriptor_limit) < 0) fail(plan, CLINUX_SPAWN_LIMITS, errno);
    if (!request->has_oom_score) {
        reset_oom_score();
    } else if (write_oom_score(plan->oom_score) < 0) {
        fail(plan, CLINUX_SPAWN_OOM_SCORE, errno);
    }
    // Before the working directory and the program: whether these are open to it is the user's matter.
    if (request->has_user) become_user(plan);
    if (plan->working_directory && chdir(plan->working_directory) < 0) {
        fail(plan, CLINUX_SPAWN_WORKING_DIRECTORY, errno);
    }
    set_signal_mask(0, NULL);
    run(plan);
}

// MARK: In the daemon

static void close_if_open(int *fd) {
    if (*fd >= 0) close(*fd);
    *fd = -1;
}

// A daemon started with 0, 1 or 2 closed would get its pipes there: whatever prints would write into a worker's stdin,
// and the child's dup2 would overwrite one end with another.
static int lift(int *fd) {
    if (*fd > STDERR_FILENO) return 0;
    int lifted = fcntl(*fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (lifted < 0) return -1;
    close(*fd);
    *fd = lifted;
    return 0;
}

static int open_stream(
    const struct clinux_spawn_request *request, bool socket, bool child_reads, int *ours, int *theirs) {
    int ends[2];
    if ((socket ? socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) : pipe2(ends, O_CLOEXEC)) < 0) return -1;
    *theirs = child_reads ? ends[0] : ends[1];
    *ours = child_reads ? ends[1] : ends[0];
    if (lift(ours) < 0 || lift(theirs) < 0) return -1;
    // Another user's program could not open /dev/stderr otherwise.
    if (!socket && request->has_user && fchown(*theirs, request->uid, request->gid) < 0 && errno != EPERM) return -1;
    // A worker that wrote to its stdin would leave bytes nobody reads, and closing a socket over unread bytes turns the
    // other side's end of file into ECONNRESET. Shut, such a write gets EPIPE.
    if (socket && child_reads && shutdown(*ours, SHUT_RD) < 0) return -1;
    int flags = fcntl(*ours, F_GETFL);
    return flags < 0 ? -1 : fcntl(*ours, F_SETFL, flags | O_NONBLOCK);
}

static int open_null(int *theirs) {
    *theirs = open("/dev/null", O_RDONLY | O_CLOEXEC);
    return *theirs < 0 ? -1 : lift(theirs);
}

// Under an ignored SIGCHLD, which a daemon may inherit, children vanish with their statuses.
static void keep_statuses(void) {
    struct sigaction current;
    if (sigaction(SIGCHLD, NULL, &current) < 0) return;
    if (current.sa_handler != SIG_IGN && !(current.sa_flags & SA_NOCLDWAIT)) return;
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigaction(SIGCHLD, &standard, NULL);
}

static char **take_strings(const char **next, size_t count, char **into) {
    char **start = into;
    for (size_t index = 0; index < count; index++) {
        *into++ = (char *)*next;
        *next += strlen(*next) + 1;
    }
    *into = NULL;
    return start;
}

static int failed(struct plan *plan, clinux_spawn_stage stage, int error) {
    plan->report->failed_at = stage;
    plan->report->error = error;
    return -1;
}

static void reap(pid_t pid) {
    while (waitpid(pid, NULL, 0) < 0 && errno == EINTR) continue;
}

static int launch(struct plan *plan, int flags, struct clinux_spawned *spawned) {
    void *stack = mmap(NULL, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    if (stack == MAP_FAILED) return failed(plan, CLINUX_SPAWN_MEMORY, errno);
    keep_statuses();
    uint64_t mask;
    set_signal_mask(~(uint64_t)0, &mask);
    // With CLONE_PIDFD a lack of descriptors fails before there is a child.
    spawned->pid = clone(child, (char *)stack + stack_size, flags | CLONE_PIDFD | SIGCHLD, plan, &spawned->pidfd);
    int error = errno;
    set_signal_mask(mask, NULL);
    munmap(stack, stack_size);
    return spawned->pid < 0 ? failed(plan, CLINUX_SPAWN_CLONE, error) : 0;
}

// True when the child has closed the pipe: it runs its program or has failed to, or was killed by its user.
static bool await_done(int done, int pidfd) {
    for (int round = 0; round < stall_rounds; round++) {
        struct pollfd wanted = {.fd = done, .events = POLLIN};
        int count = poll(&wanted, 1, stall_round_ms);
        if (count > 0) return true;
        // Whatever has stopped it can do so again, but not for ever.
        if (count == 0) syscall(SYS_pidfd_send_signal, pidfd, SIGCONT, NULL, 0);
    }
    return false;
}

static int start_with_copy(struct plan *plan, struct clinux_spawned *spawned) {
    int done[2];
    if (pipe2(done, O_CLOEXEC) < 0) return failed(plan, CLINUX_SPAWN_STREAMS, errno);
    if (lift(&done[0]) < 0 || lift(&done[1]) < 0) {
        failed(plan, CLINUX_SPAWN_STREAMS, errno);
    } else {
        struct report *own = plan->report;
        struct report *shared =
            mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (shared == MAP_FAILED) {
            failed(plan, CLINUX_SPAWN_MEMORY, errno);
        } else {
            plan->report = shared;
            plan->done = done[1];
            if (launch(plan, 0, spawned) == 0) {
                close_if_open(&done[1]);
                if (!await_done(done[0], spawned->pidfd)) {
                    syscall(SYS_pidfd_send_signal, spawned->pidfd, SIGKILL, NULL, 0);
                    failed(plan, CLINUX_SPAWN_STALLED, ETIMEDOUT);
                }
                if (shared->failed_at != CLINUX_SPAWN_NOT_FAILED) reap(spawned->pid);
            }
            *own = *shared;
            plan->report = own;
            munmap(shared, sizeof *shared);
        }
    }
    close_if_open(&done[0]);
    close_if_open(&done[1]);
    return plan->report->failed_at == CLINUX_SPAWN_NOT_FAILED ? 0 : -1;
}

static int start(struct plan *plan, struct clinux_spawned *spawned) {
    if (plan->request->has_user) return start_with_copy(plan, spawned);
    if (launch(plan, CLONE_VM | CLONE_VFORK, spawned) < 0) return -1;
    if (plan->report->failed_at == CLINUX_SPAWN_NOT_FAILED) return 0;
    // It is past its last instruction: this wait is microseconds.
    reap(spawned->pid);
    return -1;
}

int clinux_spawn(const struct clinux_spawn_request *request, struct clinux_spawned *spawned) {
    *spawned = (struct clinux_spawned){.pid = -1, .pidfd = -1, .stdin_end = -1, .stdout_end = -1, .stderr_end = -1};
    struct report report = {0};
    struct plan plan = {.streams = {-1, -1, -1}, .request = request, .done = -1, .report = &report};

    snprintf(plan.oom_score, sizeof plan.oom_score, "%d", request->oom_score);
    size_t count = request->candidate_count + request->argument_count + request->environment_count + 3;
    char **vector = calloc(count, sizeof *vector);
    if (!vector) {
        failed(&plan, CLINUX_SPAWN_MEMORY, ENOMEM);
    } else {
        const char *next = request->strings;
        plan.candidates = take_strings(&next, request->candidate_count, vector);
        if (request->has_working_directory) {
            plan.working_directory = next;
            next += strlen(next) + 1;
        }
        plan.arguments = take_strings(&next, request->argument_count, plan.candidates + request->candidate_count + 1);
        plan.environment = take_strings(&next, request->environment_count, plan.arguments + request->argument_count + 1);

        bool sockets = request->socket_pairs;
        if ((request->null_stdin ? open_null(&plan.streams[0])
                                 : open_stream(request, sockets, true, &spawned->stdin_end, &plan.streams[0])) < 0 ||
            open_stream(request, sockets, false, &spawned->stdout_end, &plan.streams[1]) < 0 ||
            open_stream(request, false, false, &spawned->stderr_end, &plan.streams[2]) < 0) {
            failed(&plan, CLINUX_SPAWN_STREAMS, errno);
        } else {
            start(&plan, spawned);
        }
    }

    free(vector);
    for (int stream = 0; stream < 3; stream++) close_if_open(&plan.streams[stream]);
    spawned->failed_at = report.failed_at;
    spawned->error = report.error;
    spawned->candidate = report.candidate;
    if (report.failed_at == CLINUX_SPAWN_NOT_FAILED) return 0;
    close_if_open(&spawned->pidfd);
    close_if_open(&spawned->stdin_end);
    close_if_open(&spawned->stdout_end);
    close_if_open(&spawned->stderr_end);
    spawned->pid = -1;
    return -1;
}
