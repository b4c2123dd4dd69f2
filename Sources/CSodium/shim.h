// libsodium as Bosun sees it: its hashes. libzmq needs the library anyhow, for CURVE.
#pragma once

#include <sodium/crypto_generichash.h>
#include <sodium/crypto_hash_sha256.h>
