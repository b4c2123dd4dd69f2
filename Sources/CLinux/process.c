#define _GNU_SOURCE
#include "clinux_process.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int clinux_pidfd_signal(int pidfd, int signal) { return (int)syscall(SYS_pidfd_send_signal, pidfd, signal, NULL, 0); }

static int wait_for(idtype_t type, id_t id, int options, struct clinux_ended *ended) {
    siginfo_t info;
    int result;
    do {
        memset(&info, 0, sizeof info);
        result = waitid(type, id, &info, WEXITED | options);
    } while (result < 0 && errno == EINTR);
    if (result < 0) return -1;
    if (info.si_pid == 0) return 0;
    *ended = (struct clinux_ended){
        .pid = info.si_pid,
        .status = info.si_status,
        .signaled = info.si_code != CLD_EXITED,
        .core_dumped = info.si_code == CLD_DUMPED,
    };
    return 1;
}

int clinux_wait_pidfd(int pidfd, bool peek, struct clinux_ended *ended) {
    return wait_for(P_PIDFD, (id_t)pidfd, WNOHANG | (peek ? WNOWAIT : 0), ended);
}

int clinux_wait_pid(pid_t pid, struct clinux_ended *ended) { return wait_for(P_PID, (id_t)pid, WNOHANG, ended); }

int clinux_peek_any(struct clinux_ended *ended) { return wait_for(P_ALL, 0, WNOHANG | WNOWAIT, ended); }

int clinux_await_pid(pid_t pid) {
    struct clinux_ended ended;
    return wait_for(P_PID, (id_t)pid, 0, &ended);
}

static ssize_t read_children(int file, pid_t *children, size_t capacity, size_t found) {
    char buffer[4096];
    pid_t pid = 0;
    for (;;) {
        ssize_t count = read(file, buffer, sizeof buffer);
        if (count < 0) return -1;
        if (count == 0) return (ssize_t)found;
        for (ssize_t index = 0; index < count; index++) {
            if (buffer[index] >= '0' && buffer[index] <= '9') {
                pid = pid * 10 + (buffer[index] - '0');
            } else if (pid != 0) {
                if (found < capacity) children[found] = pid;
                found++;
                pid = 0;
            }
        }
    }
}

ssize_t clinux_children(pid_t *children, size_t capacity) {
    DIR *tasks = opendir("/proc/self/task");
    if (!tasks) return -1;
    ssize_t found = 0;
    struct dirent *entry;
    while (found >= 0 && (entry = readdir(tasks))) {
        if (entry->d_name[0] == '.') continue;
        char path[64];
        snprintf(path, sizeof path, "%.20s/children", entry->d_name);
        int file = openat(dirfd(tasks), path, O_RDONLY | O_CLOEXEC);
        if (file < 0) {
            // Without a directory of its own the thread has ended, and its children are another's by now.
            if (errno == ENOENT && faccessat(dirfd(tasks), entry->d_name, F_OK, 0) < 0) continue;
            found = -1;
            break;
        }
        found = read_children(file, children, capacity, (size_t)found);
        int error = errno;
        close(file);
        errno = error;
    }
    int error = errno;
    closedir(tasks);
    errno = error;
    return found;
}

int clinux_become_subreaper(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1UL, 0UL, 0UL, 0UL); }

int clinux_descriptor_limit(uint64_t *soft, uint64_t *hard) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) < 0) return -1;
    *soft = limit.rlim_cur;
    *hard = limit.rlim_max;
    return 0;
}

int clinux_set_descriptor_limit(uint64_t soft) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) < 0) return -1;
    limit.rlim_cur = soft < limit.rlim_max ? soft : limit.rlim_max;
    return setrlimit(RLIMIT_NOFILE, &limit);
}

const char *clinux_signal_name(int signal) { return sigabbrev_np(signal); }

char *const *clinux_environment(void) { return environ; }
