// Storage of the objects whose addresses compiled code and the runtime both know. Zero until molt_start fills them in.
#include "molt_abi.h"

MoltThread molt_thread;

#define MOLT_DEFINE_TYPE(name) MoltType molt_type_##name;
MOLT_TYPES(MOLT_DEFINE_TYPE)
#undef MOLT_DEFINE_TYPE

#define MOLT_DEFINE_EXCEPTION(name) MoltType molt_exception_##name;
MOLT_EXCEPTIONS(MOLT_DEFINE_EXCEPTION)
#undef MOLT_DEFINE_EXCEPTION
