// What Bosun needs of Linux and Swift's Glibc module does not show.
//
// `_GNU_SOURCE` is defined in the .c files only: defined here it would change types that Glibc's module also declares.
#pragma once

#include "clinux_epoll.h"
#include "clinux_notify.h"
#include "clinux_process.h"
#include "clinux_spawn.h"
#include "clinux_signals.h"
