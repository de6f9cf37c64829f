#ifndef MOLT_XXHASH_H
#define MOLT_XXHASH_H
#include <stddef.h>
#include <stdint.h>

/// An XXH3-128 value. In text and in files it is the big-endian ("canonical") form: high half first.
typedef struct { uint64_t high, low; } MoltXXH128;

/// XXH3-128 with seed 0 of `count` bytes; `bytes` may be null when `count` is 0.
MoltXXH128 molt_xxh3_128(const void *bytes, size_t count);

#endif
