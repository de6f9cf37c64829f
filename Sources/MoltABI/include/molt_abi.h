// The binary contract between compiled Python and MoltRuntime: value encoding, object layouts, calling conventions.
//
// The layouts are written in C because C fixes them: Swift imports this header, and molt-codegen emits LLVM struct
// types of the same fields (Sources/MoltCodegen/ABI.swift; a test compares the two). Sizes follow the target:
// `intptr_t` is 8 bytes natively and 4 on wasm32. docs/runtime.md explains the conventions.
#ifndef MOLT_ABI_H
#define MOLT_ABI_H

#include <stdint.h>

// ---------------------------------------------------------------------------------------------------------- values

// A Python value in 64 bits (NaN boxing):
//   0                                   no value: an error was raised, or (in a slot) nothing is bound
//   0x0000_pppp_pppp_pppp               pointer to a MoltObject
//   0x0001_0000_0000_00xx               immediates: None, False, True, NotImplemented, Ellipsis
//   0x0002_0000_0000_0000 … 0x0003_ff…  int i in [-2^48, 2^48): 0x0003_0000_0000_0000 + i
//   0x0004_0000_0000_0000 … 0xfffc_00…  float: its bits + 0x0004_0000_0000_0000
//   (a computed NaN is ±0x7ff8_0000_0000_0000; float("nan") numbers its own in the bits below)
typedef struct MoltValue {
  uint64_t bits;
} MoltValue;

#define MOLT_TAG_IMMEDIATE 0x0001000000000000ull
#define MOLT_INT_BIAS 0x0003000000000000ull
#define MOLT_FLOAT_BIAS 0x0004000000000000ull

typedef struct MoltType MoltType;
typedef struct MoltCode MoltCode;

// Every heap object starts with this. `refCount` of an immortal object starts at 0x40000000 and never reaches 0.
// `aux` bits 0…23: the shape of an instance (which slots were set, in which order) or free for the type's own use;
// bits 24…31: the collector's.
typedef struct MoltObject {
  uint32_t refCount;
  uint32_t aux;
  MoltType *type;
} MoltObject;

#define MOLT_IMMORTAL 0x40000000u

// -------------------------------------------------------------------------------------------- calling conventions

// All functions: arguments are borrowed, a MoltValue result is owned by the caller. Failure is a result of 0 (values)
// or -1 (int32_t status and predicates) with molt_thread.exception set; on success that field is 0.
typedef MoltValue (*MoltUnary)(MoltValue self);
typedef MoltValue (*MoltBinary)(MoltValue a, MoltValue b);
typedef MoltValue (*MoltTernary)(MoltValue a, MoltValue b, MoltValue c);
typedef MoltValue (*MoltCompare)(MoltValue a, MoltValue b, int32_t op);
typedef int32_t (*MoltPredicate)(MoltValue self);
typedef int32_t (*MoltBinaryPredicate)(MoltValue self, MoltValue other);
// `value` 0 deletes.
typedef int32_t (*MoltStore)(MoltValue self, MoltValue key, MoltValue value);
typedef intptr_t (*MoltLength)(MoltValue self);
typedef MoltValue (*MoltRepeat)(MoltValue self, intptr_t times);
// Hash, never -1 on success.
typedef int64_t (*MoltHash)(MoltValue self);
// The generic call: `count` positional arguments, then one value per name of the tuple `names` (0: no keywords).
typedef MoltValue (*MoltCall)(MoltValue callee, const MoltValue *args, int32_t count, MoltValue names);
typedef int32_t (*MoltInit)(MoltValue self, const MoltValue *args, int32_t count, MoltValue names);
typedef void (*MoltVisit)(MoltValue child, void *context);
typedef void (*MoltTraverse)(MoltObject *self, MoltVisit visit, void *context);
typedef void (*MoltDestroy)(MoltObject *self);

enum {
  MOLT_LT = 0, MOLT_LE = 1, MOLT_EQ = 2, MOLT_NE = 3, MOLT_GT = 4, MOLT_GE = 5,
};

// ----------------------------------------------------------------------------------------------------------- types

// Binary operators, in the order of `BinaryOperator` in MoltSyntax; a type's slot is called with the operands in source
// order whichever of the two provides it (as CPython's nb_ slots are), and may return NotImplemented.
enum {
  MOLT_OP_ADD, MOLT_OP_SUB, MOLT_OP_MUL, MOLT_OP_MATMUL, MOLT_OP_TRUEDIV, MOLT_OP_MOD, MOLT_OP_POW, MOLT_OP_LSHIFT,
  MOLT_OP_RSHIFT, MOLT_OP_OR, MOLT_OP_XOR, MOLT_OP_AND, MOLT_OP_FLOORDIV, MOLT_OP_DIVMOD, MOLT_OP_COUNT,
};

// Type flags.
enum {
  MOLT_TYPE_HEAP = 1 << 0,        // created at run time by a class statement or type()
  MOLT_TYPE_BASE = 1 << 1,        // may be subclassed
  MOLT_TYPE_DICT = 1 << 2,        // instances have a __dict__
  MOLT_TYPE_WEAK = 1 << 3,        // instances can be weakly referenced
  MOLT_TYPE_FINALIZER = 1 << 4,   // __del__ is defined
  MOLT_TYPE_CONTAINER = 1 << 5,   // instances may be part of a reference cycle (traverse is set)
  MOLT_TYPE_PLAIN_GETATTR = 1 << 6, // neither __getattr__ nor __getattribute__ is overridden
  MOLT_TYPE_METHOD_LIKE = 1 << 7, // instances are functions that bind as methods (LOAD_METHOD may skip binding)
  MOLT_TYPE_MAPPING_PATTERN = 1 << 8,   // collections.abc.Mapping for match
  MOLT_TYPE_SEQUENCE_PATTERN = 1 << 9,  // collections.abc.Sequence for match
  MOLT_TYPE_ABSTRACT = 1 << 10,   // __abstractmethods__ is not empty
  MOLT_TYPE_INT = 1 << 16, MOLT_TYPE_STR = 1 << 17, MOLT_TYPE_BYTES = 1 << 18, MOLT_TYPE_LIST = 1 << 19,
  MOLT_TYPE_TUPLE = 1 << 20, MOLT_TYPE_DICTIONARY = 1 << 21, MOLT_TYPE_EXCEPTION = 1 << 22, MOLT_TYPE_TYPE = 1 << 23,
  MOLT_TYPE_FLOAT = 1 << 24, MOLT_TYPE_SET = 1 << 25,  // the type is a subclass of that built-in
};

struct MoltType {
  MoltObject header;  // .type is the metaclass
  MoltValue name, qualname, module, doc;
  MoltType *base;        // the base that fixes the instance layout
  MoltValue bases;       // tuple
  MoltValue mro;         // tuple
  MoltValue dict;        // the type's own attributes
  MoltType **subclasses; // direct subclasses, not owned: each takes itself off when it ends
  uint32_t subclassCount, subclassCapacity;
  uint32_t version;      // changes whenever a lookup in this type could give another answer; 0: do not cache
  uint32_t flags;
  uint32_t basicSize;    // bytes of an instance, without items
  uint32_t itemSize;     // bytes per item for types with inline items
  uint32_t dictOffset;   // byte offset of the MoltValue that holds an instance's dict, 0: none; as int32_t negative:
                         // from the end of the object's cell (subclasses of types with inline items)
  uint32_t weakOffset;   // likewise of the weak reference list
  uint32_t slotOffset;   // byte offset of attribute slot 0, 0: none
  uint32_t slotCount;
  MoltValue slotNames;   // tuple of slotCount names
  void *shapes;          // orders of first assignment other than that of slotNames, or null (Object/Shapes.swift)
  MoltType *nativeBase;  // heap types: the nearest base that is not one; its instances' own fields end at
  uint32_t valuesStart;  // this offset: everything from there to basicSize is MoltValues (or the weak list)
  uint32_t memberCount;  // number of names that __slots__ of this class adds
  uint64_t floatSlots;   // bit n: slot n of an instance holds a machine float (Class/FloatSlots.swift)
  MoltValue weak;        // weak references to the type itself
  // Lifetime.
  MoltDestroy destroy;   // releases what the object owns and frees its memory; called at reference count 0
  MoltTraverse traverse;
  MoltDestroy clear;     // drops references to break a cycle; the object stays valid
  MoltCall construct;    // tp_new: callee is the type
  MoltInit initialize;   // tp_init
  // Protocols; null where the type has none. Inherited when a type is made ready.
  MoltUnary repr, str;
  MoltHash hash;
  MoltCall call;
  MoltBinary getAttribute;
  MoltStore setAttribute;
  MoltCompare compare;
  MoltUnary iterate;
  MoltUnary next;        // 0 without an exception set: exhausted
  MoltTernary descriptorGet;  // (descriptor, instance or 0, owner)
  MoltStore descriptorSet;    // (descriptor, instance, value or 0)
  MoltPredicate truth;
  MoltLength length;
  MoltBinary getItem;
  MoltStore setItem;
  MoltBinaryPredicate contains;
  MoltUnary negative, positive, absolute, invert, toInt, toFloat, toIndex;
  MoltBinary binary[MOLT_OP_COUNT];   // pow with two operands; the three-operand form is a function of its own
  MoltBinary inPlace[MOLT_OP_COUNT];
  MoltUnary await, asyncIterate, asyncNext;
  // + and * of sequences, which are asked when the operators of numbers above have no answer (CPython's sq_ slots).
  MoltBinary concat;
  MoltRepeat repeat;
  MoltBinary inPlaceConcat;
  MoltRepeat inPlaceRepeat;
};

// ------------------------------------------------------------------------------------------------- object layouts

// Text in the narrowest of 1, 2 or 4 bytes per code point (PEP 393), with a terminating zero unit.
typedef struct MoltStr {
  MoltObject header;
  intptr_t length;   // code points
  int64_t hash;      // -1: not computed
  uint8_t kind;      // 1, 2 or 4
  uint8_t isASCII;
  uint8_t isInterned;
  uint8_t reserved[5];   // the last four: bytes allocated behind the terminating unit, for appending in place
  uint8_t data[8];   // really (length + 1) * kind bytes
} MoltStr;

// An int outside the inline range: |size| limbs, least significant first; size < 0: negative.
typedef struct MoltInt {
  MoltObject header;
  intptr_t size;
  intptr_t capacity;   // limbs allocated
  uint64_t limbs[1];
} MoltInt;

typedef struct MoltBytes {
  MoltObject header;
  intptr_t length;
  int64_t hash;
  uint8_t data[8];   // really length + 1 bytes, the last 0
} MoltBytes;

typedef struct MoltTuple {
  MoltObject header;
  intptr_t length;
  int64_t reserved;
  MoltValue items[1];
} MoltTuple;

typedef struct MoltList {
  MoltObject header;
  intptr_t length;
  intptr_t capacity;
  MoltValue *items;
} MoltList;

// One key of a dict and its value; both are 0 where an item was removed.
typedef struct MoltDictEntry {
  MoltValue key, value;
} MoltDictEntry;

// Entries in insertion order, and a hash table of their numbers. `indices`, `entries` and `hashes` share one block,
// which starts at `indices`; all three are null in a dict that never held anything.
typedef struct MoltDict {
  MoltObject header;
  intptr_t used;           // items
  intptr_t entryCount;     // entries written, removed ones included
  intptr_t room;           // entries that may be written before the table has to be rebuilt
  void *indices;           // 1 << logSize entry numbers of 1, 2 or 4 bytes; -1: free, -2: removed
  MoltDictEntry *entries;
  int64_t *hashes;         // one per entry; null unless `keys` is MOLT_KEYS_ANY
  uint32_t version;        // changes whenever the block is replaced
  uint8_t logSize;
  uint8_t keys;            // the kinds of keys in the table
  uint8_t reserved[2];
} MoltDict;

enum { MOLT_KEYS_STR = 0, MOLT_KEYS_PLAIN = 1 /* str and inline ints */, MOLT_KEYS_ANY = 2 };

// A set's entry; a removed one has the immediate MOLT_SET_REMOVED as its key and the hash -1.
typedef struct MoltSetEntry {
  MoltValue key;
  int64_t hash;
} MoltSetEntry;

#define MOLT_SET_REMOVED 0x00010000000000ffull

// set and frozenset. The table is probed and resized as CPython's is, because that decides the order of iteration.
typedef struct MoltSet {
  MoltObject header;
  intptr_t used;           // items
  intptr_t fill;           // used and removed entries
  intptr_t mask;           // entries - 1, at least 7
  MoltSetEntry *table;     // null: nothing was ever added
  intptr_t finger;         // where pop() searches next
  int64_t hash;            // of a frozenset, -1: not computed
  MoltValue weak;          // weak references
  uint32_t version;        // changes whenever the table is replaced
  uint32_t hasObjects;     // whether a key may be one that is counted
} MoltSet;

typedef struct MoltCell {
  MoltObject header;
  MoltValue value;   // 0: unbound
} MoltCell;

typedef struct MoltSlice {
  MoltObject header;
  MoltValue start, stop, step;
} MoltSlice;

typedef struct MoltRange {
  MoltObject header;
  MoltValue start, stop, step, length;  // ints of any size
} MoltRange;

// Source range of an operation that may raise; lines are 1-based, columns 0-based UTF-8 offsets, -1: unknown.
typedef struct MoltPosition {
  int32_t line, endLine, column, endColumn;
} MoltPosition;

// A module of the program. `slots` are the module's global variables in the order of `slotNames`; a name that is not
// among them lives in `extra`.
typedef struct MoltModule {
  MoltObject header;
  const MoltValue *slotNames;  // interned str, sorted by nothing: the index is the slot
  MoltValue *slots;            // 0: unbound
  intptr_t slotCount;
  MoltValue extra;             // dict or 0: names without a slot
  MoltValue dict;              // the view that globals() and __dict__ give, or 0 until asked for
  uint32_t *order;             // slotCount sequence numbers of first binding, for the order of the view
  uint32_t nextOrder;
  uint32_t version;            // changes whenever any slot is rebound after its first binding
  MoltValue weak;              // weak references
} MoltModule;

// How a compiled function is entered with its parameters bound: `args` holds one owned-by-caller value per parameter,
// in the order posonly, positional, keyword-only, *args (a tuple), **kwargs (a dict).
typedef struct MoltFunction MoltFunction;
typedef MoltValue (*MoltEntry)(MoltFunction *self, const MoltValue *args);

// `co_flags`. FUNCTION: not the body of a class or module. Two that `co_flags` does not show: CLOSURE_NAMES, behind the
// localCount names of `localNames` stand those of the closure's freeCount cells, the names of the function's own cells,
// and a 0; INTERPRETED, compiled at run time, part of an InterpretedFunction (Dynamic/CodeUnit.swift).
enum { MOLT_CODE_FUNCTION = 3, MOLT_CODE_VARARGS = 4, MOLT_CODE_VARKEYWORDS = 8, MOLT_CODE_NESTED = 16,
       MOLT_CODE_GENERATOR = 32, MOLT_CODE_COROUTINE = 128, MOLT_CODE_ITERABLE_COROUTINE = 256,
       MOLT_CODE_ASYNC_GENERATOR = 512, MOLT_CODE_CLOSURE_NAMES = 1 << 29, MOLT_CODE_INTERPRETED = 1 << 30 };

// Constant description of a compiled function, emitted by molt-codegen. Strings are zero-terminated UTF-8.
struct MoltCode {
  const char *name, *qualname, *file;
  MoltEntry entry;
  void *direct;                // entry for compiled code: (function, depth of calls, arguments…)
  const MoltValue *paramNames; // interned str, one per parameter in the order of MoltEntry
  const MoltValue *localNames; // names of the other locals; of a class body: the names that its methods store on their
                               // first parameter, in source order, which become attribute slots of the instances;
                               // behind its paramNames stand frameSlots names of attributes that only floats are
                               // stored in
  const MoltPosition *positions;
  const char *doc;             // or null
  MoltValue *known;            // the function with this code made last, while it lives and keeps the code; or 1
  int32_t positionalOnlyCount, positionalCount, keywordOnlyCount, localCount;  // positionalCount includes the former
  int32_t flags, firstLine;
  int32_t frameSlots;          // slots of a generator's frame
  int32_t freeCount;           // cells that the function's closure has
  int32_t directCount;         // arguments that `direct` takes, in registers behind the function and the depth; -1: the
                               // function has other than positional parameters
  int32_t positionCount;       // rows of `positions`
};

struct MoltFunction {
  MoltObject header;
  const MoltCode *code;
  MoltModule *module;          // where it was defined: its globals
  MoltValue closure;           // tuple of cells, or 0
  MoltValue defaults;          // tuple, or 0
  MoltValue keywordDefaults;   // dict, or 0
  MoltValue name, qualname;    // str; 0 until used
  MoltValue doc, annotations, dict, moduleName, typeParams;  // 0 until used
  MoltValue weak;              // weak references
};

// A generator, a coroutine or an asynchronous generator. `resume` runs from `state` to the next yield: it returns the
// yielded value with `state` >= 1, or the return value with `state` == MOLT_GENERATOR_DONE, or 0 with an exception set
// and `state` == MOLT_GENERATOR_DONE. `sent` is borrowed; 0: raise molt_thread.exception at the yield. While suspended,
// frame[0 ..< live] own their values.
typedef struct MoltGenerator MoltGenerator;
typedef MoltValue (*MoltResume)(MoltGenerator *self, MoltValue sent);
enum { MOLT_GENERATOR_START = 0, MOLT_GENERATOR_DONE = -1 };
enum { MOLT_ASYNC_HOOKED = 1, MOLT_ASYNC_CLOSED = 2, MOLT_ASYNC_RUNNING = 4 };
struct MoltGenerator {
  MoltObject header;
  const MoltCode *code;
  MoltFunction *function;      // owned
  MoltResume resume;
  int32_t state;
  int32_t live;
  int32_t isRunning;
  int32_t position;            // index into code->positions of the current yield
  int32_t isItem;              // of an asynchronous generator: it has stopped at a `yield`, not in an `await`
  int32_t flags;               // MOLT_ASYNC_… of an asynchronous generator
  MoltValue handled;           // exception being handled inside the suspended frame, or 0
  MoltValue delegate;          // suspended in `yield from` or `await`: the iterator, borrowed from the frame; or 0
  MoltValue name, qualname;
  MoltValue extra;             // a coroutine's cr_origin, an asynchronous generator's finalizer, or 0
  MoltValue weak;
  int64_t frame[1];            // code->frameSlots of them
};

// A traceback entry chain and per-thread state.
typedef struct MoltThread {
  MoltValue exception;         // raised and not caught yet, or 0
  MoltValue handled;           // the exception that an except or finally block is handling, or 0
  int32_t depth, depthLimit;   // of Python calls
  uintptr_t stackLimit;        // lowest usable address of the native stack
} MoltThread;
extern MoltThread molt_thread;

// A running function of a module that defines coroutine functions: where it is, for warnings about coroutines that are
// dropped there. Lies on the native stack. In programs that look at frames all functions have one, with the last two
// fields; in others these are not there.
typedef struct MoltPlace MoltPlace;
struct MoltPlace {
  MoltPlace *outer;            // of the caller
  const MoltCode *code;
  int32_t position;            // index into code->positions of what ran last, or -1
  MoltValue frame;             // owned, or 0
  MoltGenerator *generator;    // that the function is the body of, or null
};
extern MoltPlace *molt_places; // innermost, or null

// Not 0 once any name of the module `builtins` has been given another value or deleted. Compiled code that carries out
// a built-in function itself tests it.
extern uint32_t molt_builtins_changed;

// Not 0 once a class that lookups were cached of was changed, or keeps an attribute in another way, or an object was
// given another class. As long as it is 0,
// what compiled code found out about the class of an object holds for as long as the object lives.
extern uint32_t molt_classes_changed;

// x86-64: not 0 on machines that multiply and add with one rounding.
extern uint8_t molt_fuses;

// An entry of an inline cache, zero-initialised. A site in compiled code has MOLT_SITE_WAYS of them in a row; a value's
// type chooses one by the low bits of its version. Object/AttributeCache.swift says what the words mean.
#define MOLT_SITE_WAYS 8
typedef struct MoltSite {
  uint32_t version;
  uint32_t kind;
  int64_t payload;
  MoltValue value;
} MoltSite;

// How often code of a source line retained and released references (`--count-references`).
typedef struct MoltReferenceCount {
  uint64_t retained, released;
  int32_t line, reserved;
} MoltReferenceCount;

// The counts of one module. The runtime links the tables of all modules that were run.
typedef struct MoltReferenceCounts {
  struct MoltReferenceCounts *next;
  const char *file;
  MoltReferenceCount *rows;
  int32_t count, reserved;
} MoltReferenceCounts;

// Where the instances of a class, or of several classes that agree in it, keep the attributes that a module's code uses
// of them, as long as the classes are in the states that `versions` stand for. Object/Layouts.swift fills it in.
#define MOLT_LAYOUT_WAYS 8
typedef struct MoltLayout {
  uint32_t versions[MOLT_LAYOUT_WAYS];  // each at the place that its low bits say; MOLT_LAYOUT_EMPTY: none
  uint32_t fills;          // how often a class was added or refused
  uint32_t count;
  // Of objects with all attributes that are wanted as floats, in slots that hold machine floats
  // (Class/FloatSlots.swift):
  uint32_t floatVersion;   // the class of the last one that was found to be one; MOLT_LAYOUT_EMPTY: none
  uint32_t floatShape;     // and the bits of its shape that say in which order its slots were set
  uint32_t floatVersions[MOLT_LAYOUT_WAYS];  // classes that have such slots for them
  uint32_t floatFills;     // how often one was added or refused
  uint32_t floatLength;    // how many slots, from the first one on, there are to the last of them
  const MoltValue *names;  // `count` interned str
  uint32_t offsets[1];     // byte offset of each attribute's slot; MOLT_LAYOUT_NO_SLOT: the name means something else,
                           // or the slot holds machine floats. Behind them `count` of each of these:
                           // shapes: the shape in which the next attribute to be set is this one
                           // slots, slotShapes: the same of slots that hold machine floats
                           // floats: their offset if compiled code wants the attribute as a float, 0 if not; 1:
                           // anywhere
} MoltLayout;

#define MOLT_LAYOUT_EMPTY 0xffffffffu
// The offset of `MoltObject.type`: what is read there is never a number, a bool or None.
#define MOLT_LAYOUT_NO_SLOT 8u

// The function that a method's name is bound to in instances of up to eight classes, as long as the classes are in the
// states that `versions` stand for, and no instance has attributes in a dict. Object/Bindings.swift fills it in.
typedef struct MoltBinding {
  uint32_t versions[MOLT_LAYOUT_WAYS];  // as in MoltLayout
  uint32_t dictOffset;     // of the instances
  uint32_t fills;
  MoltValue function;      // borrowed
} MoltBinding;

// How compiled code makes instances of a class without calling the runtime, as long as the class is in the state that
// `version` stands for. Class/InstanceMakers.swift fills it in.
typedef struct MoltMaker {
  uint32_t version;        // of the class; MOLT_LAYOUT_EMPTY: none
  uint32_t bytes;          // of an instance's cell, a multiple of 16
  void **bin;              // where the pages of such cells are listed (MoltHeap.bins)
  MoltValue initializer;   // the class's __init__, borrowed
} MoltMaker;

// One compiled module as the executable's entry point lists it.
typedef struct MoltModuleInfo {
  const char *name;            // dotted
  const char *file;            // as __file__ gives it
  MoltValue (*body)(MoltModule *self);  // runs the module: returns None, or 0 on an exception
  const MoltValue *slotNames;
  MoltValue *slots;
  uint32_t *order;
  MoltModule *module;          // static storage of the module object
  const MoltValue *strings;    // every str constant of the module, to be interned before anything else runs
  int32_t slotCount, stringCount;
  int32_t isPackage, reserved;
} MoltModuleInfo;

// One module of the runtime that the program is linked with.
typedef struct MoltNativeModule {
  const char *name;
  int32_t (*setUp)(MoltModule *self);  // fills the new module; -1: an exception is set
} MoltNativeModule;

typedef struct MoltProgram {
  const MoltModuleInfo *const *modules;
  const MoltNativeModule *natives;
  int32_t moduleCount, mainModule, nativeCount, reserved;
} MoltProgram;

// -------------------------------------------------------------------------------------------------- static storage

// Type objects of the built-ins, filled in by molt_start (storage.c holds them).
#define MOLT_TYPES(X) \
  X(object) X(type) X(none) X(not_implemented) X(ellipsis) X(bool) X(int) X(float) X(complex) X(str) X(bytes) \
  X(bytearray) X(memoryview) X(list) X(tuple) X(dict) X(set) X(frozenset) X(range) X(slice) X(cell) X(function) \
  X(builtin) X(method) X(method_wrapper) X(wrapper_descriptor) X(method_descriptor) X(classmethod_descriptor) \
  X(getset_descriptor) X(member_descriptor) X(property) X(classmethod) X(staticmethod) X(super) X(module) X(code) \
  X(frame) X(traceback) X(generator) X(coroutine) X(async_generator) X(mappingproxy) X(generic_alias) X(union) \
  X(weakref) X(seq_iterator) X(list_iterator) X(list_reverseiterator) X(tuple_iterator) X(str_iterator) \
  X(str_ascii_iterator) X(bytes_iterator) X(range_iterator) X(longrange_iterator) X(dict_keys) X(dict_values) \
  X(dict_items) X(dict_keyiterator) X(dict_valueiterator) X(dict_itemiterator) X(dict_reversekeyiterator) \
  X(dict_reversevalueiterator) X(dict_reverseitemiterator) X(set_iterator) X(callable_iterator) X(enumerate) X(zip) \
  X(map) X(filter) X(reversed) X(text_file) X(binary_file) X(module_dict) X(buffered_reader) X(buffered_writer) \
  X(buffered_random) X(file_io) X(quitter) \
  X(coroutine_wrapper) X(async_generator_asend) X(async_generator_athrow) X(anext_awaitable)

#define MOLT_DECLARE_TYPE(name) extern MoltType molt_type_##name;
MOLT_TYPES(MOLT_DECLARE_TYPE)
#undef MOLT_DECLARE_TYPE

// The built-in exception classes, in the same way as MOLT_TYPES.
#define MOLT_EXCEPTIONS(X) \
  X(base_exception) X(base_exception_group) X(exception_group) X(generator_exit) X(keyboard_interrupt) \
  X(system_exit) X(exception) X(arithmetic_error) X(floating_point_error) X(overflow_error) X(zero_division_error) \
  X(assertion_error) X(attribute_error) X(buffer_error) X(eof_error) X(import_error) X(module_not_found_error) \
  X(lookup_error) X(index_error) X(key_error) X(memory_error) X(name_error) X(unbound_local_error) X(os_error) \
  X(blocking_io_error) X(child_process_error) X(connection_error) X(broken_pipe_error) X(connection_aborted_error) \
  X(connection_refused_error) X(connection_reset_error) X(file_exists_error) X(file_not_found_error) \
  X(interrupted_error) X(is_a_directory_error) X(not_a_directory_error) X(permission_error) X(process_lookup_error) \
  X(timeout_error) X(reference_error) X(runtime_error) X(not_implemented_error) X(recursion_error) \
  X(stop_async_iteration) X(stop_iteration) X(syntax_error) X(indentation_error) X(tab_error) X(system_error) \
  X(type_error) X(value_error) X(unicode_error) X(unicode_decode_error) X(unicode_encode_error) \
  X(unicode_translate_error) X(warning) X(bytes_warning) X(deprecation_warning) X(encoding_warning) \
  X(future_warning) X(import_warning) X(pending_deprecation_warning) X(resource_warning) X(runtime_warning) \
  X(syntax_warning) X(unicode_warning) X(user_warning) X(unsupported_operation)

#define MOLT_DECLARE_EXCEPTION(name) extern MoltType molt_exception_##name;
MOLT_EXCEPTIONS(MOLT_DECLARE_EXCEPTION)
#undef MOLT_DECLARE_EXCEPTION

#endif
