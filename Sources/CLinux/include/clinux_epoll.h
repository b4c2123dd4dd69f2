#pragma once

#include <stdint.h>

/// One readiness report of epoll, laid out alike on every architecture (the kernel's own is packed on x86-64 only).
struct clinux_event {
    uint64_t data;
    uint32_t events;
};

#define CLINUX_EPOLL_IN 0x001u
#define CLINUX_EPOLL_OUT 0x004u
#define CLINUX_EPOLL_ERR 0x008u
#define CLINUX_EPOLL_HUP 0x010u

/// Each returns -1 and sets errno when it fails. Descriptors are close-on-exec.
int clinux_epoll_create(void);
int clinux_epoll_add(int epoll, int fd, uint32_t events, uint64_t data);
int clinux_epoll_modify(int epoll, int fd, uint32_t events, uint64_t data);
int clinux_epoll_remove(int epoll, int fd);

/// Waits for at most `timeout_ns` nanoseconds (-1: for ever) and fills `events`; returns how many.
int clinux_epoll_wait(int epoll, struct clinux_event *events, int capacity, int64_t timeout_ns);

/// A non-blocking eventfd, counting from 0.
int clinux_eventfd(void);

/// Names the calling thread as `ps -L` and `perf` show it; at most 15 bytes count.
void clinux_name_thread(const char *name);
