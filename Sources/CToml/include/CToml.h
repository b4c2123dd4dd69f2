// What Bosun needs of toml++, in plain C: Swift sees this header only, so no target above has to speak C++.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Arrays and inline tables nested deeper than this are refused, as are keys of more dots than CTOML_MAXIMUM_DOTS: toml++
/// recurses once for each level, so their product bounds the stack it needs.
#define CTOML_MAXIMUM_NESTING 8
#define CTOML_MAXIMUM_DOTS 8

enum ctoml_code {
    CTOML_OK = 0,
    CTOML_INVALID,  ///< not TOML 1.0, not UTF-8 included
    CTOML_NO_MEMORY,
};

enum ctoml_kind {
    CTOML_STRING = 0,
    CTOML_INTEGER,
    CTOML_FLOAT,
    CTOML_BOOLEAN,
    CTOML_DATE,
    CTOML_TIME,
    CTOML_DATE_TIME,
    CTOML_ARRAY,
    CTOML_TABLE,
    CTOML_END,  ///< of the array or table that was opened last
};

/// Bytes that live until the visit returns; `bytes` is NULL where nothing is.
struct ctoml_text {
    const char *bytes;
    size_t count;
};

/// Both count from 1; columns are code points, a byte order mark not among them.
struct ctoml_position {
    uint32_t line;
    uint32_t column;
};

/// One step of a walk through a document.
struct ctoml_node {
    uint8_t kind;           ///< enum ctoml_kind
    struct ctoml_text key;  ///< none for the root and the elements of an array
    struct ctoml_position key_position;
    /// Where the value begins; of a table with a header, the header's first bracket.
    struct ctoml_position position;
    struct ctoml_text string;
    int64_t integer;
    double number;
    bool boolean;
};

struct ctoml_error {
    /// Zeros when it is not known.
    struct ctoml_position position;
    char message[512];
};

/// Parses a document and then gives every node of it to `visit`, the root table first. The members of a table come in
/// the order of their keys' bytes, the elements of an array in their own. Fills `error` when the text is invalid; nothing
/// was visited then.
enum ctoml_code ctoml_walk(
    const char *text, size_t count, void *context, void (*visit)(void *context, const struct ctoml_node *node),
    struct ctoml_error *error);

#ifdef __cplusplus
}
#endif
