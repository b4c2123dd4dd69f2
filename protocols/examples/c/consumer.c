/* Prints the events of a Bosun daemon, in plain C with libzmq: what any language needs to do.
 *
 *     cc -std=c11 -Wall -Wextra -Werror -o consumer consumer.c -lzmq
 *     ./consumer [-n COUNT] [-t SECONDS] ipc:///run/bosun/events.sock [PREFIX...]
 *
 * PREFIX is the beginning of a topic: "rq." is all approvals, "ev.<thread>." a thread without its deltas; none is
 * everything. A line for each event: its seq, its scopeSeq, its topic, the beginning of its body. "gap" tells how many
 * events of a kind and scope were lost before the next line; `events/replay` on the command socket has them. The loss of
 * the last ones shows with the next one of the same kind and scope; bus.md says what shows it before.
 * Exit status: 0 after COUNT events (default: without end), 1 when nothing is heard for SECONDS (default: 5), 2 when the
 * daemon speaks another protocol, 64 for wrong arguments.
 */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <zmq.h>

/* The second frame, 64 bytes, little-endian; protocols/bus.md has the table. */
struct header {
    uint8_t version, flags;
    uint16_t size;
    uint32_t generation;
    uint64_t epoch, seq, scope_seq, time_ns;
    uint8_t cause[16];
    uint64_t worker;
};

enum { HEADER_SIZE = 64, REPLAYED = 1, BY_REFERENCE = 2, BY_DAEMON = 4, NOT_JOURNALED = 8 };

/* Byte by byte: the same on a machine of either byte order, and wherever the bytes lie. */
static uint64_t little_endian(const uint8_t *bytes, int count) {
    uint64_t value = 0;
    while (count-- > 0) value = value << 8 | bytes[count];
    return value;
}

static bool decode(struct header *header, const uint8_t *bytes, size_t size) {
    if (size < HEADER_SIZE || bytes[0] != 1) return false;
    header->version = bytes[0];
    header->flags = bytes[1];
    header->size = (uint16_t)little_endian(bytes + 2, 2);
    header->generation = (uint32_t)little_endian(bytes + 4, 4);
    header->epoch = little_endian(bytes + 8, 8);
    header->seq = little_endian(bytes + 16, 8);
    header->scope_seq = little_endian(bytes + 24, 8);
    header->time_ns = little_endian(bytes + 32, 8);
    memcpy(header->cause, bytes + 40, 16);
    header->worker = little_endian(bytes + 56, 8);
    return true;
}

/* The last scopeSeq of each <kind>.<scope>: a hash table of fixed size. When it fills up, all is forgotten, and one more
 * gap may stay unseen. */
enum { SLOTS = 1 << 14, LONGEST_STREAM = 80 };
static struct {
    char name[LONGEST_STREAM];
    uint64_t last;
} streams[SLOTS];
static size_t stream_count;

static uint64_t *last_of(const char *name, size_t length) {
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t index = 0; index < length; index++) hash = (hash ^ (uint8_t)name[index]) * UINT64_C(1099511628211);
    if (stream_count > SLOTS / 2) {
        memset(streams, 0, sizeof streams);
        stream_count = 0;
    }
    size_t slot = hash % SLOTS;
    while (streams[slot].name[0] && (strncmp(streams[slot].name, name, length) || streams[slot].name[length]))
        slot = (slot + 1) % SLOTS;
    if (!streams[slot].name[0]) {
        memcpy(streams[slot].name, name, length);
        stream_count++;
    }
    return &streams[slot].last;
}

static void forget_all(void) {
    memset(streams, 0, sizeof streams);
    stream_count = 0;
}

/* The length of <kind>.<scope> in a topic; 0 when it is none. */
static size_t stream_length(const char *topic, size_t size) {
    const char *first = memchr(topic, '.', size);
    if (!first) return 0;
    const char *second = memchr(first + 1, '.', size - (size_t)(first + 1 - topic));
    return second && second - topic < LONGEST_STREAM ? (size_t)(second - topic) : 0;
}

/* Whether one of the prefixes takes in all that begins with those bytes. */
static bool takes(char *const *prefixes, int count, const char *bytes, size_t size) {
    if (!count) return true;
    for (int index = 0; index < count; index++) {
        size_t length = strlen(prefixes[index]);
        if (length <= size && !memcmp(prefixes[index], bytes, length)) return true;
    }
    return false;
}

static void fail(const char *what) {
    fprintf(stderr, "consumer: %s: %s\n", what, zmq_strerror(errno));
    exit(1);
}

static void subscribe(void *socket, const char *prefix) {
    if (zmq_setsockopt(socket, ZMQ_SUBSCRIBE, prefix, strlen(prefix))) fail("subscribe");
}

/* Receives the frames of one message; gives how many there are, 0 when nothing came in time. */
static int receive(void *socket, zmq_msg_t *frames, int room) {
    int count = 0;
    for (int more = 1; more; count++) {
        zmq_msg_t spare, *frame = count < room ? &frames[count] : &spare;
        zmq_msg_init(frame);
        if (zmq_msg_recv(frame, socket, 0) < 0) {
            if (errno != EAGAIN && errno != EINTR) fail("receive");
            zmq_msg_close(frame);
            return 0;
        }
        more = zmq_msg_more(frame);
        if (frame == &spare) zmq_msg_close(&spare);
    }
    for (int index = count; index < room; index++) zmq_msg_init(&frames[index]);
    return count;
}

int main(int argc, char **argv) {
    unsigned long wanted = 0, seconds = 5;
    for (int option; (option = getopt(argc, argv, "n:t:")) != -1;) {
        if (option == 'n') wanted = strtoul(optarg, NULL, 10);
        else if (option == 't') seconds = strtoul(optarg, NULL, 10);
        else return 64;
    }
    if (optind == argc || !seconds || seconds > 100000) {
        fprintf(stderr, "usage: consumer [-n COUNT] [-t SECONDS] ENDPOINT [PREFIX...]\n");
        return 64;
    }
    char *const *prefixes = argv + optind + 1;
    const int prefix_count = argc - optind - 1;

    void *context = zmq_ctx_new(), *socket = context ? zmq_socket(context, ZMQ_SUB) : NULL;
    if (!socket) fail("socket");
    const int unlimited = 0, timeout = (int)seconds * 1000;
    /* Subscriptions are messages, too: past a mark libzmq would drop them in silence. */
    if (zmq_setsockopt(socket, ZMQ_SNDHWM, &unlimited, sizeof unlimited)) fail("SNDHWM");
    if (zmq_setsockopt(socket, ZMQ_RCVTIMEO, &timeout, sizeof timeout)) fail("RCVTIMEO");
    if (zmq_connect(socket, argv[optind])) fail(argv[optind]);
    for (int index = 0; index < prefix_count; index++) subscribe(socket, prefixes[index]);
    if (!prefix_count) subscribe(socket, "");
    subscribe(socket, "sy.-.heartbeat"); /* each second: silence is a fault, whatever else is subscribed to */

    /* Published once, when all that was subscribed to before is in place; again after each new connection. */
    char sync[64];
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    snprintf(sync, sizeof sync, "~sync.%ld.%lld.%ld", (long)getpid(), (long long)now.tv_sec, now.tv_nsec);
    subscribe(socket, sync);

    uint64_t epoch = 0;
    for (unsigned long printed = 0; !wanted || printed < wanted;) {
        zmq_msg_t frames[3];
        const int count = receive(socket, frames, 3);
        if (!count) {
            fprintf(stderr, "consumer: nothing heard for %lu s\n", seconds);
            return 1;
        }
        struct header header;
        const char *topic = zmq_msg_data(&frames[0]), *body = zmq_msg_data(&frames[2]);
        const size_t topic_size = zmq_msg_size(&frames[0]), body_size = zmq_msg_size(&frames[2]);
        if (count != 3 || !decode(&header, zmq_msg_data(&frames[1]), zmq_msg_size(&frames[1]))) {
            fprintf(stderr, "consumer: no event of protocol 1\n");
            return 2;
        }
        if (topic_size && topic[0] == '~') { /* an echo; who subscribes to everything hears those of others, too */
            if (topic_size == strlen(sync) && !memcmp(topic, sync, topic_size)) {
                printf("joined epoch=%" PRIu64 " seq=%" PRIu64 "\n", header.epoch, header.seq);
                if (header.epoch != epoch) forget_all();
                epoch = header.epoch;
            }
        } else if (epoch) {
            if (header.epoch != epoch) {
                printf("gap: another start of the daemon, epoch=%" PRIu64 "\n", header.epoch);
                forget_all();
                epoch = header.epoch;
            }
            const size_t length = stream_length(topic, topic_size);
            /* Of a scope that is subscribed to in part, nothing can be said: its numbers have holes. */
            if (length && takes(prefixes, prefix_count, topic, length + 1)) {
                uint64_t *last = last_of(topic, length);
                if (*last && header.scope_seq > *last + 1)
                    printf("gap %.*s missed=%" PRIu64 "\n", (int)length, topic, header.scope_seq - *last - 1);
                *last = header.scope_seq;
            }
            if (takes(prefixes, prefix_count, topic, topic_size)) {
                printf("%" PRIu64 " %" PRIu64 " %.*s%s %.*s\n", header.seq, header.scope_seq, (int)topic_size, topic,
                       header.flags & BY_REFERENCE ? " (the body's place)" : "", body_size < 100 ? (int)body_size : 100,
                       body);
                printed++;
            }
        }
        fflush(stdout);
        for (int index = 0; index < 3; index++) zmq_msg_close(&frames[index]);
    }
    zmq_close(socket);
    zmq_ctx_term(context);
    return 0;
}
