// bench-worker: stands in for `codex app-server` where the cost of a real one would hide Bosun's own.
//
// It answers JSON-RPC lines on stdin at once and, for a `turn/start` whose params have
// `"bench":{"count":C,"rate":R,"size":S}`, writes C deltas of S bytes a line (the newline counts), R a second or, with
// R 0, as fast as they are taken, then one `turn/completed`. With `"events":E` each Eth line of a thread is an
// `item/completed`: with 1 all are. With `"threads":["ID",…]` the lines go to those threads in turn.
// At fixed places of each line stand ten digits of sequence number (from 0, for each thread and kind) and nineteen of
// CLOCK_MONOTONIC in nanoseconds, when the line was made:
//     …"delta":"0000000042 0000012345678901234 xxxx…"}}    …"text":"0000000042 0000012345678901234 xxxx…"}}}
// `"turn":"ID"` in bench names the turn, which is t1 otherwise. `"fault":"exit"` ends the process in the middle of the
// turn, `"fault":"hang"` lets it stand still there for ever.
// A request whose params have `"late":MS` is answered after so many milliseconds, with others answered meanwhile.
// `thread/loaded/list` gives the threads that it has started or resumed. A thread is an id and nothing else: each can be
// resumed. It ends with its stdin, and after ten minutes in one turn.
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

enum { largest_line = 16 << 20, write_size = 64 << 10, stamp_length = 10 + 1 + 19, largest_threads = 256 };
enum { largest_late_answers = 1024 };

static const int64_t second = 1000000000;
static const int64_t longest_turn = 600 * 1000000000ll;

typedef char identifier[65];

static identifier *loaded;
static size_t loaded_count;

// Answers that are not due yet, in no order.
struct late_answer {
    char id[64];
    int64_t due;
};

static struct late_answer late_answers[largest_late_answers];
static size_t late_count;

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * second + time.tv_nsec;
}

static void write_all(const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) exit(errno == EPIPE ? 0 : 1);
        bytes += written;
        count -= (size_t)written;
    }
}

static void write_text(const char *text) { write_all(text, strlen(text)); }

static void put_digits(char *place, int width, uint64_t value) {
    for (char *digit = place + width - 1; digit >= place; digit--, value /= 10) *digit = (char)('0' + value % 10);
}

// Gives the raw value of a top-level member of the object in `line`, or a length of 0.
static const char *member(const char *line, const char *key, size_t *length) {
    size_t key_length = strlen(key);
    int depth = 0;
    const char *name = NULL;
    size_t name_length = 0;
    for (const char *at = line; *at; at++) {
        if (*at == '"') {
            const char *start = ++at;
            while (*at && *at != '"') at += at[0] == '\\' && at[1] ? 2 : 1;
            if (!*at) break;
            name = start;
            name_length = (size_t)(at - start);
        } else if (*at == '{' || *at == '[') {
            depth++;
        } else if (*at == '}' || *at == ']') {
            depth--;
        } else if (*at == ':' && depth == 1 && name_length == key_length && memcmp(name, key, key_length) == 0) {
            const char *value = at + 1 + strspn(at + 1, " ");
            const char *end = value;
            if (*value == '"') {
                for (end++; *end && *end != '"';) end += end[0] == '\\' && end[1] ? 2 : 1;
                if (*end) end++;
            } else {
                end += strcspn(value, ",} ");
            }
            *length = (size_t)(end - value);
            return value;
        }
    }
    *length = 0;
    return NULL;
}

static uint64_t number_after(const char *text, const char *key, uint64_t otherwise) {
    const char *found = strstr(text, key);
    return found ? strtoull(found + strlen(key), NULL, 10) : otherwise;
}

// The text behind `key`, which ends with its opening quote; false when there is none.
static bool text_after(const char *text, const char *key, identifier into) {
    const char *found = strstr(text, key);
    if (!found) return false;
    found += strlen(key);
    size_t length = strcspn(found, "\"\\");
    if (length == 0 || length >= sizeof(identifier) || found[length] != '"') return false;
    memcpy(into, found, length);
    into[length] = 0;
    return true;
}

// A line that is written again and again, and how often it has been.
struct pattern {
    char *line;
    size_t stamp_at;
    uint64_t written;
};

static struct pattern pattern(const char *head, size_t head_length, const char *tail, size_t size) {
    struct pattern made = {.line = malloc(size), .stamp_at = head_length};
    if (!made.line) exit(1);
    memset(made.line, 'x', size);
    memcpy(made.line, head, head_length);
    made.line[head_length + 10] = ' ';
    made.line[head_length + stamp_length] = ' ';
    memcpy(made.line + size - strlen(tail), tail, strlen(tail));
    return made;
}

// What a turn writes: a delta and an event of each thread.
struct script {
    struct pattern deltas[largest_threads], events[largest_threads];
    size_t threads, size;
    uint64_t count, rate, events_each;
};

static void prepare(struct script *script, const identifier *threads, const char *turn) {
    static const char delta_tail[] = "\"}}\n", event_tail[] = "\"}}}\n";
    char delta[320], event[320];
    for (size_t index = 0; index < script->threads; index++) {
        size_t delta_length = (size_t)snprintf(
            delta, sizeof delta,
            "{\"method\":\"item/agentMessage/delta\",\"params\":{\"threadId\":\"%s\",\"turnId\":\"%s\","
            "\"itemId\":\"i1\",\"delta\":\"",
            threads[index], turn);
        size_t event_length = (size_t)snprintf(
            event, sizeof event,
            "{\"method\":\"item/completed\",\"params\":{\"threadId\":\"%s\",\"turnId\":\"%s\",\"item\":{"
            "\"type\":\"agentMessage\",\"id\":\"i1\",\"text\":\"",
            threads[index], turn);
        size_t longer = delta_length > event_length ? delta_length : event_length;
        size_t least = longer + stamp_length + 1 + strlen(event_tail);
        if (script->size < least) script->size = least;
        if (script->size > write_size) script->size = write_size;
        script->deltas[index] = pattern(delta, delta_length, delta_tail, script->size);
        script->events[index] = pattern(event, event_length, event_tail, script->size);
    }
}

// Writes the lines from `first` up to `end`.
static void stream(struct script *script, uint64_t first, uint64_t end) {
    static char buffer[write_size];
    size_t lines = write_size / script->size;
    int64_t begun = now();
    for (uint64_t sent = first; sent < end && now() - begun < longest_turn;) {
        uint64_t due = end;
        if (script->rate > 0) {
            double elapsed = (double)(now() - begun) / (double)second;
            double allowed = (double)first + elapsed * (double)script->rate + 1;
            due = allowed < (double)end ? (uint64_t)allowed : end;
            if (due <= sent) {
                int64_t next = begun + (int64_t)((double)(sent - first) / (double)script->rate * (double)second);
                struct timespec until = {.tv_sec = next / second, .tv_nsec = next % second};
                clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
                continue;
            }
        }
        size_t batch = due - sent < lines ? (size_t)(due - sent) : lines;
        for (size_t line = 0; line < batch; line++) {
            uint64_t number = sent + line, round = number / script->threads;
            bool is_event = script->events_each > 0 && round % script->events_each == script->events_each - 1;
            struct pattern *next = (is_event ? script->events : script->deltas) + number % script->threads;
            char *start = buffer + line * script->size;
            memcpy(start, next->line, script->size);
            put_digits(start + next->stamp_at, 10, next->written++);
            put_digits(start + next->stamp_at + 11, 19, (uint64_t)now());
        }
        write_all(buffer, batch * script->size);
        sent += batch;
    }
}

// The texts of the array behind `key`; gives how many.
static size_t texts_after(const char *text, const char *key, identifier *into, size_t limit) {
    const char *at = strstr(text, key);
    size_t count = 0;
    for (at = at ? at + strlen(key) : ""; *at == '"' && count < limit; count++) {
        size_t length = strcspn(++at, "\"\\");
        if (length >= sizeof(identifier) || at[length] != '"') break;
        memcpy(into[count], at, length);
        into[count][length] = 0;
        at += length + 1;
        if (*at == ',') at++;
    }
    return count;
}

static void answer(const char *id, size_t id_length, const char *result) {
    char line[1024];
    int length = snprintf(line, sizeof line, "{\"id\":%.*s,\"result\":%s}\n", (int)id_length, id, result);
    if (length > 0 && (size_t)length < sizeof line) write_all(line, (size_t)length);
}

static void complete_turn(const char *thread, const char *turn) {
    char line[320];
    snprintf(line, sizeof line,
             "{\"method\":\"turn/completed\",\"params\":{\"threadId\":\"%s\",\"turn\":{\"id\":\"%s\","
             "\"status\":\"completed\"}}}\n",
             thread, turn);
    write_text(line);
}

static void start_turn(const char *id, size_t id_length, const char *line) {
    identifier thread = "", turn = "t1", fault = "";
    char begin[512];
    text_after(line, "\"threadId\":\"", thread);
    const char *bench = strstr(line, "\"bench\"");
    if (bench) {
        text_after(bench, "\"turn\":\"", turn);
        text_after(bench, "\"fault\":\"", fault);
    }
    // In one write: whoever reads the answer reads that the turn has begun with it.
    int length = snprintf(begin, sizeof begin,
                          "{\"id\":%.*s,\"result\":{\"turn\":{\"id\":\"%s\"}}}\n"
                          "{\"method\":\"turn/started\",\"params\":{\"threadId\":\"%s\",\"turn\":{\"id\":\"%s\","
                          "\"status\":\"inProgress\"}}}\n",
                          (int)id_length, id, turn, thread, turn);
    if (length > 0 && (size_t)length < sizeof begin) write_all(begin, (size_t)length);
    if (bench) {
        static identifier threads[largest_threads];
        static struct script script;
        script = (struct script){.count = number_after(bench, "\"count\":", 0),
                                 .rate = number_after(bench, "\"rate\":", 0),
                                 .size = (size_t)number_after(bench, "\"size\":", 212),
                                 .events_each = number_after(bench, "\"events\":", 0)};
        script.threads = texts_after(bench, "\"threads\":[", threads, largest_threads);
        if (script.threads == 0) memcpy(threads[script.threads++], thread, sizeof thread);
        prepare(&script, threads, turn);
        uint64_t before = *fault ? script.count / 2 : script.count;
        stream(&script, 0, before);
        if (strcmp(fault, "exit") == 0) _exit(3);
        while (strcmp(fault, "hang") == 0) pause();
        stream(&script, before, script.count);
        for (size_t index = 0; index < script.threads; index++) {
            free(script.deltas[index].line);
            free(script.events[index].line);
        }
    }
    complete_turn(thread, turn);
}

static void choose_thread_id(identifier into) {
    uint8_t bytes[16];
    if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes) exit(1);
    bytes[6] = (uint8_t)((bytes[6] & 0x0f) | 0x40);
    bytes[8] = (uint8_t)((bytes[8] & 0x3f) | 0x80);
    char *place = into;
    for (int index = 0; index < 16; index++) {
        if (index == 4 || index == 6 || index == 8 || index == 10) *place++ = '-';
        place += sprintf(place, "%02x", bytes[index]);
    }
}

static void remember(const identifier thread) {
    for (size_t index = 0; index < loaded_count; index++) {
        if (strcmp(loaded[index], thread) == 0) return;
    }
    loaded = realloc(loaded, (loaded_count + 1) * sizeof *loaded);
    if (!loaded) exit(1);
    strcpy(loaded[loaded_count++], thread);
}

static void list_loaded(const char *id, size_t id_length) {
    char start[128];
    snprintf(start, sizeof start, "{\"id\":%.*s,\"result\":{\"data\":[", (int)id_length, id);
    write_text(start);
    for (size_t index = 0; index < loaded_count; index++) {
        write_text(index ? ",\"" : "\"");
        write_text(loaded[index]);
        write_text("\"");
    }
    write_text("]}}\n");
}

// A thread that is loaded is told of before the answer, as codex does.
static void load_thread(const char *id, size_t id_length, const char *method, const char *line) {
    identifier thread = "";
    char text[256];
    if (strcmp(method, "thread/start") == 0) {
        choose_thread_id(thread);
        snprintf(text, sizeof text, "{\"method\":\"thread/started\",\"params\":{\"thread\":{\"id\":\"%s\"}}}\n", thread);
    } else {
        text_after(line, "\"threadId\":\"", thread);
        snprintf(text, sizeof text,
                 "{\"method\":\"thread/status/changed\",\"params\":{\"threadId\":\"%s\",\"status\":{\"type\":\"idle\"}}}\n",
                 thread);
    }
    write_text(text);
    remember(thread);
    snprintf(text, sizeof text, "{\"thread\":{\"id\":\"%s\"}}", thread);
    answer(id, id_length, text);
}

// False when it is to be answered at once.
static bool keep_for_later(const char *id, size_t id_length, const char *line) {
    uint64_t milliseconds = number_after(line, "\"late\":", 0);
    if (milliseconds == 0 || late_count == largest_late_answers || id_length >= sizeof late_answers->id) return false;
    struct late_answer *kept = late_answers + late_count++;
    memcpy(kept->id, id, id_length);
    kept->id[id_length] = 0;
    kept->due = now() + (int64_t)milliseconds * (second / 1000);
    return true;
}

// Gives what is due; how many milliseconds there are to the next one, or -1.
static int give_late_answers(void) {
    int64_t next = INT64_MAX, time = late_count > 0 ? now() : 0;
    for (size_t index = 0; index < late_count;) {
        struct late_answer *kept = late_answers + index;
        if (kept->due <= time) {
            answer(kept->id, strlen(kept->id), "{}");
            *kept = late_answers[--late_count];
            continue;
        }
        if (kept->due < next) next = kept->due;
        index++;
    }
    return late_count > 0 ? (int)((next - time) / (second / 1000)) + 1 : -1;
}

static void handle(const char *line) {
    size_t id_length, method_length;
    const char *id = member(line, "id", &id_length);
    const char *method = member(line, "method", &method_length);
    if (id_length == 0 || method_length == 0) return;  // a notification, or an answer to us

    if (strncmp(method, "\"initialize\"", method_length) == 0) {
        answer(id, id_length,
               "{\"userAgent\":\"bosun/0.163.0 (bench)\",\"codexHome\":\"/\",\"platformFamily\":\"unix\","
               "\"platformOs\":\"linux\"}");
    } else if (strncmp(method, "\"thread/start\"", method_length) == 0) {
        load_thread(id, id_length, "thread/start", line);
    } else if (strncmp(method, "\"thread/resume\"", method_length) == 0) {
        load_thread(id, id_length, "thread/resume", line);
    } else if (strncmp(method, "\"thread/loaded/list\"", method_length) == 0) {
        list_loaded(id, id_length);
    } else if (strncmp(method, "\"turn/start\"", method_length) == 0) {
        start_turn(id, id_length, line);
    } else if (!keep_for_later(id, id_length, line)) {
        answer(id, id_length, "{}");
    }
}

int main(void) {
    prctl(PR_SET_TIMERSLACK, 1000ul);  // the default of 50 µs would show in paced latencies

    size_t capacity = 64 << 10, used = 0;
    char *buffer = malloc(capacity + 1);
    if (!buffer) return 1;
    while (true) {
        if (used == capacity) {
            capacity *= 2;
            char *larger = capacity <= largest_line ? realloc(buffer, capacity + 1) : NULL;
            if (!larger) return 1;
            buffer = larger;
        }
        for (int wait; (wait = give_late_answers()) >= 0;) {
            struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
            if (poll(&input, 1, wait) > 0) break;
        }
        ssize_t count = read(STDIN_FILENO, buffer + used, capacity - used);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return count == 0 ? 0 : 1;
        used += (size_t)count;
        char *line = buffer, *newline;
        while ((newline = memchr(line, '\n', used - (size_t)(line - buffer)))) {
            *newline = 0;
            handle(line);
            line = newline + 1;
        }
        used -= (size_t)(line - buffer);
        memmove(buffer, line, used);
    }
}
