#define _GNU_SOURCE
#include "clinux_process.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

int clinux_pidfd_signal(int pidfd, int signal) { return (int)syscall(SYS_pidfd_send_signal, pidfd, signal, NULL, 0); }

int clinux_pidfd_open(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

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

ssize_t clinux_children(pid_t parent, pid_t *children, size_t capacity) {
    char of[32] = "/proc/self/task";
    if (parent != 0) snprintf(of, sizeof of, "/proc/%ld/task", (long)parent);
    DIR *tasks = opendir(of);
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

// The name, which a process chooses itself, ends at the last bracket; the numbers of interest come behind it.
static bool parse_stat(char *text, struct clinux_process *process) {
    char *name = strchr(text, '(');
    char *rest = strrchr(text, ')');
    if (!name || !rest) return false;
    char state;
    long parent, group;
    unsigned long long started;
    long pages;
    int count = sscanf(
        rest + 1,
        " %c %ld %ld %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %*d %*d %llu %*u %ld",
        &state, &parent, &group, &started, &pages);
    if (count != 5) return false;
    snprintf(process->name, sizeof process->name, "%.*s", (int)(rest - name - 1), name + 1);
    process->ended = state == 'Z' || state == 'X';
    process->parent = (pid_t)parent;
    process->group = (pid_t)group;
    process->started = started;
    process->resident_bytes = pages > 0 ? (uint64_t)pages * (uint64_t)sysconf(_SC_PAGESIZE) : 0;
    return true;
}

// `name` is the process's directory below `directory`. -1 with errno 0: it has ended meanwhile.
static int read_stat(int directory, const char *name, struct clinux_process *process) {
    char text[1024];
    snprintf(text, sizeof text, "%.20s/stat", name);
    int file = openat(directory, text, O_RDONLY | O_CLOEXEC);
    if (file < 0) return -1;
    ssize_t count = read(file, text, sizeof text - 1);
    close(file);
    errno = 0;
    if (count <= 0) return -1;
    text[count] = 0;
    *process = (struct clinux_process){.pid = (pid_t)strtol(name, NULL, 10)};
    return parse_stat(text, process) ? 0 : -1;
}

ssize_t clinux_processes(struct clinux_process *processes, size_t capacity) {
    DIR *all = opendir("/proc");
    if (!all) return -1;
    size_t found = 0;
    struct dirent *entry;
    while ((entry = readdir(all))) {
        if (entry->d_name[0] < '1' || entry->d_name[0] > '9') continue;
        if (found >= capacity) {
            found++;
            continue;
        }
        if (read_stat(dirfd(all), entry->d_name, &processes[found]) == 0) {
            found++;
        } else if (errno == EMFILE || errno == ENFILE || errno == ENOMEM) {
            int error = errno;
            closedir(all);
            errno = error;
            return -1;
        }
    }
    closedir(all);
    return (ssize_t)found;
}

int clinux_process_read(pid_t pid, struct clinux_process *process) {
    int all = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (all < 0) return -1;
    char name[24];
    snprintf(name, sizeof name, "%ld", (long)pid);
    int result = read_stat(all, name, process);
    close(all);
    return result;
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

int clinux_cut_local_peers(const char *path, pid_t pid) {
    DIR *own = opendir("/proc/self/fd");
    if (!own) return -1;
    int cut = 0;
    struct dirent *entry;
    while ((entry = readdir(own))) {
        if (entry->d_name[0] == '.') continue;
        int fd = atoi(entry->d_name);
        struct ucred peer;
        socklen_t size = sizeof peer;
        if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) < 0 || peer.pid != pid) continue;
        struct sockaddr_un address = {0};
        size = sizeof address;
        if (getsockname(fd, (struct sockaddr *)&address, &size) < 0 || address.sun_family != AF_UNIX) continue;
        if (strncmp(address.sun_path, path, sizeof address.sun_path) != 0) continue;
        if (shutdown(fd, SHUT_RDWR) == 0) cut++;
    }
    closedir(own);
    return cut;
}
