// What Bosun needs of simdjson, in plain C: Swift sees this header only, so no target above has to speak C++.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes that must be readable behind the end of what `csimdjson_scan` is given.
#define CSIMDJSON_PADDING 64

enum csimdjson_code {
    CSIMDJSON_OK = 0,
    CSIMDJSON_INVALID,         ///< not exactly one JSON value
    CSIMDJSON_INVALID_UTF8,    ///< bytes, or a lone surrogate escape, that are no text
    CSIMDJSON_INVALID_NUMBER,  ///< not a number of JSON, or beyond a double's range
    CSIMDJSON_TOO_DEEP,
    CSIMDJSON_TOO_LARGE,       ///< beyond simdjson's own limit, 4 GiB
    CSIMDJSON_NOT_OBJECT,
    CSIMDJSON_DUPLICATE_KEY,
    CSIMDJSON_NO_MEMORY,
};

enum csimdjson_kind {
    CSIMDJSON_ABSENT = 0,
    CSIMDJSON_NULL,
    CSIMDJSON_FALSE,
    CSIMDJSON_TRUE,
    CSIMDJSON_INTEGER,   ///< fits int64_t
    CSIMDJSON_UNSIGNED,  ///< an integer above INT64_MAX that fits uint64_t
    CSIMDJSON_DOUBLE,
    CSIMDJSON_STRING,
    CSIMDJSON_ARRAY,
    CSIMDJSON_OBJECT,
    CSIMDJSON_END,  ///< of the array or object that was opened last
    CSIMDJSON_KEY,
};

/// Bytes of somebody else's; `bytes` is NULL where nothing is.
struct csimdjson_text {
    const char *bytes;
    size_t count;
};

/// The members of a worker's line that routing needs. Texts are decoded and live until the parser's next use.
struct csimdjson_envelope {
    struct csimdjson_text method;
    struct csimdjson_text id_text;
    struct csimdjson_text thread_id;
    struct csimdjson_text turn_id;
    struct csimdjson_text item_id;
    int64_t id_number;
    uint8_t id_kind;  ///< enum csimdjson_kind, like the others
    uint8_t method_kind;
    uint8_t result_kind;
    uint8_t error_kind;
};

enum csimdjson_member {
    CSIMDJSON_MEMBER_ID = 0,
    CSIMDJSON_MEMBER_METHOD,
    CSIMDJSON_MEMBER_PARAMS,
    CSIMDJSON_MEMBER_RESULT,
    CSIMDJSON_MEMBER_ERROR,
    CSIMDJSON_MEMBER_META,
    CSIMDJSON_MEMBER_JSONRPC,
    CSIMDJSON_MEMBER_ITEM,  ///< `item` of `params`
    CSIMDJSON_MEMBER_COUNT,
};

/// A command's members. `id`, `params` and `meta` are slices of the text that was parsed; the others are decoded.
struct csimdjson_command {
    struct csimdjson_text id;
    struct csimdjson_text method;
    struct csimdjson_text params;
    struct csimdjson_text meta;
    struct csimdjson_text jsonrpc;
    struct csimdjson_text thread_id;  ///< params.threadId, else params.conversationId
    uint8_t id_kind;
    uint8_t method_kind;
    uint8_t params_kind;
    uint8_t meta_kind;
    uint8_t jsonrpc_kind;
};

/// One step of a walk through a value, in the order of the text.
struct csimdjson_node {
    uint8_t kind;
    struct csimdjson_text text;
    int64_t integer;
    uint64_t unsigned_integer;
    double number;
};

struct csimdjson_parser;

/// NULL when there is no memory. Objects and arrays nested `depth` deep or deeper are refused.
struct csimdjson_parser *csimdjson_create(size_t depth);
void csimdjson_destroy(struct csimdjson_parser *parser);

/// The longest text for which the parser holds memory now (about 14 bytes of address space a byte).
size_t csimdjson_capacity(const struct csimdjson_parser *parser);

/// Gives all of that memory back when it is for a longer text than `kept`; nothing of the last text can be asked then.
void csimdjson_trim(struct csimdjson_parser *parser, size_t kept);

/// Checks that the line is one JSON object and picks the envelope out of it. The line must have CSIMDJSON_PADDING
/// readable bytes behind it. Integers beyond 64 bits and numbers beyond a double's range are let through.
enum csimdjson_code csimdjson_scan(
    struct csimdjson_parser *parser, const char *line, size_t count, struct csimdjson_envelope *envelope);

/// The bytes of a member's value in the line that was scanned last, which must still be at `line`.
struct csimdjson_text csimdjson_slice(
    const struct csimdjson_parser *parser, const char *line, size_t count, enum csimdjson_member member);

/// Checks a command, duplicate keys at every depth included, and picks its members out. When a key occurs twice, those
/// members are given all the same, `id` only if it is not the one. The text needs no spare bytes.
enum csimdjson_code csimdjson_parse_command(
    struct csimdjson_parser *parser, const char *text, size_t count, struct csimdjson_command *command);

/// Checks a value, duplicate keys included, and then gives every node of it to `visit`. The text needs no spare bytes.
/// Integers beyond 64 bits come as doubles.
enum csimdjson_code csimdjson_walk(
    struct csimdjson_parser *parser, const char *text, size_t count, void *context,
    void (*visit)(void *context, const struct csimdjson_node *node));

/// Writes valid JSON without its white space to `output`, which must have room for `count` + CSIMDJSON_PADDING bytes;
/// returns how many were written. Numbers and strings stay as they were written.
size_t csimdjson_minify(const char *text, size_t count, char *output);

#ifdef __cplusplus
}
#endif
