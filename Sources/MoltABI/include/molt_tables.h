// Constant tables of the runtime (Sources/MoltRuntime/Generated). They are C so that they are certain to be read-only
// data of the executable, with nothing to set up at start.
#ifndef MOLT_TABLES_H
#define MOLT_TABLES_H

#include <stdint.h>

// What Unicode says about a class of code points. A mapping is the difference to the mapped code point, or 0x7fffffff
// where it is more than one code point.
typedef struct MoltUnicodeRecord {
  uint16_t flags;
  int32_t upper, lower, title, fold;
} MoltUnicodeRecord;

// A mapping to up to three code points; key: code point * 4 + 0 upper, 1 lower, 2 title, 3 fold. Sorted by key.
typedef struct MoltUnicodeSpecial {
  uint32_t key;
  uint16_t units[3];
} MoltUnicodeSpecial;

typedef struct MoltPowerOfTen {
  uint64_t high, low;
} MoltPowerOfTen;

extern const uint8_t molt_unicode_index[4352];
extern const uint8_t molt_unicode_blocks[];
extern const MoltUnicodeRecord molt_unicode_records[];
extern const uint32_t molt_unicode_zeros[];   // the decimal digit zero of every script, ascending
extern const int32_t molt_unicode_zero_count;
extern const MoltUnicodeSpecial molt_unicode_special[];
extern const int32_t molt_unicode_special_count;
extern const MoltPowerOfTen molt_powers_of_ten[617];   // of 10^(index - 292)

// Swift does not import arrays of unknown size.
static inline const MoltUnicodeRecord *molt_unicode_record(uint32_t c) {
  return &molt_unicode_records[molt_unicode_blocks[molt_unicode_index[c >> 8] << 8 | (c & 0xff)]];
}
static inline uint32_t molt_unicode_zero(int32_t i) { return molt_unicode_zeros[i]; }
static inline const MoltUnicodeSpecial *molt_unicode_special_entry(int32_t i) { return &molt_unicode_special[i]; }
static inline MoltPowerOfTen molt_power_of_ten(int32_t i) { return molt_powers_of_ten[i]; }

#endif
