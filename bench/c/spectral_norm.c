// examples/spectral_norm.py in C.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double element(long i, long j) { return 1.0 / (double)((i + j) * (i + j + 1) / 2 + i + 1); }

static double *times(const double *v, long n) {
  double *result = malloc(n * sizeof(double));
  for (long i = 0; i < n; i++) {
    double sum = 0;
    for (long j = 0; j < n; j++) sum += element(i, j) * v[j];
    result[i] = sum;
  }
  return result;
}

static double *times_transposed(const double *v, long n) {
  double *result = malloc(n * sizeof(double));
  for (long i = 0; i < n; i++) {
    double sum = 0;
    for (long j = 0; j < n; j++) sum += element(j, i) * v[j];
    result[i] = sum;
  }
  return result;
}

static double *both(const double *v, long n) {
  double *middle = times(v, n);
  double *result = times_transposed(middle, n);
  free(middle);
  return result;
}

int main(int count, char **arguments) {
  long n = count > 1 ? atol(arguments[1]) : 40;
  double *u = malloc(n * sizeof(double)), *v = NULL;
  for (long i = 0; i < n; i++) u[i] = 1.0;
  for (int round = 0; round < 10; round++) {
    free(v);
    v = both(u, n);
    free(u);
    u = both(v, n);
  }
  double vbv = 0, vv = 0;
  for (long i = 0; i < n; i++) {
    vbv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  printf("%.9f\n", sqrt(vbv / vv));
  return 0;
}
