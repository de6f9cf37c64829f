// examples/mandelbrot.py in C.
#include <stdio.h>
#include <stdlib.h>

#define LIMIT 50

static long escape_time(double cr, double ci) {
  double zr = 0.0, zi = 0.0;
  for (long i = 0; i < LIMIT; i++) {
    double zr2 = zr * zr;
    double zi2 = zi * zi;
    if (zr2 + zi2 > 4.0) return i;
    zi = 2.0 * zr * zi + ci;
    zr = zr2 - zi2 + cr;
  }
  return LIMIT;
}

int main(int count, char **arguments) {
  long size = count > 1 ? atol(arguments[1]) : 32;
  long checksum = 0;
  long *row = malloc(size * sizeof(long));
  char *text = malloc(size + 1);
  for (long y = 0; y < size; y++) {
    double ci = 2.0 * y / size - 1.0;
    for (long x = 0; x < size; x++) row[x] = escape_time(2.0 * x / size - 1.5, ci);
    long end = 0;
    for (long x = 0; x < size; x++) {
      checksum = (checksum * 31 + row[x]) % 1000000007;
      text[x] = row[x] == LIMIT ? '#' : " .:-=+*%@"[row[x] / 2 < 8 ? row[x] / 2 : 8];
      if (text[x] != ' ') end = x + 1;
    }
    if (size <= 64) printf("%.*s\n", (int)end, text);
  }
  printf("%ld x %ld: checksum %ld\n", size, size, checksum);
  return 0;
}
