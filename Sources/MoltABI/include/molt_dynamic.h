// The contract between the compiler that runs inside a program (Sources/MoltDynamic) and the runtime, which interprets
// what it makes. The compiler knows no Python objects: it gets text, and gives back an image, one block of words that
// is freed with `free`. The names in here are what both sides have in common; CodeUnit.swift reads what
// ImageWriter.swift writes, in the same order.
#ifndef MOLT_DYNAMIC_H
#define MOLT_DYNAMIC_H

#include <stdint.h>

enum { MOLT_SOURCE_EXEC, MOLT_SOURCE_EVAL, MOLT_SOURCE_SINGLE };
enum {
  MOLT_SOURCE_IS_TEXT = 1,           // a str in UTF-8: a comment that names an encoding means nothing
  MOLT_SOURCE_TEXT_ANNOTATIONS = 2,  // as if it began with `from __future__ import annotations`
  MOLT_SOURCE_KEEPS_FRAMES = 4,      // the program looks at frames
};

// Text to compile.
typedef struct MoltSource {
  const uint8_t *text;
  const char *file;      // as tracebacks show it, UTF-8
  const char *package;   // that relative imports start from; empty: none
  intptr_t length;
  int32_t mode;
  int32_t flags;
} MoltSource;

// Compiles; null: there was no memory. The caller frees the image.
int32_t *molt_compile_source(const MoltSource *source);

// What an image holds after its warnings.
enum { MOLT_IMAGE_CODE, MOLT_IMAGE_ERROR };

// The class of an error or a warning.
enum {
  MOLT_ERROR_SYNTAX, MOLT_ERROR_INDENTATION, MOLT_ERROR_TAB, MOLT_ERROR_RECURSION, MOLT_ERROR_MEMORY,
  MOLT_WARNING_SYNTAX, MOLT_WARNING_DEPRECATION,
};

// Constants, each followed by its payload.
enum {
  MOLT_CONSTANT_NULL, MOLT_CONSTANT_NONE, MOLT_CONSTANT_TRUE, MOLT_CONSTANT_FALSE, MOLT_CONSTANT_ELLIPSIS,
  MOLT_CONSTANT_NOT_IMPLEMENTED,
  MOLT_CONSTANT_INT,        // two words, the low one first
  MOLT_CONSTANT_BIG_INT,    // string of decimal digits
  MOLT_CONSTANT_FLOAT,      // two words: IEEE 754 bits
  MOLT_CONSTANT_IMAGINARY,  // likewise
  MOLT_CONSTANT_STR,        // string
  MOLT_CONSTANT_BYTES,      // string
  MOLT_CONSTANT_TUPLE,      // count, numbers of earlier constants
};

// Operations of the interpreter. An operand is the number of a register, or the complement of a constant's number. A
// target is the number of a word of the function's code. An edge is: target, number of moves, then source and
// destination of each. `place` is the number of a source position, -1 for none. `out` is the number of the word where
// the edge stands that is taken when the operation has failed.
enum {
  // operation of MIR, failure (MOLT_FAILURE_…), destination or -1, out, place, number of arguments, then the
  // arguments: MOLT_ARGUMENT_… each
  MOLT_RUN_CALL,
  MOLT_RUN_COPY,           // destination, operand
  MOLT_RUN_SAME,           // destination, operand, operand
  MOLT_RUN_NUMBER,         // destination, number
  MOLT_RUN_EQUAL,          // destination, operand, operand: machine integers
  MOLT_RUN_GREATER_EQUAL,  // likewise
  MOLT_RUN_BOX_BOOL,       // destination, operand
  MOLT_RUN_NOT,            // destination, operand
  MOLT_RUN_IS_NULL,        // destination, operand
  MOLT_RUN_RETAIN,         // operand
  MOLT_RUN_RELEASE,        // operand
  MOLT_RUN_FUNCTION,       // destination
  MOLT_RUN_MODULE,         // destination
  MOLT_RUN_CLOSURE,        // destination, index
  MOLT_RUN_CELL_LOAD,      // destination, cell
  MOLT_RUN_CELL_STORE,     // cell, operand
  MOLT_RUN_GLOBAL_LOAD,    // destination, name's number, out, place
  MOLT_RUN_GLOBAL_STORE,   // name's number, operand
  MOLT_RUN_GLOBAL_DELETE,  // name's number, out, place
  MOLT_RUN_GLOBAL_LOOKUP,  // destination, constant, out, place
  MOLT_RUN_CHECK_BOUND,    // operand, constant, 0: local, 1: free variable, out, place
  MOLT_RUN_UNPACK_STAR,    // first destination, operand, count before the star, count behind it, out, place
  MOLT_RUN_WITH_ENTER,     // first of two destinations, operand, 1: asynchronous, out, place
  MOLT_RUN_DELEGATE,       // first of two destinations, iterator, sent, out, place
  // destination, callable, object or null, names, positional count, out, place, count, operands
  MOLT_RUN_CALL_LOADED,
  MOLT_RUN_TRACE,          // adds the place of the operation that failed last to the traceback
  MOLT_RUN_JUMP,           // edge
  MOLT_RUN_BRANCH,         // operand, target of the second edge's description, first edge; then the second edge
  MOLT_RUN_BRANCH_NULL,    // likewise; the first edge is taken when the operand is null
  MOLT_RUN_RETURN,         // operand
  MOLT_RUN_UNWIND,
  MOLT_RUN_FRAME_DISPATCH, // state, target of the second edge's description, first edge; then the second edge
  MOLT_RUN_FRAME_RELOAD,   // destination, slot
  MOLT_RUN_FRAME_SENT,     // destination, out, place
  MOLT_RUN_FRAME_DELEGATE, // operand, place
  MOLT_RUN_FRAME_ITEM,
  MOLT_RUN_SUSPEND,        // yielded operand, state, number of owned values, place, count, operands to store
  MOLT_RUN_PLACE,          // place
  MOLT_RUN_PLACE_LEAVE,
};

// How a result says that the operation has failed (MoltSpec.Failure); MOLT_FAILURE_TRUTH: a condition, which becomes 0
// or 1, and fails below zero.
enum {
  MOLT_FAILURE_NEVER, MOLT_FAILURE_ZERO, MOLT_FAILURE_NEGATIVE, MOLT_FAILURE_EXHAUSTED, MOLT_FAILURE_ALWAYS,
  MOLT_FAILURE_TRUTH,
};

enum {
  MOLT_ARGUMENT_OPERAND,    // operand
  MOLT_ARGUMENT_NUMBER,     // number
  MOLT_ARGUMENT_SITE,       // number of the site
  MOLT_ARGUMENT_MODULE,
  MOLT_ARGUMENT_CODE,       // number of the function
  MOLT_ARGUMENT_ARRAY,      // elements to leave free in front, count, operands
  MOLT_ARGUMENT_RESULTS,    // first register
};

#endif
