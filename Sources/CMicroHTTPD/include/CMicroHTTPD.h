// libmicrohttpd as Swift can call it: its variadic functions get a plain one here.
#pragma once

#include <microhttpd.h>
#include <stdint.h>

/// Serves HTTP on 127.0.0.1 with a thread for each connection; port 0 lets the system choose. NULL and errno on failure.
struct MHD_Daemon *cmicrohttpd_start_loopback(
    uint16_t port, unsigned int connection_limit,
    MHD_AccessHandlerCallback on_request, void *on_request_context,
    MHD_RequestCompletedCallback on_completed, void *on_completed_context);

/// The port that a running daemon is bound to; 0 when it has none.
uint16_t cmicrohttpd_port(struct MHD_Daemon *daemon);

/// Waits on the connection's own thread. Returns 0 when the time has passed, 1 when the client went away before or the
/// daemon is being stopped.
int cmicrohttpd_wait(struct MHD_Connection *connection, int milliseconds);

/// What a content reader returns at the end; the library has them as casts, which Swift does not import.
static const ssize_t cmicrohttpd_end_of_stream = MHD_CONTENT_READER_END_OF_STREAM;
static const ssize_t cmicrohttpd_end_with_error = MHD_CONTENT_READER_END_WITH_ERROR;
static const uint64_t cmicrohttpd_size_unknown = MHD_SIZE_UNKNOWN;
