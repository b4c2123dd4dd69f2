#include "CToml.h"

#include <string_view>

namespace {

/// toml++ met what it holds impossible.
struct BrokenAssumption {};

/// What 3.3 asserts where `[=` and `[}` break it, though the code behind has the proper error for them.
constexpr bool is_checked_again(std::string_view assumption) {
    return assumption == "is_bare_key_character(*cp) || is_string_delimiter(*cp)" ||
           assumption == "!is_value_terminator(*cp)";
}

}  // namespace

// Header-only on purpose: Debian's library is built for another depth limit, and with its assertions as promises to the
// optimizer. The text comes from outside: here they are checked, in a release too, and end no process.
#undef NDEBUG
#define TOML_ASSERT(...)                                                                   \
    do {                                                                                   \
        if (!(__VA_ARGS__) && !is_checked_again(#__VA_ARGS__)) throw BrokenAssumption{};   \
    } while (false)
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ENABLE_UNRELEASED_FEATURES 0
#define TOML_MAX_NESTED_VALUES CTOML_MAXIMUM_NESTING
#include <toml++/toml.h>

#include <algorithm>

namespace {

struct Visitor {
    void *context;
    void (*visit)(void *context, const ctoml_node *node);
};

ctoml_position position(const toml::source_position &position) { return {position.line, position.column}; }

ctoml_text text(std::string_view view) { return {view.data(), view.size()}; }

void refuse(ctoml_error &error, ctoml_position position, std::string_view message) {
    error.position = position;
    const size_t count = std::min(message.size(), sizeof error.message - 1);
    std::copy_n(message.data(), count, error.message);
    error.message[count] = 0;
}

/// Looks at a text before toml++ 3.3 does, for two things that it does not survive: a key of too many dots (it makes a table
/// for each and takes them down by recursion, without a limit), and what is not ASCII in or behind a bare key (for U+00E9
/// and many others its test for white space runs off the end of a function).
///
/// It knows strings and comments only as far as needed to tell what is outside of them: where the text is not TOML it may
/// take one for the other, but toml++ stops there too.
class Precheck {
    std::string_view rest;
    uint32_t line = 1, column = 1;

    void skip(size_t count) {
        for (const char byte : rest.substr(0, count)) {
            if (byte == '\n') {
                line += 1;
                column = 1;
            } else if ((byte & 0xC0) != 0x80) {
                column += 1;
            }
        }
        rest.remove_prefix(std::min(count, rest.size()));
    }

    bool starts_with(std::string_view prefix) const { return rest.substr(0, prefix.size()) == prefix; }

    /// Skips the string that begins here.
    void skip_string() {
        const char quote = rest.front();
        const char three[] = {quote, quote, quote};
        const bool is_long = starts_with({three, 3});
        skip(is_long ? 3 : 1);
        while (!rest.empty()) {
            if (quote == '"' && rest.front() == '\\') {
                skip(2);
            } else if (is_long && starts_with({three, 3})) {
                skip(3);
                // One or two quotes at the end of the content stand before the three that end it.
                for (int more = 0; more < 2 && !rest.empty() && rest.front() == quote; more += 1) skip(1);
                return;
            } else if (!is_long && (rest.front() == quote || rest.front() == '\n')) {
                skip(1);
                return;
            } else {
                skip(1);
            }
        }
    }

public:
    explicit Precheck(std::string_view text) : rest(text) {
        if (starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    }

    bool refuses(ctoml_error &error) {
        size_t dots = 0;
        while (!rest.empty()) {
            switch (rest.front()) {
            case '"':
            case '\'': skip_string(); continue;
            case '#': skip(std::min(rest.find('\n'), rest.size())); continue;
            case '.': dots += 1; break;
            // None of these stands inside a key.
            case '\n':
            case '=':
            case ',':
            case '[':
            case '{': dots = 0; break;
            default: break;
            }
            if ((rest.front() & 0x80) != 0) {
                refuse(error, {line, column}, "only ASCII stands outside of quotes and comments");
                return true;
            }
            if (dots > CTOML_MAXIMUM_DOTS) {
                refuse(error, {line, column}, "a key of too many dots");
                return true;
            }
            skip(1);
        }
        return false;
    }
};

void walk(const toml::node &node, const toml::key *key, const Visitor &visitor) {
    ctoml_node step{};
    step.position = position(node.source().begin);
    if (key != nullptr) {
        step.key = text(key->str());
        step.key_position = position(key->source().begin);
    }
    const ctoml_node end = [] {
        ctoml_node end{};
        end.kind = CTOML_END;
        return end;
    }();
    switch (node.type()) {
    case toml::node_type::none: return;
    case toml::node_type::table:
        step.kind = CTOML_TABLE;
        visitor.visit(visitor.context, &step);
        for (auto &&[name, member] : *node.as_table()) walk(member, &name, visitor);
        visitor.visit(visitor.context, &end);
        return;
    case toml::node_type::array:
        step.kind = CTOML_ARRAY;
        visitor.visit(visitor.context, &step);
        for (auto &&element : *node.as_array()) walk(element, nullptr, visitor);
        visitor.visit(visitor.context, &end);
        return;
    case toml::node_type::string:
        step.kind = CTOML_STRING;
        step.string = text(node.as_string()->get());
        break;
    case toml::node_type::integer:
        step.kind = CTOML_INTEGER;
        step.integer = node.as_integer()->get();
        break;
    case toml::node_type::floating_point:
        step.kind = CTOML_FLOAT;
        step.number = node.as_floating_point()->get();
        break;
    case toml::node_type::boolean:
        step.kind = CTOML_BOOLEAN;
        step.boolean = node.as_boolean()->get();
        break;
    case toml::node_type::date: step.kind = CTOML_DATE; break;
    case toml::node_type::time: step.kind = CTOML_TIME; break;
    case toml::node_type::date_time: step.kind = CTOML_DATE_TIME; break;
    }
    visitor.visit(visitor.context, &step);
}

}  // namespace

extern "C" ctoml_code ctoml_walk(
    const char *bytes, size_t count, void *context, void (*visit)(void *context, const ctoml_node *node),
    ctoml_error *error) {
    const std::string_view document{bytes == nullptr ? "" : bytes, bytes == nullptr ? 0 : count};
    if (Precheck(document).refuses(*error)) return CTOML_INVALID;
    try {
        const toml::table root = toml::parse(document);
        walk(root, nullptr, {context, visit});
        return CTOML_OK;
    } catch (const toml::parse_error &reason) {
        refuse(*error, position(reason.source().begin), reason.description());
        return CTOML_INVALID;
    } catch (const BrokenAssumption &) {
        refuse(*error, {0, 0}, "the parser can't read this");
        return CTOML_INVALID;
    } catch (...) {
        // toml++ throws nothing else; what is left are the containers' allocations.
        return CTOML_NO_MEMORY;
    }
}
