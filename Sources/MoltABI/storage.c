// Storage of the objects whose addresses compiled code and the runtime both know. Zero until molt_start fills them in.
#include <stddef.h>
#include "molt_abi.h"
#include "molt_runtime.h"

MoltThread molt_thread;
MoltPlace *molt_places;
uint32_t molt_builtins_changed;
uint32_t molt_classes_changed;

// Generated code reads this field by its offset (Sources/MoltCodegen/Target.swift).
_Static_assert(offsetof(MoltType, version) == (sizeof(void *) == 8 ? 96 : 92), "MoltType.version moved");

// So does code that makes an instance, with the allocator's lists.
_Static_assert(offsetof(MoltPage, free) == 0, "MoltPage.free moved");
_Static_assert(offsetof(MoltPage, used) == 6 * sizeof(void *), "MoltPage.used moved");
_Static_assert(offsetof(MoltHeap, containers) == (sizeof(void *) == 8 ? 808 : 408), "MoltHeap.containers moved");
_Static_assert(offsetof(MoltHeap, threshold) == offsetof(MoltHeap, containers) + 8, "MoltHeap.threshold moved");

#define MOLT_DEFINE_TYPE(name) MoltType molt_type_##name;
MOLT_TYPES(MOLT_DEFINE_TYPE)
#undef MOLT_DEFINE_TYPE

MoltHeap molt_heap;
MoltMethodCacheEntry molt_method_cache[MOLT_METHOD_CACHE_SIZE];
MoltSiteCacheEntry molt_load_cache[MOLT_SITE_CACHE_SIZE], molt_store_cache[MOLT_SITE_CACHE_SIZE];

MoltVolatileAttribute molt_volatile_attributes[MOLT_VOLATILE_COUNT];
MoltBuiltinHint molt_builtin_hints[MOLT_BUILTIN_HINTS];

const MoltSlotDef molt_slot_defs[MOLT_SLOT_COUNT] = {
#define MOLT_DEFINE_SLOT(name, field, kind, argument) {#name, offsetof(MoltType, field), MOLT_SLOT_##kind, argument},
  MOLT_SLOT_DEFS(MOLT_DEFINE_SLOT)
#undef MOLT_DEFINE_SLOT
};
MoltValue molt_slot_names[MOLT_SLOT_COUNT];

#define MOLT_DEFINE_EXCEPTION(name) MoltType molt_exception_##name;
MOLT_EXCEPTIONS(MOLT_DEFINE_EXCEPTION)
#undef MOLT_DEFINE_EXCEPTION
