// libzmq as Bosun sees it: zmq.h, and the constants that it shows to draft builds only.
#pragma once

#include <zmq.h>

// The stable library implements this option; its header hides it behind ZMQ_BUILD_DRAFT_API. Without it a ZAP domain
// whose handler can't be reached lets every peer in.
#ifndef ZMQ_ZAP_ENFORCE_DOMAIN
#define ZMQ_ZAP_ENFORCE_DOMAIN 93
#endif
