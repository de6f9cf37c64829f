// Static storage and constant tables that only the runtime uses; compiled code knows nothing of them.
#ifndef MOLT_RUNTIME_H
#define MOLT_RUNTIME_H

#include <stddef.h>
#include "molt_abi.h"

static inline void *molt_libc_malloc(size_t size) { return __builtin_malloc(size); }
static inline void molt_libc_free(void *block) { __builtin_free(block); }
static inline void molt_libc_abort(void) { __builtin_abort(); }

// Roughly where the native stack ends now: the address of a local variable.
static inline uintptr_t molt_stack_position(void) {
  volatile char here = 0;
  return (uintptr_t)&here + (uintptr_t)here;
}

// The program is going to print these counts when it ends.
void molt_count_references(MoltReferenceCounts *counts);

// ------------------------------------------------------------------------------------------------------- allocator

typedef struct MoltChunk MoltChunk;
typedef struct MoltPage MoltPage;

// A run of pages obtained from libc at once.
struct MoltChunk {
  MoltChunk *next;
  char *pages;
  uint32_t pageCount, carved, inUse, reserved;
};

// Header of a page, at its start. All cells of a page have one size. A free cell has a null word where an object has
// its type, so that live objects can be told from free cells.
struct MoltPage {
  void *free;            // freed cells, linked through their first word
  char *bump, *end;      // cells from `bump` on were never handed out
  MoltPage *next, *previous;  // in its bin's list of pages with room, or in the list of empty pages
  MoltChunk *chunk;
  uint32_t used, cellSize;
  uint16_t bin;          // MOLT_NO_BIN: the page is empty and belongs to no bin
  uint16_t isListed;
};

// Precedes an object that is too large for a page.
typedef struct MoltBigHeader {
  struct MoltBigHeader *next, *previous;
  size_t size;           // of the object, without this header
  size_t reserved;
} MoltBigHeader;

enum { MOLT_NO_BIN = 0xffff, MOLT_BIN_COUNT = 48 };

typedef struct MoltHeap {
  MoltPage *bins[2 * MOLT_BIN_COUNT];  // object pages by size class, then pages for raw memory
  MoltPage *emptyPages;
  MoltChunk *chunks;
  MoltBigHeader *bigObjects;
  size_t bigCount;
  size_t chunkPages;     // pages of the next chunk
  int64_t containers;    // container objects alive
  int64_t threshold;     // of `containers`, at which the next automatic collection runs
  int32_t isCollecting, isEnabled;
  MoltObject **postponed; // objects whose destruction waits because too many are nested
  size_t postponedCount, postponedCapacity;
  int32_t destroyDepth;
} MoltHeap;

extern MoltHeap molt_heap;
static inline MoltPage **molt_heap_bin(size_t bin) { return &molt_heap.bins[bin]; }

// ---------------------------------------------------------------------------------------------------- method cache

typedef struct MoltMethodCacheEntry {
  uint32_t version, reserved;
  uint64_t name;         // bits of the interned name
  MoltValue value;       // borrowed from the type; 0: known to be absent
} MoltMethodCacheEntry;

enum { MOLT_METHOD_CACHE_SIZE = 2048 };
extern MoltMethodCacheEntry molt_method_cache[MOLT_METHOD_CACHE_SIZE];
static inline MoltMethodCacheEntry *molt_method_cache_entry(size_t index) { return &molt_method_cache[index]; }

// Sites that see several types in turn find here what was learnt for a type and name before.
typedef struct MoltSiteCacheEntry {
  uint64_t name;         // bits of the interned name
  MoltSite site;
} MoltSiteCacheEntry;

enum { MOLT_SITE_CACHE_SIZE = 1024 };
extern MoltSiteCacheEntry molt_load_cache[MOLT_SITE_CACHE_SIZE], molt_store_cache[MOLT_SITE_CACHE_SIZE];
static inline MoltSiteCacheEntry *molt_load_cache_entry(size_t index) { return &molt_load_cache[index]; }
static inline MoltSiteCacheEntry *molt_store_cache_entry(size_t index) { return &molt_store_cache[index]; }

// Attributes of classes that are bound again and again, such as counters (Class/VolatileAttributes.swift).
typedef struct MoltVolatileAttribute {
  const MoltType *type;
  uint64_t name;         // bits of the interned name
  uint64_t changes;
} MoltVolatileAttribute;

enum { MOLT_VOLATILE_COUNT = 64 };
extern MoltVolatileAttribute molt_volatile_attributes[MOLT_VOLATILE_COUNT];
static inline MoltVolatileAttribute *molt_volatile_attribute(const MoltType *type, uint64_t name) {
  return &molt_volatile_attributes[((uintptr_t)type >> 5 ^ name >> 4) & (MOLT_VOLATILE_COUNT - 1)];
}

// What was learnt when a module's code last looked for a name among the built-ins.
typedef struct MoltBuiltinHint {
  uint64_t extra;                  // the module's dict of names without a slot, or 0, which does not have the name
  uint32_t extraVersion, extraCount;  // while its version and its number of entries are these
  uint64_t entry;                  // number of the entry in the dict of built-ins that the name was found in
  uint64_t value;                  // what the entry held, or 0 where that depends on the module
} MoltBuiltinHint;

enum { MOLT_BUILTIN_HINTS = 256 };
extern MoltBuiltinHint molt_builtin_hints[MOLT_BUILTIN_HINTS];
static inline MoltBuiltinHint *molt_builtin_hint(uint64_t name, const void *module) {
  return &molt_builtin_hints[(name >> 4 ^ (uintptr_t)module >> 5) & (MOLT_BUILTIN_HINTS - 1)];
}

// ------------------------------------------------------------------------------------------------------ type slots

// How the special method of a slot is called, and which function a heap type's slot gets when Python code defines it.
enum {
  MOLT_SLOT_UNARY, MOLT_SLOT_NEXT, MOLT_SLOT_HASH, MOLT_SLOT_CALL, MOLT_SLOT_INIT, MOLT_SLOT_GETATTRIBUTE,
  MOLT_SLOT_GETATTR, MOLT_SLOT_SETATTR, MOLT_SLOT_DELATTR, MOLT_SLOT_COMPARE, MOLT_SLOT_GET, MOLT_SLOT_SET,
  MOLT_SLOT_DELETE, MOLT_SLOT_BOOL, MOLT_SLOT_LEN, MOLT_SLOT_GETITEM, MOLT_SLOT_SETITEM, MOLT_SLOT_DELITEM,
  MOLT_SLOT_CONTAINS, MOLT_SLOT_BINARY, MOLT_SLOT_REFLECTED, MOLT_SLOT_INPLACE, MOLT_SLOT_POW, MOLT_SLOT_RPOW,
  MOLT_SLOT_CONCAT, MOLT_SLOT_REPEAT,
};

// Special methods in the order in which they are added to a type's dictionary: name, slot, kind, argument (operator).
#define MOLT_SLOT_DEFS(X) \
  X(__repr__, repr, UNARY, 0) X(__hash__, hash, HASH, 0) X(__call__, call, CALL, 0) X(__str__, str, UNARY, 1) \
  X(__getattribute__, getAttribute, GETATTRIBUTE, 0) X(__getattr__, getAttribute, GETATTR, 0) \
  X(__setattr__, setAttribute, SETATTR, 0) X(__delattr__, setAttribute, DELATTR, 0) \
  X(__lt__, compare, COMPARE, 0) X(__le__, compare, COMPARE, 1) X(__eq__, compare, COMPARE, 2) \
  X(__ne__, compare, COMPARE, 3) X(__gt__, compare, COMPARE, 4) X(__ge__, compare, COMPARE, 5) \
  X(__iter__, iterate, UNARY, 2) X(__next__, next, NEXT, 0) X(__get__, descriptorGet, GET, 0) \
  X(__set__, descriptorSet, SET, 0) X(__delete__, descriptorSet, DELETE, 0) X(__init__, initialize, INIT, 0) \
  X(__add__, binary[0], BINARY, 0) X(__radd__, binary[0], REFLECTED, 0) X(__sub__, binary[1], BINARY, 1) \
  X(__rsub__, binary[1], REFLECTED, 1) X(__mul__, binary[2], BINARY, 2) X(__rmul__, binary[2], REFLECTED, 2) \
  X(__mod__, binary[5], BINARY, 5) X(__rmod__, binary[5], REFLECTED, 5) X(__divmod__, binary[13], BINARY, 13) \
  X(__rdivmod__, binary[13], REFLECTED, 13) X(__pow__, binary[6], POW, 6) X(__rpow__, binary[6], RPOW, 6) \
  X(__neg__, negative, UNARY, 3) X(__pos__, positive, UNARY, 4) X(__abs__, absolute, UNARY, 5) \
  X(__bool__, truth, BOOL, 0) X(__invert__, invert, UNARY, 6) X(__lshift__, binary[7], BINARY, 7) \
  X(__rlshift__, binary[7], REFLECTED, 7) X(__rshift__, binary[8], BINARY, 8) X(__rrshift__, binary[8], REFLECTED, 8) \
  X(__and__, binary[11], BINARY, 11) X(__rand__, binary[11], REFLECTED, 11) X(__xor__, binary[10], BINARY, 10) \
  X(__rxor__, binary[10], REFLECTED, 10) X(__or__, binary[9], BINARY, 9) X(__ror__, binary[9], REFLECTED, 9) \
  X(__int__, toInt, UNARY, 7) X(__float__, toFloat, UNARY, 8) X(__iadd__, inPlace[0], INPLACE, 0) \
  X(__isub__, inPlace[1], INPLACE, 1) X(__imul__, inPlace[2], INPLACE, 2) X(__imod__, inPlace[5], INPLACE, 5) \
  X(__ipow__, inPlace[6], INPLACE, 6) X(__ilshift__, inPlace[7], INPLACE, 7) X(__irshift__, inPlace[8], INPLACE, 8) \
  X(__iand__, inPlace[11], INPLACE, 11) X(__ixor__, inPlace[10], INPLACE, 10) X(__ior__, inPlace[9], INPLACE, 9) \
  X(__floordiv__, binary[12], BINARY, 12) X(__rfloordiv__, binary[12], REFLECTED, 12) \
  X(__truediv__, binary[4], BINARY, 4) X(__rtruediv__, binary[4], REFLECTED, 4) \
  X(__ifloordiv__, inPlace[12], INPLACE, 12) X(__itruediv__, inPlace[4], INPLACE, 4) X(__index__, toIndex, UNARY, 9) \
  X(__matmul__, binary[3], BINARY, 3) X(__rmatmul__, binary[3], REFLECTED, 3) X(__imatmul__, inPlace[3], INPLACE, 3) \
  X(__len__, length, LEN, 0) X(__getitem__, getItem, GETITEM, 0) X(__setitem__, setItem, SETITEM, 0) \
  X(__delitem__, setItem, DELITEM, 0) X(__add__, concat, CONCAT, 0) X(__mul__, repeat, REPEAT, 0) \
  X(__rmul__, repeat, REPEAT, 0) X(__contains__, contains, CONTAINS, 0) X(__iadd__, inPlaceConcat, CONCAT, 0) \
  X(__imul__, inPlaceRepeat, REPEAT, 0) X(__await__, await, UNARY, 10) \
  X(__aiter__, asyncIterate, UNARY, 11) X(__anext__, asyncNext, UNARY, 12)

typedef struct MoltSlotDef {
  const char *name;
  uint16_t offset;       // of the slot in MoltType
  uint8_t kind, argument;
} MoltSlotDef;

enum {
#define MOLT_SLOT_ONE(name, field, kind, argument) + 1
  MOLT_SLOT_COUNT = 0 MOLT_SLOT_DEFS(MOLT_SLOT_ONE),
#undef MOLT_SLOT_ONE
};

extern const MoltSlotDef molt_slot_defs[MOLT_SLOT_COUNT];
extern MoltValue molt_slot_names[MOLT_SLOT_COUNT];  // interned names of the special methods
static inline const MoltSlotDef *molt_slot_def(size_t index) { return &molt_slot_defs[index]; }
static inline MoltValue *molt_slot_name(size_t index) { return &molt_slot_names[index]; }

static inline MoltBinary *molt_type_binary_slot(MoltType *type, size_t op) { return &type->binary[op]; }
static inline MoltBinary *molt_type_inplace_slot(MoltType *type, size_t op) { return &type->inPlace[op]; }

// First and last protocol slot of a type; everything between is a function pointer that finishing a type inherits.
static inline size_t molt_type_first_slot(void) { return offsetof(MoltType, repr); }
static inline size_t molt_type_end_slot(void) { return sizeof(MoltType); }

#endif
