// measure RESULT COMMAND…: runs the command and writes "seconds KiB status" to the file RESULT.
//
// A small process of its own, because a process that is started from a large one (Python with vfork) inherits the peak
// memory of that one in its own count.
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(int count, char **arguments) {
  if (count < 3) return 2;
  struct timespec start, end;
  struct rusage usage;
  int status = 0;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pid_t child = fork();
  if (child < 0) return 3;
  if (child == 0) {
    execvp(arguments[2], arguments + 2);
    _exit(127);
  }
  if (wait4(child, &status, 0, &usage) < 0) return 3;
  clock_gettime(CLOCK_MONOTONIC, &end);
  FILE *result = fopen(arguments[1], "w");
  if (!result) return 3;
  double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
  fprintf(result, "%.9f %ld %d\n", seconds, usage.ru_maxrss, status);
  return fclose(result) == 0 ? 0 : 3;
}
