// examples/fib.py in C.
#include <stdio.h>
#include <stdlib.h>

static long fib(long n) {
  if (n < 2) return n;
  return fib(n - 1) + fib(n - 2);
}

int main(int count, char **arguments) {
  long n = count > 1 ? atol(arguments[1]) : 20;
  printf("fib(%ld) = %ld\n", n, fib(n));
  return 0;
}
