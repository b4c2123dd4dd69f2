#pragma once

/// A descriptor that becomes readable when one of `signals` comes, which are blocked for the calling thread and those it
/// starts from here on. Returns -1 and sets errno when it fails; close-on-exec, non-blocking.
int clinux_signalfd(const int *signals, int count);

/// The next signal that has come, 0 when there is none.
int clinux_signalfd_read(int fd);
