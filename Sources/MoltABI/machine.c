// What the machine that a program runs on can do.
#include "molt_abi.h"

#if defined(__x86_64__)
#include <cpuid.h>

uint8_t molt_fuses;

// Set before anything else runs. The instructions need the system's support for their registers, too.
__attribute__((constructor)) static void molt_look_at_machine(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return;
  const unsigned needed = bit_FMA | bit_OSXSAVE | bit_AVX;
  if ((c & needed) != needed) return;
  unsigned low, high;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  molt_fuses = (low & 6) == 6;
}
#endif
