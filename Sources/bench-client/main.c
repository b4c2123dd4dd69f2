// bench-client: who is on the other side of the bus while it is measured. The same for the daemon and for the floor.
//
//     bench-client subscribe --endpoint ipc:///… --count C [--topic PREFIX]… [--sync] [--samples FILE]
//         takes bench-worker's lines with those topics (`dl.`) until it has C; fails when one is missing, comes twice or
//         out of its topic's order (by its own number and by the header's scopeSeq). Says `ready` once it is
//         subscribed, with --sync once the publisher has echoed that. --samples: how long each took from the worker to
//         here. At its end it also says when it had the first and the last, by CLOCK_MONOTONIC.
//     bench-client request --endpoint ipc:///… --request TEXT --expect TEXT --count C [--clients K] [--samples FILE]
//         C round trips of each of K REQ sockets, each in its own thread, after one that does not count; fails when an
//         answer stays out or has not the expected text in it. --samples: how long each took.
//     bench-client pace --endpoint ipc:///… --request TEXT --expect TEXT --count C --rate R [--clients K]
//                       [--samples FILE]
//         C requests in all, R a second, from K DEALER sockets in turn, each in its own thread: sent when they are due,
//         whatever is answered by then. The first ten digits after `"id":"` number them, in the answers, too. Says how
//         many stayed unanswered, and how many answers had not the expected text; fails when one comes twice.
//         --samples: how long each took from when it was due.
//
//     bench-client flood --endpoint ipc:///… --count C
//         one SUB socket that subscribes to C topics as they are for echoes; says `ready` when it has, and then whether its
//         link was `cut`, or `kept` for ten seconds more. Stays for half a minute: to be killed.
//
// With --curve FILE they speak CURVE. The file has three lines of Z85: the server's public key, the own one, the secret.
// Samples are written as 8-byte nanoseconds in the machine's order. Both say at their end how many took how long, and
// give up when nothing comes for half a minute.
#define _GNU_SOURCE
#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>
#include <zmq.h>

enum { patience = 30000, header_length = 64, scope_seq_at = 24, number_length = 10, stamp_length = 19 };
enum { largest_count = 100000000, largest_clients = 1000, largest_topics = 1024, largest_request = 4096, key_length = 40 };

static const uint64_t second = 1000000000;

// Of the server, and the own pair.
struct curve {
    char server[key_length + 2], public[key_length + 2], secret[key_length + 2];
};

struct options {
    const char *endpoint, *request, *expect, *samples, *topics[largest_topics];
    size_t topic_count;
    bool sync;
    uint64_t count, clients, rate;
    const struct curve *curve;
};

// What the clients of a run share.
struct run {
    void *context;
    const struct options *options;
    pthread_barrier_t ready;
    // When the first request is due.
    uint64_t begun;
};

struct client {
    pthread_t thread;
    struct run *run;
    uint64_t index;
    uint64_t *samples;
    // Of a paced one.
    uint64_t answered, refused, last;
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
    return (uint64_t)time.tv_sec * second + (uint64_t)time.tv_nsec;
}

static void read_key(FILE *file, char key[key_length + 2]) {
    errno = EINVAL;
    if (!fgets(key, key_length + 2, file)) fail("a file of three keys");
    key[strcspn(key, "\n")] = 0;
}

static void read_keys(const char *path, struct curve *keys) {
    FILE *file = fopen(path, "r");
    if (!file) fail(path);
    read_key(file, keys->server);
    read_key(file, keys->public);
    read_key(file, keys->secret);
    fclose(file);
}

static void *connected_socket(void *context, int type, const struct options *options) {
    void *socket = zmq_socket(context, type);
    if (!socket) fail("socket");
    int none = 0, limit = patience;
    check(zmq_setsockopt(socket, ZMQ_LINGER, &none, sizeof none), "linger");
    check(zmq_setsockopt(socket, ZMQ_SNDHWM, &none, sizeof none), "high-water mark");
    check(zmq_setsockopt(socket, ZMQ_RCVHWM, &none, sizeof none), "high-water mark");
    check(zmq_setsockopt(socket, ZMQ_RCVTIMEO, &limit, sizeof limit), "timeout");
    if (options->curve) {
        check(zmq_setsockopt(socket, ZMQ_CURVE_SERVERKEY, options->curve->server, key_length + 1), "the server's key");
        check(zmq_setsockopt(socket, ZMQ_CURVE_PUBLICKEY, options->curve->public, key_length + 1), "public key");
        check(zmq_setsockopt(socket, ZMQ_CURVE_SECRETKEY, options->curve->secret, key_length + 1), "secret key");
    }
    check(zmq_connect(socket, options->endpoint), options->endpoint);
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

static void say(const char *word) {
    puts(word);
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
    void *socket = connected_socket(context, ZMQ_SUB, options);
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
    say("ready");

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

// Waits until all clients are connected, and then until the time has begun.
static void await_begin(struct run *run) {
    pthread_barrier_wait(&run->ready);
    pthread_barrier_wait(&run->ready);
}

static bool is_expected(zmq_msg_t *answer, const struct options *options) {
    return memmem(zmq_msg_data(answer), zmq_msg_size(answer), options->expect, strlen(options->expect)) != NULL;
}

static void round_trip(void *socket, zmq_msg_t *answer, const struct options *options) {
    check(zmq_send(socket, options->request, strlen(options->request), 0), "send");
    check(zmq_msg_recv(answer, socket, 0), "no answer");
    if (is_expected(answer, options)) return;
    fprintf(stderr, "bench-client: another answer: %.*s\n", (int)zmq_msg_size(answer), (char *)zmq_msg_data(answer));
    exit(1);
}

static void *request_again_and_again(void *argument) {
    struct client *client = argument;
    const struct options *options = client->run->options;
    void *socket = connected_socket(client->run->context, ZMQ_REQ, options);
    zmq_msg_t answer;
    zmq_msg_init(&answer);
    round_trip(socket, &answer, options);
    await_begin(client->run);
    for (uint64_t done = 0; done < options->count; done++) {
        uint64_t begun = now();
        round_trip(socket, &answer, options);
        client->samples[done] = now() - begun;
    }
    zmq_msg_close(&answer);
    zmq_close(socket);
    return NULL;
}

// Runs the clients, and gives them with what they have counted; the caller frees them.
static struct client *run_clients(
    struct run *run, void *(*body)(void *), uint64_t *samples, uint64_t samples_each) {
    uint64_t count = run->options->clients;
    struct client *clients = calloc(count, sizeof *clients);
    if (!clients) fail("memory");
    errno = pthread_barrier_init(&run->ready, NULL, (unsigned)count + 1);
    if (errno) fail("barrier");
    for (uint64_t index = 0; index < count; index++) {
        clients[index] = (struct client){.run = run, .index = index, .samples = samples + index * samples_each};
        errno = pthread_create(&clients[index].thread, NULL, body, &clients[index]);
        if (errno) fail("thread");
    }
    pthread_barrier_wait(&run->ready);
    run->begun = now();
    pthread_barrier_wait(&run->ready);
    return clients;
}

static void join(struct client *clients, uint64_t count) {
    for (uint64_t index = 0; index < count; index++) pthread_join(clients[index].thread, NULL);
}

static void request(void *context, const struct options *options) {
    uint64_t total = options->count * options->clients;
    uint64_t *samples = sample_memory(total);
    struct run run = {.context = context, .options = options};
    struct client *clients = run_clients(&run, request_again_and_again, samples, options->count);
    join(clients, options->clients);
    uint64_t ended = now();
    if (options->samples) write_samples(options->samples, samples, total);
    say_result(total, run.begun, ended);
    free(clients);
    free(samples);
}

// MARK: pace

static const char id_mark[] = "\"id\":\"";

static void put_digits(char *place, int width, uint64_t value) {
    for (char *digit = place + width - 1; digit >= place; digit--, value /= 10) *digit = (char)('0' + value % 10);
}

static uint64_t due(const struct run *run, uint64_t number) {
    return run->begun + (uint64_t)((double)number * (double)second / (double)run->options->rate);
}

static void send_numbered(void *socket, char *text, char *place, uint64_t number) {
    put_digits(place, number_length, number);
    check(zmq_send(socket, "", 0, ZMQ_DONTWAIT | ZMQ_SNDMORE), "send");
    check(zmq_send(socket, text, strlen(text), ZMQ_DONTWAIT), "send");
}

// The number of what is answered.
static uint64_t answered_number(zmq_msg_t *answer) {
    const char *text = zmq_msg_data(answer);
    size_t size = zmq_msg_size(answer);
    const char *mark = memmem(text, size, id_mark, strlen(id_mark));
    size_t length = strlen(id_mark) + number_length;
    if (!mark || (size_t)(mark - text) + length > size) {
        fprintf(stderr, "bench-client: an answer to nothing: %.*s\n", (int)size, text);
        exit(1);
    }
    return digits(mark + strlen(id_mark), number_length);
}

// The next answer, with the empty frame before it; false when there is none now.
static bool receive_answer(void *socket, zmq_msg_t *answer, int flags) {
    if (zmq_msg_recv(answer, socket, flags) < 0) {
        if (errno == EAGAIN && flags == ZMQ_DONTWAIT) return false;
        fail("no answer");
    }
    while (zmq_msg_more(answer)) check(zmq_msg_recv(answer, socket, 0), "receive");
    return true;
}

static void *request_when_due(void *argument) {
    struct client *client = argument;
    const struct options *options = client->run->options;
    void *socket = connected_socket(client->run->context, ZMQ_DEALER, options);
    int descriptor;
    size_t size = sizeof descriptor;
    check(zmq_getsockopt(socket, ZMQ_FD, &descriptor, &size), "descriptor");
    char text[largest_request];
    snprintf(text, sizeof text, "%s", options->request);
    char *place = strstr(text, id_mark) + strlen(id_mark);
    uint64_t each = (options->count - client->index + options->clients - 1) / options->clients, sent = 0;
    bool *seen = calloc(each, sizeof *seen);
    zmq_msg_t answer;
    zmq_msg_init(&answer);
    if (!seen) fail("memory");
    send_numbered(socket, text, place, options->count);
    receive_answer(socket, &answer, 0);
    await_begin(client->run);
    client->last = client->run->begun;
    while (client->answered < each) {
        bool worked = false;
        for (; receive_answer(socket, &answer, ZMQ_DONTWAIT); worked = true) {
            uint64_t number = answered_number(&answer), own = number / options->clients;
            errno = EPROTO;
            if (number % options->clients != client->index || own >= sent || seen[own]) fail("an answer too many");
            seen[own] = true;
            client->last = now();
            client->samples[client->answered++] = client->last - due(client->run, number);
            if (!is_expected(&answer, options)) client->refused++;
        }
        for (; sent < each && due(client->run, sent * options->clients + client->index) <= now(); worked = true)
            send_numbered(socket, text, place, sent++ * options->clients + client->index);
        // A send takes in what came, so that the descriptor does not tell of it.
        if (worked) continue;
        uint64_t limit = client->last + (uint64_t)patience * (second / 1000), time = now();
        uint64_t until = sent < each ? due(client->run, sent * options->clients + client->index) : limit;
        if (sent == each && time >= limit) break;
        struct timespec wait = {0};
        if (until > time) {
            wait.tv_sec = (time_t)((until - time) / second);
            wait.tv_nsec = (long)((until - time) % second);
        }
        struct pollfd input = {.fd = descriptor, .events = POLLIN};
        if (ppoll(&input, 1, &wait, NULL) < 0 && errno != EINTR) fail("poll");
    }
    zmq_msg_close(&answer);
    zmq_close(socket);
    free(seen);
    return NULL;
}

static bool can_be_paced(const struct options *options) {
    if (!options->request || !options->expect || options->rate == 0 || options->count < options->clients) return false;
    const char *mark = strstr(options->request, id_mark);
    return mark && strspn(mark + strlen(id_mark), "0123456789") == number_length &&
           strlen(options->request) < largest_request;
}

static void pace(void *context, const struct options *options) {
    prctl(PR_SET_TIMERSLACK, 1000ul);  // as bench-worker
    uint64_t each = (options->count + options->clients - 1) / options->clients;
    uint64_t *samples = sample_memory(each * options->clients);
    struct run run = {.context = context, .options = options};
    struct client *clients = run_clients(&run, request_when_due, samples, each);
    join(clients, options->clients);
    uint64_t answered = 0, refused = 0, ended = run.begun + 1;
    for (uint64_t index = 0; index < options->clients; index++) {
        struct client *client = clients + index;
        memmove(samples + answered, client->samples, client->answered * sizeof *samples);
        answered += client->answered;
        refused += client->refused;
        if (client->last > ended) ended = client->last;
    }
    if (options->samples) write_samples(options->samples, samples, answered);
    double seconds = (double)(ended - run.begun) / (double)second;
    printf("{\"count\":%" PRIu64 ",\"unanswered\":%" PRIu64 ",\"refused\":%" PRIu64 ",\"perSecond\":%.0f}\n", answered,
           options->count - answered, refused, (double)answered / seconds);
    free(clients);
    free(samples);
}

static void flood(void *context, const struct options *options) {
    void *socket = connected_socket(context, ZMQ_SUB, options);
    void *link = zmq_socket(context, ZMQ_PAIR);
    if (!link) fail("socket");
    check(zmq_socket_monitor(socket, "inproc://link", ZMQ_EVENT_DISCONNECTED), "monitor");
    check(zmq_connect(link, "inproc://link"), "monitor");
    for (uint64_t index = 0; index < options->count; index++) {
        char topic[32];
        snprintf(topic, sizeof topic, "~sync.%" PRIu64, index);
        check(zmq_setsockopt(socket, ZMQ_SUBSCRIBE, topic, strlen(topic)), "subscribe");
    }
    say("ready");
    zmq_pollitem_t ended = {.socket = link, .events = ZMQ_POLLIN};
    say(zmq_poll(&ended, 1, patience / 3) > 0 ? "cut" : "kept");
    sleep(patience / 1000);
    zmq_close(link);
    zmq_close(socket);
}

static int usage(void) {
    fputs("bench-client subscribe|request|pace|flood --endpoint ipc:///path [options] (see the head of its source)\n", stderr);
    return 64;
}

int main(int argc, char **argv) {
    if (argc < 2) return usage();
    static struct options options = {.clients = 1};
    static struct curve keys;
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
        else if (strcmp(name, "--rate") == 0) options.rate = strtoull(value, NULL, 10);
        else if (strcmp(name, "--curve") == 0) {
            read_keys(value, &keys);
            options.curve = &keys;
        } else return usage();
    }
    if (options.topic_count == 0) options.topics[options.topic_count++] = "dl.";
    if (!options.endpoint || options.count == 0 || options.count > largest_count) return usage();
    if (options.clients == 0 || options.clients > largest_clients) return usage();

    void *context = zmq_ctx_new();
    if (!context) fail("context");
    if (strcmp(argv[1], "subscribe") == 0) subscribe(context, &options);
    else if (strcmp(argv[1], "request") == 0 && options.request && options.expect) request(context, &options);
    else if (strcmp(argv[1], "pace") == 0 && can_be_paced(&options)) pace(context, &options);
    else if (strcmp(argv[1], "flood") == 0) flood(context, &options);
    else return usage();
    zmq_ctx_term(context);
    return 0;
}
