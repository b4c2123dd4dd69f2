#pragma once

#include <stddef.h>

/// A datagram socket for messages to unix sockets: close-on-exec, non-blocking; -1 with errno.
int clinux_datagram_socket(void);

/// Sends one datagram to the socket of that path, or, when it begins with `@`, of that abstract name. Never waits: 0, or
/// -1 with errno (EAGAIN: the other side's queue is full; ECONNREFUSED, ENOENT: it is gone).
int clinux_datagram_send(int socket, const char *address, size_t address_length, const void *bytes, size_t count);
