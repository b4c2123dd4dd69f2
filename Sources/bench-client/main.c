// bench-client: who is on the other side of the bus while it is measured. The same for the daemon and for the floor.
//
//     bench-client subscribe --endpoint ipc:///… --count C [--topic PREFIX]… [--sync] [--samples FILE]
//         takes bench-worker's lines with those topics (`dl.`) until it has C; fails when one is missing, comes twice or
//         out of its topic's order (by its own number and by the header's scopeSeq). Says `ready` once it is
//         subscribed, with --sync once the publisher has echoed that. --samples: how long each took from the worker to
//         here. At its end it also says when it had the first and the last, by CLOCK_MONOTONIC.
//     bench-client request --endpoint ipc:///… --request TEXT --expect TEXT --count C [--clients K] [--samples FILE]
//         C round trips of each of K REQ sockets, each in its own thread; fails when an answer stays out or has not
//         the expected text in it. --samples: how long each took.
//
// Samples are written as 8-byte nanoseconds in the machine's order. Both say at their end how many took how long, and
// give up when nothing comes for half a minute.
#define _GNU_SOURCE
#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <zmq.h>

enum { patience = 30000, header_length = 64, scope_seq_at = 24, number_length = 10, stamp_length = 19 };
enum { largest_count = 100000000, largest_clients = 1000, largest_topics = 1024 };

struct options {
    const char *endpoint, *request, *expect, *samples, *topics[largest_topics];
    size_t topic_count;
    bool sync;
    uint64_t count, clients;
};

struct client {
    pthread_t thread;
    void *context;
    const struct options *options;
    uint64_t *samples;
};

static void fail(const char *what) {
    fprintf(stderr, "bench-client: %s: %s\n", what, zmq_strerror(errno));
    exit(1);
}

static void check(int result, const char *what) {
    if (result < 0) fail(what);
}

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

static void *connected_socket(void *context, int type, const char *endpoint) {
    void *socket = zmq_socket(context, type);
    if (!socket) fail("socket");
    int none = 0, limit = patience;
    check(zmq_setsockopt(socket, ZMQ_LINGER, &none, sizeof none), "linger");
    check(zmq_setsockopt(socket, ZMQ_SNDHWM, &none, sizeof none), "high-water mark");
    check(zmq_setsockopt(socket, ZMQ_RCVHWM, &none, sizeof none), "high-water mark");
    check(zmq_setsockopt(socket, ZMQ_RCVTIMEO, &limit, sizeof limit), "timeout");
    check(zmq_connect(socket, endpoint), endpoint);
    return socket;
}

static uint64_t *sample_memory(uint64_t count) {
    uint64_t *memory = calloc(count, sizeof *memory);
    if (!memory) fail("memory");
    return memory;
}

static void write_samples(const char *path, const uint64_t *samples, uint64_t count) {
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(samples, sizeof *samples, count, file) != count || fclose(file) != 0) fail(path);
}

static void say_ready(void) {
    puts("ready");
    fflush(stdout);
}

static void say_result(uint64_t count, uint64_t begun, uint64_t ended) {
    double seconds = (double)(ended - begun) / 1e9;
    printf("{\"count\":%" PRIu64 ",\"seconds\":%.6f,\"perSecond\":%.0f,\"begun\":%" PRIu64 ",\"ended\":%" PRIu64 "}\n",
           count, seconds, (double)count / seconds, begun, ended);
}

static uint64_t digits(const char *text, int length) {
    uint64_t value = 0;
    for (int index = 0; index < length; index++) value = value * 10 + (uint64_t)(text[index] - '0');
    return value;
}

// MARK: subscribe

static void receive(void *socket, zmq_msg_t frames[3]) {
    for (int index = 0; index < 3; index++) {
        check(zmq_msg_recv(&frames[index], socket, 0), "something is missing");
        if (zmq_msg_more(&frames[index]) != (index < 2)) {
            errno = EPROTO;
            fail("not three frames");
        }
    }
    if (zmq_msg_size(&frames[1]) < header_length) {
        errno = EPROTO;
        fail("a short header");
    }
}

// The publisher echoes a `~sync.` topic when it has all of the subscriptions.
static void await_echo(void *socket, const char *topic, zmq_msg_t frames[3]) {
    do {
        receive(socket, frames);
    } while (zmq_msg_size(&frames[0]) != strlen(topic) || memcmp(zmq_msg_data(&frames[0]), topic, strlen(topic)) != 0);
}

// What came with one topic.
struct stream {
    char topic[256];
    size_t length;
    size_t stamp_at;
    uint64_t count, scope_seq;
};

// The stream of that topic, a new one for a new topic; most lines have the same as the one before.
static struct stream *find_stream(zmq_msg_t *topic) {
    static struct stream streams[largest_topics];
    static size_t count, last;
    const char *text = zmq_msg_data(topic);
    size_t length = zmq_msg_size(topic);
    for (size_t step = 0; step < count; step++) {
        size_t index = (last + step) % count;
        if (streams[index].length == length && memcmp(streams[index].topic, text, length) == 0) {
            last = index;
            return streams + index;
        }
    }
    errno = EPROTO;
    if (count == largest_topics || length > sizeof streams->topic) fail("too many topics, or too long a one");
    struct stream *made = streams + (last = count++);
    memcpy(made->topic, text, length);
    made->length = length;
    return made;
}

// Where the worker's stamp stands, at the same place in all lines with that topic. Nothing for another line.
static const char *stamp(zmq_msg_t *body, size_t *place) {
    static const char *const marks[] = {"\"delta\":\"", "\"text\":\""};
    const char *text = zmq_msg_data(body);
    size_t size = zmq_msg_size(body);
    for (size_t index = 0; *place == 0 && index < 2; index++) {
        const char *found = memmem(text, size, marks[index], strlen(marks[index]));
        if (found) *place = (size_t)(found - text) + strlen(marks[index]);
    }
    return *place == 0 || size < *place + number_length + 1 + stamp_length ? NULL : text + *place;
}

static void subscribe(void *context, const struct options *options) {
    void *socket = connected_socket(context, ZMQ_SUB, options->endpoint);
    zmq_msg_t frames[3];
    for (int index = 0; index < 3; index++) zmq_msg_init(&frames[index]);
    for (size_t index = 0; index < options->topic_count; index++)
        check(zmq_setsockopt(socket, ZMQ_SUBSCRIBE, options->topics[index], strlen(options->topics[index])), "subscribe");
    if (options->sync) {
        char topic[64];
        snprintf(topic, sizeof topic, "~sync.%d-%" PRIu64, (int)getpid(), now());
        check(zmq_setsockopt(socket, ZMQ_SUBSCRIBE, topic, strlen(topic)), "subscribe");
        await_echo(socket, topic, frames);
    }
    uint64_t *samples = options->samples ? sample_memory(options->count) : NULL;
    say_ready();

    uint64_t first = 0, last = 0;
    for (uint64_t taken = 0; taken < options->count; taken++) {
        struct stream *stream;
        const char *text;
        do {
            receive(socket, frames);
            stream = find_stream(&frames[0]);
            text = stamp(&frames[2], &stream->stamp_at);
        } while (!text);
        uint64_t scope_seq;
        memcpy(&scope_seq, (char *)zmq_msg_data(&frames[1]) + scope_seq_at, sizeof scope_seq);
        uint64_t number = digits(text, number_length);
        if (number != stream->count || (number > 0 && scope_seq != stream->scope_seq + 1)) {
            fprintf(stderr,
                    "bench-client: %.*s: number %" PRIu64 " (scopeSeq %" PRIu64 ") where %" PRIu64 " (%" PRIu64
                    ") was expected\n",
                    (int)stream->length, stream->topic, number, scope_seq, stream->count, stream->scope_seq + 1);
            exit(1);
        }
        stream->scope_seq = scope_seq;
        stream->count += 1;
        if (samples) samples[taken] = now() - digits(text + number_length + 1, stamp_length);
        if (taken == 0) first = now();
    }
    last = now();
    if (samples) write_samples(options->samples, samples, options->count);
    say_result(options->count, first, last);
    for (int index = 0; index < 3; index++) zmq_msg_close(&frames[index]);
    zmq_close(socket);
    free(samples);
}

// MARK: request

static void *request_again_and_again(void *argument) {
    struct client *client = argument;
    const struct options *options = client->options;
    void *socket = connected_socket(client->context, ZMQ_REQ, options->endpoint);
    zmq_msg_t answer;
    zmq_msg_init(&answer);
    for (uint64_t done = 0; done < options->count; done++) {
        uint64_t begun = now();
        check(zmq_send(socket, options->request, strlen(options->request), 0), "send");
        check(zmq_msg_recv(&answer, socket, 0), "no answer");
        client->samples[done] = now() - begun;
        if (!memmem(zmq_msg_data(&answer), zmq_msg_size(&answer), options->expect, strlen(options->expect))) {
            fprintf(stderr, "bench-client: another answer: %.*s\n", (int)zmq_msg_size(&answer),
                    (char *)zmq_msg_data(&answer));
            exit(1);
        }
    }
    zmq_msg_close(&answer);
    zmq_close(socket);
    return NULL;
}

static void request(void *context, const struct options *options) {
    uint64_t total = options->count * options->clients;
    uint64_t *samples = sample_memory(total);
    struct client *clients = calloc(options->clients, sizeof *clients);
    if (!clients) fail("memory");
    uint64_t begun = now();
    for (uint64_t index = 0; index < options->clients; index++) {
        clients[index] = (struct client){
            .context = context, .options = options, .samples = samples + index * options->count};
        errno = pthread_create(&clients[index].thread, NULL, request_again_and_again, &clients[index]);
        if (errno) fail("thread");
    }
    for (uint64_t index = 0; index < options->clients; index++) pthread_join(clients[index].thread, NULL);
    uint64_t ended = now();
    if (options->samples) write_samples(options->samples, samples, total);
    say_result(total, begun, ended);
    free(clients);
    free(samples);
}

static int usage(void) {
    fputs("bench-client subscribe|request --endpoint ipc:///path [options] (see the head of its source)\n", stderr);
    return 64;
}

int main(int argc, char **argv) {
    if (argc < 2) return usage();
    static struct options options = {.clients = 1};
    for (int index = 2; index < argc; index++) {
        const char *name = argv[index];
        if (strcmp(name, "--sync") == 0) {
            options.sync = true;
            continue;
        }
        if (++index == argc) return usage();
        const char *value = argv[index];
        if (strcmp(name, "--endpoint") == 0) options.endpoint = value;
        else if (strcmp(name, "--topic") == 0 && options.topic_count < largest_topics)
            options.topics[options.topic_count++] = value;
        else if (strcmp(name, "--request") == 0) options.request = value;
        else if (strcmp(name, "--expect") == 0) options.expect = value;
        else if (strcmp(name, "--samples") == 0) options.samples = value;
        else if (strcmp(name, "--count") == 0) options.count = strtoull(value, NULL, 10);
        else if (strcmp(name, "--clients") == 0) options.clients = strtoull(value, NULL, 10);
        else return usage();
    }
    if (options.topic_count == 0) options.topics[options.topic_count++] = "dl.";
    if (!options.endpoint || options.count == 0 || options.count > largest_count) return usage();
    if (options.clients == 0 || options.clients > largest_clients) return usage();

    void *context = zmq_ctx_new();
    if (!context) fail("context");
    if (strcmp(argv[1], "subscribe") == 0) subscribe(context, &options);
    else if (strcmp(argv[1], "request") == 0 && options.request && options.expect) request(context, &options);
    else return usage();
    zmq_ctx_term(context);
    return 0;
}
