#define _GNU_SOURCE
#include "clinux_notify.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

int clinux_datagram_socket(void) { return socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0); }

int clinux_datagram_send(int socket, const char *address, size_t address_length, const void *bytes, size_t count) {
    struct sockaddr_un to = {.sun_family = AF_UNIX};
    if (address_length == 0 || address_length >= sizeof to.sun_path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memcpy(to.sun_path, address, address_length);
    if (to.sun_path[0] == '@') to.sun_path[0] = 0;
    socklen_t length = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + address_length);
    ssize_t sent;
    do sent = sendto(socket, bytes, count, MSG_NOSIGNAL | MSG_DONTWAIT, (const struct sockaddr *)&to, length);
    while (sent < 0 && errno == EINTR);
    return sent < 0 ? -1 : 0;
}
