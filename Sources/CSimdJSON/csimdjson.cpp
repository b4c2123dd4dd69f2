#define SIMDJSON_EXCEPTIONS 0
#include "CSimdJSON.h"

#include <simdjson.h>

#include <algorithm>
#include <memory>
#include <new>
#include <string_view>

#include "numbers.h"

using namespace simdjson;

static_assert(SIMDJSON_PADDING <= CSIMDJSON_PADDING, "callers keep too few spare bytes");

namespace {

constexpr uint32_t absent = UINT32_MAX;

struct Memory {
    std::unique_ptr<char, numbers::Free> bytes;

    explicit Memory(size_t count) : bytes(static_cast<char *>(std::malloc(count))) {}
};

csimdjson_code code(error_code error) {
    switch (error) {
    case SUCCESS: return CSIMDJSON_OK;
    case CAPACITY: return CSIMDJSON_TOO_LARGE;
    case MEMALLOC: return CSIMDJSON_NO_MEMORY;
    case DEPTH_ERROR: return CSIMDJSON_TOO_DEEP;
    case UTF8_ERROR: return CSIMDJSON_INVALID_UTF8;
    case NUMBER_ERROR: return CSIMDJSON_INVALID_NUMBER;
    default: return CSIMDJSON_INVALID;
    }
}

csimdjson_kind kind(dom::element element) {
    switch (element.type()) {
    case dom::element_type::ARRAY: return CSIMDJSON_ARRAY;
    case dom::element_type::OBJECT: return CSIMDJSON_OBJECT;
    case dom::element_type::INT64: return CSIMDJSON_INTEGER;
    case dom::element_type::UINT64: return CSIMDJSON_UNSIGNED;
    case dom::element_type::DOUBLE: return CSIMDJSON_DOUBLE;
    case dom::element_type::STRING: return CSIMDJSON_STRING;
    case dom::element_type::BOOL: {
        bool value = false;
        (void)element.get(value);
        return value ? CSIMDJSON_TRUE : CSIMDJSON_FALSE;
    }
    case dom::element_type::NULL_VALUE: return CSIMDJSON_NULL;
    }
    return CSIMDJSON_ABSENT;
}

csimdjson_text text(std::string_view view) { return {view.data(), view.size()}; }

/// The string, or nothing when it is of another type.
csimdjson_text text(dom::element element) {
    std::string_view view;
    return element.get(view) == SUCCESS ? text(view) : csimdjson_text{nullptr, 0};
}

}  // namespace

struct csimdjson_parser {
    size_t depth;
    dom::parser main;
    /// Parses the copy whose numbers were changed; `main` keeps the places of the members in the text itself.
    std::unique_ptr<dom::parser> changed;
    /// Which member of its object, counted from 0, each one is.
    uint32_t places[CSIMDJSON_MEMBER_COUNT];

    explicit csimdjson_parser(size_t depth) : depth(depth) { forget(); }

    void forget() {
        changed.reset();
        std::fill(std::begin(places), std::end(places), absent);
    }

    error_code reserve(size_t count) {
        if (count <= main.capacity()) return SUCCESS;
        if (count > main.max_capacity()) return CAPACITY;
        // Doubling, because lines that grow byte by byte would make simdjson allocate for each.
        size_t capacity = std::max<size_t>(main.capacity(), 512);
        while (capacity < count) capacity *= 2;
        capacity = std::min(capacity, main.max_capacity());
        if (error_code error = main.allocate(capacity, depth)) return error;
        return main.doc.allocate(capacity);
    }

    /// `any_size`: see numbers.h.
    error_code parse(const char *bytes, size_t count, bool padded, bool any_size, dom::element &root) {
        forget();
        if (count == 0) return EMPTY;
        if (error_code error = reserve(count)) return error;
        error_code error = main.parse(bytes, count, !padded).get(root);
        if (error != NUMBER_ERROR) return error;

        Memory copy(numbers::room(count));
        changed.reset(new (std::nothrow) dom::parser);
        if (!copy.bytes || !changed) return MEMALLOC;
        size_t length = numbers::admit(bytes, count, any_size, copy.bytes.get());
        if (error_code failure = changed->allocate(length, depth)) return failure;
        return changed->parse(copy.bytes.get(), length, true).get(root);
    }

    const uint32_t *structurals(size_t &count) const {
        if (!main.implementation) return nullptr;
        count = main.implementation->n_structural_indexes;
        return main.implementation->structural_indexes.get();
    }
};

namespace {

constexpr unsigned bit(unsigned number) { return 1u << number; }

bool add(unsigned &seen, unsigned bit) {
    bool first = !(seen & bit);
    seen |= bit;
    return first;
}

/// The `id` of an object, or nothing; false when there are two.
bool nested_id(dom::element element, csimdjson_text &id) {
    dom::object object;
    if (element.get(object) != SUCCESS) return true;
    unsigned seen = 0;
    for (auto field : object) {
        if (field.key != "id") continue;
        if (!add(seen, 1)) return false;
        id = text(field.value);
    }
    return true;
}

csimdjson_text thread_id(dom::element params) {
    dom::object members;
    if (params.get(members) != SUCCESS) return {nullptr, 0};
    csimdjson_text thread{nullptr, 0}, conversation{nullptr, 0};
    for (auto field : members) {
        if (field.key == "threadId") thread = text(field.value);
        if (field.key == "conversationId") conversation = text(field.value);
    }
    return thread.bytes ? thread : conversation;
}

/// What `params` or `result` are about.
struct About {
    csimdjson_text thread_id{nullptr, 0}, turn_id{nullptr, 0}, item_id{nullptr, 0};
};

bool scan_params(dom::object params, About &about, uint32_t &item_place) {
    csimdjson_text thread{nullptr, 0}, conversation{nullptr, 0}, turn{nullptr, 0}, item{nullptr, 0};
    unsigned seen = 0;
    uint32_t place = 0;
    for (auto field : params) {
        std::string_view key = field.key;
        switch (key.size()) {
        case 4:
            if (key == "turn") {
                if (!add(seen, bit(0)) || !nested_id(field.value, turn)) return false;
            } else if (key == "item") {
                if (!add(seen, bit(1)) || !nested_id(field.value, item)) return false;
                item_place = place;
            }
            break;
        case 6:
            if (key == "turnId") {
                if (!add(seen, bit(2))) return false;
                about.turn_id = text(field.value);
            } else if (key == "itemId") {
                if (!add(seen, bit(3))) return false;
                about.item_id = text(field.value);
            } else if (key == "thread") {
                if (!add(seen, bit(4)) || !nested_id(field.value, thread)) return false;
            }
            break;
        case 8:
            if (key == "threadId") {
                if (!add(seen, bit(5))) return false;
                about.thread_id = text(field.value);
            }
            break;
        case 14:
            if (key == "conversationId") {
                if (!add(seen, bit(6))) return false;
                conversation = text(field.value);
            }
            break;
        }
        place += 1;
    }
    if (!about.thread_id.bytes) about.thread_id = thread;
    if (!about.thread_id.bytes) about.thread_id = conversation;
    if (!about.turn_id.bytes) about.turn_id = turn;
    if (!about.item_id.bytes) about.item_id = item;
    return true;
}

/// Where a member of an object is in the structural indexes of a text that simdjson has found valid.
struct Place {
    size_t first;  ///< index of the value's first structural character
    csimdjson_text bytes;
};

bool find(const csimdjson_parser *parser, const char *line, size_t count, size_t at, uint32_t place, Place &found) {
    size_t end = 0;
    const uint32_t *indexes = parser->structurals(end);
    if (!indexes || at >= end || indexes[at] >= count || line[indexes[at]] != '{') return false;
    at += 1;
    for (uint32_t member = 0;; member++) {
        size_t value = at + 2;  // behind the key and the colon
        if (value + 1 >= end || indexes[end - 1] >= count) return false;
        size_t start = indexes[value], stop;
        at = value + 1;
        if (line[start] == '{' || line[start] == '[') {
            for (size_t depth = 1; depth > 0; at++) {
                if (at >= end) return false;
                char c = line[indexes[at]];
                if (c == '{' || c == '[') depth += 1;
                if (c == '}' || c == ']') depth -= 1;
            }
            stop = indexes[at - 1] + 1;
        } else {
            stop = indexes[at];
            while (stop > start && std::strchr(" \t\r\n", line[stop - 1])) stop -= 1;
        }
        if (member == place) {
            found = {value, {line + start, stop - start}};
            return true;
        }
        if (at >= end || line[indexes[at]] != ',') return false;
        at += 1;
    }
}

/// No key twice in the object. Few keys are compared with each other, many are sorted.
csimdjson_code check_keys(dom::object object) {
    constexpr size_t few = 16;
    std::string_view keys[few];
    size_t count = 0;
    for (auto field : object) {
        if (count < few) {
            for (size_t i = 0; i < count; i++) {
                if (keys[i] == field.key) return CSIMDJSON_DUPLICATE_KEY;
            }
            keys[count] = field.key;
        }
        count += 1;
    }
    if (count <= few) return CSIMDJSON_OK;
    std::unique_ptr<std::string_view[]> all(new (std::nothrow) std::string_view[count]);
    if (!all) return CSIMDJSON_NO_MEMORY;
    size_t i = 0;
    for (auto field : object) all[i++] = field.key;
    std::sort(all.get(), all.get() + count);
    bool unique = std::adjacent_find(all.get(), all.get() + count) == all.get() + count;
    return unique ? CSIMDJSON_OK : CSIMDJSON_DUPLICATE_KEY;
}

/// Recursion is as deep as the parser lets a text be.
csimdjson_code check(dom::element element) {
    csimdjson_code first = CSIMDJSON_OK;
    std::string_view view;
    dom::array array;
    dom::object object;
    if (element.get(view) == SUCCESS) {
        // simdjson lets an escaped lone surrogate through; it is no text, and codex gives such a line no answer.
        return validate_utf8(view) ? CSIMDJSON_OK : CSIMDJSON_INVALID_UTF8;
    } else if (element.get(array) == SUCCESS) {
        for (dom::element child : array) {
            csimdjson_code result = check(child);
            if (result != CSIMDJSON_OK && result != CSIMDJSON_DUPLICATE_KEY) return result;
            if (first == CSIMDJSON_OK) first = result;
        }
    } else if (element.get(object) == SUCCESS) {
        first = check_keys(object);
        if (first != CSIMDJSON_OK && first != CSIMDJSON_DUPLICATE_KEY) return first;
        for (auto field : object) {
            if (!validate_utf8(field.key)) return CSIMDJSON_INVALID_UTF8;
            csimdjson_code result = check(field.value);
            if (result != CSIMDJSON_OK && result != CSIMDJSON_DUPLICATE_KEY) return result;
            if (first == CSIMDJSON_OK) first = result;
        }
    }
    return first;
}

using Visit = void (*)(void *, const csimdjson_node *);

void walk(dom::element element, void *context, Visit visit) {
    csimdjson_node node{};
    node.kind = kind(element);
    const csimdjson_node end{CSIMDJSON_END, {nullptr, 0}, 0, 0, 0};
    dom::array array;
    dom::object object;
    switch (node.kind) {
    case CSIMDJSON_INTEGER: (void)element.get(node.integer); break;
    case CSIMDJSON_UNSIGNED: (void)element.get(node.unsigned_integer); break;
    case CSIMDJSON_DOUBLE: (void)element.get(node.number); break;
    case CSIMDJSON_STRING: node.text = text(element); break;
    case CSIMDJSON_ARRAY:
        visit(context, &node);
        (void)element.get(array);
        for (dom::element child : array) walk(child, context, visit);
        visit(context, &end);
        return;
    case CSIMDJSON_OBJECT:
        visit(context, &node);
        (void)element.get(object);
        for (auto field : object) {
            const csimdjson_node key{CSIMDJSON_KEY, text(field.key), 0, 0, 0};
            visit(context, &key);
            walk(field.value, context, visit);
        }
        visit(context, &end);
        return;
    }
    visit(context, &node);
}

}  // namespace

extern "C" {

csimdjson_parser *csimdjson_create(size_t depth) { return new (std::nothrow) csimdjson_parser(depth); }

void csimdjson_destroy(csimdjson_parser *parser) { delete parser; }

size_t csimdjson_capacity(const csimdjson_parser *parser) {
    return parser->main.capacity() + (parser->changed ? parser->changed->capacity() : 0);
}

void csimdjson_trim(csimdjson_parser *parser, size_t kept) {
    if (csimdjson_capacity(parser) <= kept) return;
    parser->forget();
    parser->main = dom::parser();
}

csimdjson_code csimdjson_scan(
    csimdjson_parser *parser, const char *line, size_t count, csimdjson_envelope *envelope) {
    *envelope = {};
    dom::element root;
    if (error_code error = parser->parse(line, count, true, true, root)) return code(error);
    dom::object object;
    if (root.get(object) != SUCCESS) return CSIMDJSON_NOT_OBJECT;
    // A line may have both, and is about what stands where its kind of line has it.
    About asked, answered;
    unsigned seen = 0;
    uint32_t place = 0;
    auto enter = [&](csimdjson_member member) {
        parser->places[member] = place;
        return add(seen, bit(member));
    };
    for (auto field : object) {
        std::string_view key = field.key;
        switch (key.size()) {
        case 2:
            if (key != "id") break;
            if (!enter(CSIMDJSON_MEMBER_ID)) return CSIMDJSON_DUPLICATE_KEY;
            envelope->id_kind = kind(field.value);
            envelope->id_text = text(field.value);
            (void)field.value.get(envelope->id_number);
            break;
        case 5:
            if (key != "error") break;
            if (!enter(CSIMDJSON_MEMBER_ERROR)) return CSIMDJSON_DUPLICATE_KEY;
            envelope->error_kind = kind(field.value);
            break;
        case 6:
            if (key == "method") {
                if (!enter(CSIMDJSON_MEMBER_METHOD)) return CSIMDJSON_DUPLICATE_KEY;
                envelope->method_kind = kind(field.value);
                envelope->method = text(field.value);
            } else if (key == "params") {
                if (!enter(CSIMDJSON_MEMBER_PARAMS)) return CSIMDJSON_DUPLICATE_KEY;
                dom::object params;
                if (field.value.get(params) != SUCCESS) break;
                if (!scan_params(params, asked, parser->places[CSIMDJSON_MEMBER_ITEM]))
                    return CSIMDJSON_DUPLICATE_KEY;
            } else if (key == "result") {
                if (!enter(CSIMDJSON_MEMBER_RESULT)) return CSIMDJSON_DUPLICATE_KEY;
                envelope->result_kind = kind(field.value);
                // What an answer is about stands where a notification has it: `result.thread.id`.
                uint32_t no_item = absent;
                dom::object members;
                if (field.value.get(members) == SUCCESS && !scan_params(members, answered, no_item))
                    return CSIMDJSON_DUPLICATE_KEY;
            }
            break;
        }
        place += 1;
    }
    const About &about = seen & bit(CSIMDJSON_MEMBER_RESULT) ? answered : asked;
    envelope->thread_id = about.thread_id;
    envelope->turn_id = about.turn_id;
    envelope->item_id = about.item_id;
    return CSIMDJSON_OK;
}

csimdjson_text csimdjson_slice(
    const csimdjson_parser *parser, const char *line, size_t count, csimdjson_member member) {
    const csimdjson_text nothing{nullptr, 0};
    if (member >= CSIMDJSON_MEMBER_COUNT || parser->places[member] == absent) return nothing;
    Place found{0, nothing};
    if (member == CSIMDJSON_MEMBER_ITEM) {
        if (!find(parser, line, count, 0, parser->places[CSIMDJSON_MEMBER_PARAMS], found)) return nothing;
    }
    return find(parser, line, count, found.first, parser->places[member], found) ? found.bytes : nothing;
}

csimdjson_code csimdjson_parse_command(
    csimdjson_parser *parser, const char *bytes, size_t count, csimdjson_command *command) {
    *command = {};
    dom::element root;
    if (error_code error = parser->parse(bytes, count, false, false, root)) return code(error);
    csimdjson_code result = check(root);
    if (result != CSIMDJSON_OK && result != CSIMDJSON_DUPLICATE_KEY) return result;
    dom::object object;
    if (root.get(object) != SUCCESS) return CSIMDJSON_NOT_OBJECT;
    uint32_t place = 0;
    unsigned ids = 0;
    for (auto field : object) {
        std::string_view key = field.key;
        if (key == "id") {
            parser->places[CSIMDJSON_MEMBER_ID] = place;
            command->id_kind = kind(field.value);
            ids += 1;
        } else if (key == "method") {
            command->method_kind = kind(field.value);
            command->method = text(field.value);
        } else if (key == "params") {
            parser->places[CSIMDJSON_MEMBER_PARAMS] = place;
            command->params_kind = kind(field.value);
            command->thread_id = thread_id(field.value);
        } else if (key == "meta") {
            parser->places[CSIMDJSON_MEMBER_META] = place;
            command->meta_kind = kind(field.value);
        } else if (key == "jsonrpc") {
            command->jsonrpc_kind = kind(field.value);
            command->jsonrpc = text(field.value);
        }
        place += 1;
    }
    if (ids > 1) command->id_kind = CSIMDJSON_ABSENT;
    if (ids == 1) command->id = csimdjson_slice(parser, bytes, count, CSIMDJSON_MEMBER_ID);
    command->params = csimdjson_slice(parser, bytes, count, CSIMDJSON_MEMBER_PARAMS);
    command->meta = csimdjson_slice(parser, bytes, count, CSIMDJSON_MEMBER_META);
    return result;
}

csimdjson_code csimdjson_walk(
    csimdjson_parser *parser, const char *bytes, size_t count, void *context,
    void (*visit)(void *context, const csimdjson_node *node)) {
    dom::element root;
    if (error_code error = parser->parse(bytes, count, false, false, root)) return code(error);
    csimdjson_code result = check(root);
    if (result == CSIMDJSON_OK) walk(root, context, visit);
    return result;
}

size_t csimdjson_minify(const char *bytes, size_t count, char *output) {
    size_t length = 0;
    return minify(bytes, count, output, length) == SUCCESS ? length : 0;
}
}
