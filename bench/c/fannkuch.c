// examples/fannkuch.py in C: the same order of permutations, and flips on a copy.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long flips_of(const long *permutation, long *work, long n) {
  memcpy(work, permutation, n * sizeof(long));
  long flips = 0;
  long first = work[0];
  while (first) {
    for (long low = 0, high = first; low < high; low++, high--) {
      long swapped = work[low];
      work[low] = work[high];
      work[high] = swapped;
    }
    flips++;
    first = work[0];
  }
  return flips;
}

int main(int count, char **arguments) {
  long n = count > 1 ? atol(arguments[1]) : 7;
  long *current = malloc(n * sizeof(long)), *counts = calloc(n, sizeof(long)), *work = malloc(n * sizeof(long));
  for (long i = 0; i < n; i++) current[i] = i;
  long most = 0, checksum = 0, sign = 1, i = 1;
  for (;;) {
    long flips = flips_of(current, work, n);
    if (flips > most) most = flips;
    checksum += sign * flips;
    sign = -sign;
    // The next permutation: rotate the shortest prefix that has not been rotated all the way round.
    for (i = 1; i < n; i++) {
      long first = current[0];
      memmove(current, current + 1, i * sizeof(long));
      current[i] = first;
      if (counts[i] < i) break;
      counts[i] = 0;
    }
    if (i >= n) break;
    counts[i]++;
  }
  printf("%ld\nPfannkuchen(%ld) = %ld\n", checksum, n, most);
  return 0;
}
