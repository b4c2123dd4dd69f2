// bench-floor: the least that the way of the data can cost. Bosun's own figures are read against it.
//
//     bench-floor publish --endpoint ipc:///… [--socketpair] [--hwm N] [--count C] [--rate R] [--size S] [--events E]
//                         [--topic T] -- worker [argument…]
//         starts the worker, waits for the first subscription, sends the worker a turn/start with those bench
//         parameters, splits what it says into lines and sends each as three frames (topic, 64-byte header, line);
//         ends after its turn/completed.
//     bench-floor bare --endpoint ipc:///… [--subscriptions N] [--hwm N] [--count C] [--rate R] [--size S] [--topic T]…
//         waits for that many subscriptions and sends lines as bench-worker writes them, in the same three frames, with
//         those topics in turn: PUB/SUB and nothing else.
//     bench-floor echo --endpoint ipc:///… [--hwm N] [--seconds S] [--secret-key FILE]
//         a bare ROUTER that sends each request back; with a file that begins with the Z85 of a secret key it speaks
//         CURVE, and lets in who knows the public half.
//     bench-floor relay --endpoint ipc:///… [--hwm N] [--seconds S] -- worker [argument…]
//         a ROUTER that writes each request to the worker's stdin as a line, and sends each line of the worker's back to
//         who asked first of those that have no answer yet: only for a worker that answers in order.
//
// All say `ready` on stdout once bound; publish and bare say at their end how many lines went how fast. Build with
// `-c release`. Over ipc or loopback only, and bounded in time: publish and bare by ten minutes, echo and relay by
// --seconds (600).
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <zmq.h>

enum { header_length = 64, seq_at = 16, scope_seq_at = 24, read_size = 256 << 10, largest_line = 16 << 20, time_limit = 600 };
enum { largest_topics = 1024, stamp_length = 10 + 1 + 19 };
// Requests at most that a relay has under way: what they are as lines has room in a pipe, so that nobody writes in vain.
enum { largest_window = 512, largest_envelope = 4, key_length = 40 };

struct options {
    const char *endpoint, *secret_key, *topics[largest_topics];
    size_t topic_count;
    bool socketpair;
    int hwm, seconds;
    uint64_t count, rate, size, events, subscriptions;
    char **worker;
};

static void fail(const char *what) {
    fprintf(stderr, "bench-floor: %s: %s\n", what, zmq_strerror(errno));
    exit(1);
}

static void check(int result, const char *what) {
    if (result < 0) fail(what);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

// A server's half of CURVE. Without a ZAP handler everybody is let in who has the public key.
static void speak_curve(void *socket, const char *path) {
    char key[key_length + 1] = "";
    FILE *file = fopen(path, "r");
    if (!file || !fgets(key, sizeof key, file)) fail(path);
    fclose(file);
    int yes = 1;
    check(zmq_setsockopt(socket, ZMQ_CURVE_SERVER, &yes, sizeof yes), "CURVE");
    check(zmq_setsockopt(socket, ZMQ_CURVE_SECRETKEY, key, sizeof key), "secret key");
}

static void *bound_socket(void *context, int type, const struct options *options) {
    void *socket = zmq_socket(context, type);
    if (!socket) fail("socket");
    int all = 1;  // the same prefix of two subscribers is two subscriptions
    if (type == ZMQ_XPUB) check(zmq_setsockopt(socket, ZMQ_XPUB_VERBOSE, &all, sizeof all), "verbose");
    int linger = 30000;  // a subscriber that is slower than the flood still gets its end
    check(zmq_setsockopt(socket, ZMQ_LINGER, &linger, sizeof linger), "linger");
    if (options->hwm >= 0) {
        check(zmq_setsockopt(socket, ZMQ_SNDHWM, &options->hwm, sizeof options->hwm), "high-water mark");
        check(zmq_setsockopt(socket, ZMQ_RCVHWM, &options->hwm, sizeof options->hwm), "high-water mark");
    }
    if (options->secret_key) speak_curve(socket, options->secret_key);
    check(zmq_bind(socket, options->endpoint), options->endpoint);
    puts("ready");
    fflush(stdout);
    return socket;
}

// Starts the worker and gives this side's descriptors of its stdin and stdout.
static pid_t start_worker(const struct options *options, int *to_worker, int *from_worker) {
    int in[2], out[2];
    if (options->socketpair) {
        check(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, out), "socketpair");
        in[0] = out[1];
        in[1] = out[0];
    } else {
        check(pipe2(in, O_CLOEXEC), "pipe");
        check(pipe2(out, O_CLOEXEC), "pipe");
    }
    pid_t child = fork();
    check(child, "fork");
    if (child == 0) {
        if (dup2(in[0], STDIN_FILENO) < 0 || dup2(out[1], STDOUT_FILENO) < 0) _exit(126);
        execvp(options->worker[0], options->worker);
        fprintf(stderr, "bench-floor: %s: %s\n", options->worker[0], strerror(errno));
        _exit(127);
    }
    close(in[0]);
    if (!options->socketpair) close(out[1]);
    *to_worker = in[1];
    *from_worker = out[0];
    return child;
}

static void publish_line(void *socket, zmq_msg_t *topic, uint64_t number, const char *line, size_t length) {
    zmq_msg_t frame;
    zmq_msg_init(&frame);
    check(zmq_msg_copy(&frame, topic), "copy");
    check(zmq_msg_send(&frame, socket, ZMQ_DONTWAIT | ZMQ_SNDMORE), "send");
    check(zmq_msg_init_size(&frame, header_length), "header");
    memset(zmq_msg_data(&frame), 0, header_length);
    memcpy((char *)zmq_msg_data(&frame) + seq_at, &number, sizeof number);
    memcpy((char *)zmq_msg_data(&frame) + scope_seq_at, &number, sizeof number);
    check(zmq_msg_send(&frame, socket, ZMQ_DONTWAIT | ZMQ_SNDMORE), "send");
    check(zmq_msg_init_size(&frame, length), "body");
    memcpy(zmq_msg_data(&frame), line, length);
    check(zmq_msg_send(&frame, socket, ZMQ_DONTWAIT), "send");
}

// Sends lines until the turn has ended or the worker has; gives how many.
static uint64_t publish_lines(void *socket, zmq_msg_t *topic, int descriptor) {
    static const char last[] = "{\"method\":\"turn/completed\"";
    size_t capacity = read_size, used = 0;
    char *buffer = malloc(capacity);
    if (!buffer) fail("buffer");
    uint64_t lines = 0;
    double limit = now() + time_limit;
    for (bool ended = false; !ended && now() < limit;) {
        if (used == capacity) {
            capacity *= 2;
            errno = EMSGSIZE;
            char *larger = capacity <= largest_line ? realloc(buffer, capacity) : NULL;
            if (!larger) fail("a line too long");
            buffer = larger;
        }
        ssize_t count = read(descriptor, buffer + used, capacity - used);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        // What was there already has no newline.
        char *line = buffer, *search = buffer + used, *end = search + count, *newline;
        while ((newline = memchr(search, '\n', (size_t)(end - search)))) {
            size_t length = (size_t)(newline - line);
            publish_line(socket, topic, lines++, line, length);
            ended = length >= sizeof last - 1 && memcmp(line, last, sizeof last - 1) == 0;
            line = search = newline + 1;
        }
        used = (size_t)(end - line);
        memmove(buffer, line, used);
    }
    free(buffer);
    return lines;
}

static void make_topic(zmq_msg_t *topic, const char *text) {
    check(zmq_msg_init_size(topic, strlen(text)), "topic");
    memcpy(zmq_msg_data(topic), text, strlen(text));
}

// Waits until so many subscriptions are in place.
static void await_subscriptions(void *socket, uint64_t count) {
    int patience = 60000;
    char subscription[512];
    check(zmq_setsockopt(socket, ZMQ_RCVTIMEO, &patience, sizeof patience), "timeout");
    for (uint64_t index = 0; index < count; index++)
        check(zmq_recv(socket, subscription, sizeof subscription, 0), "no subscriber came");
}

static void say_result(uint64_t lines, double seconds) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    double cpu = (double)usage.ru_utime.tv_sec + (double)usage.ru_utime.tv_usec / 1e6 + (double)usage.ru_stime.tv_sec +
                 (double)usage.ru_stime.tv_usec / 1e6;
    printf("{\"lines\":%" PRIu64 ",\"seconds\":%.6f,\"linesPerSecond\":%.0f,\"cpuSeconds\":%.3f}\n", lines, seconds,
           (double)lines / seconds, cpu);
}

static int publish(void *context, const struct options *options) {
    void *socket = bound_socket(context, ZMQ_XPUB, options);
    zmq_msg_t topic;
    make_topic(&topic, options->topics[0]);

    int to_worker, from_worker;
    pid_t worker = start_worker(options, &to_worker, &from_worker);
    await_subscriptions(socket, 1);

    double begun = now();
    dprintf(to_worker,
            "{\"id\":1,\"method\":\"turn/start\",\"params\":{\"bench\":{\"count\":%" PRIu64 ",\"rate\":%" PRIu64
            ",\"size\":%" PRIu64 ",\"events\":%" PRIu64 "}}}\n",
            options->count, options->rate, options->size, options->events);
    uint64_t lines = publish_lines(socket, &topic, from_worker);
    double seconds = now() - begun;
    close(to_worker);
    close(from_worker);
    int status = 0;
    waitpid(worker, &status, 0);
    zmq_msg_close(&topic);
    zmq_close(socket);
    zmq_ctx_term(context);  // what is still queued goes out, and counts below

    say_result(lines, seconds);
    return lines > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : 1;
}

static void put_digits(char *place, int width, uint64_t value) {
    for (char *digit = place + width - 1; digit >= place; digit--, value /= 10) *digit = (char)('0' + value % 10);
}

static int bare(void *context, const struct options *options) {
    static const char head[] = "{\"method\":\"item/agentMessage/delta\",\"params\":{\"delta\":\"";
    static const char tail[] = "\"}}";
    const size_t stamp_at = sizeof head - 1;
    if (options->size < sizeof head + stamp_length + sizeof tail || options->size > read_size) {
        errno = EINVAL;
        fail("size");
    }
    size_t length = options->size - 1;  // the newline is not sent
    char *line = malloc(length);
    if (!line) fail("memory");
    memset(line, 'x', length);
    memcpy(line, head, stamp_at);
    line[stamp_at + 10] = line[stamp_at + stamp_length] = ' ';
    memcpy(line + length - strlen(tail), tail, strlen(tail));

    void *socket = bound_socket(context, ZMQ_XPUB, options);
    static zmq_msg_t topics[largest_topics];
    for (size_t index = 0; index < options->topic_count; index++) make_topic(topics + index, options->topics[index]);
    prctl(PR_SET_TIMERSLACK, 1000ul);  // as bench-worker
    await_subscriptions(socket, options->subscriptions);

    double begun = now();
    uint64_t sent = 0;
    while (sent < options->count && now() - begun < time_limit) {
        double due = options->rate > 0 ? begun + (double)sent / (double)options->rate : 0;
        if (due > now()) {
            struct timespec until = {.tv_sec = (time_t)due, .tv_nsec = (long)((due - (double)(time_t)due) * 1e9)};
            clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
        }
        uint64_t number = sent / options->topic_count;
        struct timespec time;
        clock_gettime(CLOCK_MONOTONIC, &time);
        put_digits(line + stamp_at, 10, number);
        put_digits(line + stamp_at + 11, 19, (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec);
        publish_line(socket, topics + sent % options->topic_count, number, line, length);
        sent++;
    }
    double seconds = now() - begun;
    for (size_t index = 0; index < options->topic_count; index++) zmq_msg_close(topics + index);
    zmq_close(socket);
    zmq_ctx_term(context);
    free(line);
    say_result(sent, seconds);
    return sent == options->count ? 0 : 1;
}

static int echo(void *context, const struct options *options) {
    void *socket = bound_socket(context, ZMQ_ROUTER, options);
    double limit = now() + options->seconds;
    int turn = 1000;
    check(zmq_setsockopt(socket, ZMQ_RCVTIMEO, &turn, sizeof turn), "timeout");
    zmq_msg_t frame;
    zmq_msg_init(&frame);
    while (now() < limit) {
        if (zmq_msg_recv(&frame, socket, 0) < 0) {
            if (errno != EAGAIN && errno != EINTR) fail("receive");
            continue;
        }
        while (true) {
            int more = zmq_msg_more(&frame);
            check(zmq_msg_send(&frame, socket, more ? ZMQ_SNDMORE : 0), "send");
            if (!more) break;
            check(zmq_msg_recv(&frame, socket, 0), "receive");
        }
    }
    zmq_close(socket);
    zmq_ctx_term(context);
    return 0;
}

// Whom a line of the worker's goes to: all frames of a request but the last.
struct envelope {
    zmq_msg_t frames[largest_envelope];
    int count;
};

// Those whose answer is due, in the order in which they asked.
struct window {
    struct envelope envelopes[largest_window];
    uint64_t asked, answered;
};

static void write_all(int descriptor, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(descriptor, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("the worker's input");
        bytes += written;
        count -= (size_t)written;
    }
}

// Writes what has come to the worker, while there is room for whom it comes from.
static void take_requests(void *socket, struct window *window, int to_worker) {
    static char line[read_size];
    while (window->asked - window->answered < largest_window) {
        struct envelope *envelope = window->envelopes + window->asked % largest_window;
        zmq_msg_t frame;
        zmq_msg_init(&frame);
        if (zmq_msg_recv(&frame, socket, ZMQ_DONTWAIT) < 0) {
            if (errno == EAGAIN || errno == EINTR) return;
            fail("receive");
        }
        for (envelope->count = 0; zmq_msg_more(&frame); check(zmq_msg_recv(&frame, socket, 0), "receive")) {
            errno = EPROTO;
            if (envelope->count == largest_envelope) fail("a long envelope");
            zmq_msg_t *kept = envelope->frames + envelope->count++;
            zmq_msg_init(kept);
            zmq_msg_move(kept, &frame);
        }
        size_t length = zmq_msg_size(&frame);
        errno = EMSGSIZE;
        if (length >= sizeof line) fail("a large request");
        memcpy(line, zmq_msg_data(&frame), length);
        line[length] = '\n';
        zmq_msg_close(&frame);
        write_all(to_worker, line, length + 1);
        window->asked++;
    }
}

static void send_answer(void *socket, struct window *window, const char *line, size_t length) {
    errno = EPROTO;
    if (window->answered == window->asked) fail("a line that nobody asked for");
    struct envelope *envelope = window->envelopes + window->answered++ % largest_window;
    for (int index = 0; index < envelope->count; index++)
        check(zmq_msg_send(envelope->frames + index, socket, ZMQ_DONTWAIT | ZMQ_SNDMORE), "send");
    check(zmq_send(socket, line, length, ZMQ_DONTWAIT), "send");
}

static int relay(void *context, const struct options *options) {
    static struct window window;
    static char buffer[read_size];
    void *socket = bound_socket(context, ZMQ_ROUTER, options);
    int to_worker, from_worker;
    pid_t worker = start_worker(options, &to_worker, &from_worker);
    size_t used = 0;
    double limit = now() + options->seconds;
    while (now() < limit) {
        bool has_room = window.asked - window.answered < largest_window;
        zmq_pollitem_t items[] = {{.fd = from_worker, .events = ZMQ_POLLIN},
                                  {.socket = socket, .events = has_room ? ZMQ_POLLIN : 0}};
        if (zmq_poll(items, 2, 1000) < 0 && errno != EINTR) fail("poll");
        if (items[1].revents) take_requests(socket, &window, to_worker);
        if (!items[0].revents) continue;
        ssize_t count = read(from_worker, buffer + used, sizeof buffer - used);
        if (count < 0 && errno == EINTR) continue;
        errno = EPIPE;
        if (count <= 0) fail("the worker's output");
        char *line = buffer, *search = buffer + used, *end = search + count, *newline;
        while ((newline = memchr(search, '\n', (size_t)(end - search)))) {
            send_answer(socket, &window, line, (size_t)(newline - line));
            line = search = newline + 1;
        }
        used = (size_t)(end - line);
        memmove(buffer, line, used);
    }
    close(to_worker);
    close(from_worker);
    waitpid(worker, NULL, 0);
    zmq_close(socket);
    zmq_ctx_term(context);
    return 0;
}

static int usage(void) {
    fputs("bench-floor publish|bare|echo|relay --endpoint ipc:///path [options] (see the head of its source)\n", stderr);
    return 64;
}

int main(int argc, char **argv) {
    if (argc < 2) return usage();
    static struct options options = {
        .hwm = -1, .seconds = time_limit, .count = 1000000, .size = 212, .subscriptions = 1};
    for (int index = 2; index < argc; index++) {
        const char *name = argv[index];
        if (strcmp(name, "--") == 0) {
            options.worker = argv + index + 1;
            break;
        }
        if (strcmp(name, "--socketpair") == 0) {
            options.socketpair = true;
            continue;
        }
        if (++index == argc) return usage();
        const char *value = argv[index];
        if (strcmp(name, "--endpoint") == 0) options.endpoint = value;
        else if (strcmp(name, "--topic") == 0 && options.topic_count < largest_topics)
            options.topics[options.topic_count++] = value;
        else if (strcmp(name, "--secret-key") == 0) options.secret_key = value;
        else if (strcmp(name, "--hwm") == 0) options.hwm = atoi(value);
        else if (strcmp(name, "--seconds") == 0) options.seconds = atoi(value);
        else if (strcmp(name, "--count") == 0) options.count = strtoull(value, NULL, 10);
        else if (strcmp(name, "--rate") == 0) options.rate = strtoull(value, NULL, 10);
        else if (strcmp(name, "--size") == 0) options.size = strtoull(value, NULL, 10);
        else if (strcmp(name, "--events") == 0) options.events = strtoull(value, NULL, 10);
        else if (strcmp(name, "--subscriptions") == 0) options.subscriptions = strtoull(value, NULL, 10);
        else return usage();
    }
    if (options.topic_count == 0)
        options.topics[options.topic_count++] = "dl.00000000-0000-4000-8000-000000000000.item/agentMessage/delta";
    if (!options.endpoint || options.seconds <= 0 || options.seconds > time_limit) return usage();
    if (strncmp(options.endpoint, "ipc://", 6) != 0 && strncmp(options.endpoint, "tcp://127.0.0.1:", 16) != 0)
        return usage();

    signal(SIGPIPE, SIG_IGN);
    void *context = zmq_ctx_new();
    if (!context) fail("context");
    if (strcmp(argv[1], "echo") == 0) return echo(context, &options);
    if (strcmp(argv[1], "bare") == 0) return bare(context, &options);
    if (strcmp(argv[1], "relay") == 0 && options.worker && options.worker[0]) return relay(context, &options);
    if (strcmp(argv[1], "publish") == 0 && options.worker && options.worker[0]) return publish(context, &options);
    return usage();
}
