#define _GNU_SOURCE
#include "CMicroHTTPD.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <string.h>
#include <time.h>

struct MHD_Daemon *cmicrohttpd_start_loopback(
    uint16_t port, unsigned int connection_limit,
    MHD_AccessHandlerCallback on_request, void *on_request_context,
    MHD_RequestCompletedCallback on_completed, void *on_completed_context) {
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    // poll and not select: a test process may hold more than FD_SETSIZE descriptors.
    unsigned int flags = MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL;
    errno = 0;
    return MHD_start_daemon(
        flags, port, NULL, NULL, on_request, on_request_context,
        MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address,
        MHD_OPTION_CONNECTION_LIMIT, connection_limit,
        MHD_OPTION_NOTIFY_COMPLETED, on_completed, on_completed_context,
        MHD_OPTION_END);
}

uint16_t cmicrohttpd_port(struct MHD_Daemon *daemon) {
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
    return info ? info->port : 0;
}

static int64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int cmicrohttpd_wait(struct MHD_Connection *connection, int milliseconds) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (!info) return 1;
    // Stopping the daemon shuts every connection's socket down, which ends this wait like a client's leaving.
    struct pollfd descriptor = {.fd = info->connect_fd, .events = POLLRDHUP};
    int64_t deadline = now_ms() + milliseconds;
    for (;;) {
        int64_t left = deadline - now_ms();
        int ready = poll(&descriptor, 1, left > 0 ? (int)left : 0);
        if (ready > 0) return 1;
        if (ready == 0 && now_ms() >= deadline) return 0;
        if (ready < 0 && errno != EINTR) return 1;
    }
}
