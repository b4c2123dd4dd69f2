// libsodium as Bosun sees it: its digests.
#pragma once

#include <sodium/crypto_hash_sha256.h>
