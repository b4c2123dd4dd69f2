// Numbers that JSON allows and simdjson's DOM does not hold.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace numbers {

struct Free {
    void operator()(void *memory) const { std::free(memory); }
};

/// Room for what `admit` writes, an `e0` for each 19 bytes being the most it adds.
inline size_t room(size_t count) { return count + count / 8 + 64; }

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_part(char c) { return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E'; }

inline bool fits_64_bits(const char *digits, size_t count, bool negative) {
    const char *limit = negative ? "9223372036854775808" : "18446744073709551615";
    size_t length = negative ? 19 : 20;
    return count < length || (count == length && std::memcmp(digits, limit, length) <= 0);
}

/// Copies JSON and gives an integer beyond 64 bits the exponent 0, which makes a double of it. With `any_size`, numbers
/// beyond a double's range too are made harmless: their size is lost, so only for texts whose numbers nobody reads.
/// What was not a number before is none afterwards: simdjson still judges the copy.
inline size_t admit(const char *text, size_t count, bool any_size, char *output) {
    size_t at = 0, written = 0;
    bool in_string = false;
    while (at < count) {
        char c = text[at];
        if (in_string || c == '"') {
            output[written++] = c;
            at += 1;
            if (c == '"') {
                in_string = !in_string;
            } else if (c == '\\' && at < count) {
                output[written++] = text[at++];
            }
            continue;
        }
        if (c != '-' && !is_digit(c)) {
            output[written++] = c;
            at += 1;
            continue;
        }
        size_t end = at + 1;
        while (end < count && is_part(text[end])) end += 1;
        bool negative = c == '-';
        if (negative) output[written++] = text[at++];
        size_t digits = 0;
        while (at + digits < end && is_digit(text[at + digits])) digits += 1;
        bool is_integer = at + digits == end;
        bool fits = is_integer && fits_64_bits(text + at, digits, negative);
        size_t kept = any_size && digits > 18 && !fits ? 18 : digits;
        std::memcpy(output + written, text + at, kept);
        written += kept;
        at += digits;
        if (is_integer && !fits) {
            output[written++] = 'e';
            output[written++] = '0';
        }
        bool in_exponent = false;
        for (; at < end; at++) {
            char part = text[at];
            if (part == 'e' || part == 'E') in_exponent = true;
            output[written++] = any_size && in_exponent && is_digit(part) ? '0' : part;
        }
    }
    return written;
}

}  // namespace numbers
