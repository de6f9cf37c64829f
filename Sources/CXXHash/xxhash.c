// Compiled in whole from the header of libxxhash-dev, so that no tool of ours loads another shared library.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "molt_xxhash.h"

MoltXXH128 molt_xxh3_128(const void *bytes, size_t count) {
  XXH128_hash_t hash = XXH3_128bits(bytes, count);
  return (MoltXXH128){hash.high64, hash.low64};
}
