// The operating system as molt_system.h describes it: Linux and WASI.
#define _GNU_SOURCE
#include "molt_system.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#ifndef __wasm__
#include <signal.h>
#endif

int32_t molt_system_errno(void) { return errno; }

int32_t molt_system_errno_kind(int32_t number) {
  // Chains of comparisons: some of these numbers are equal on some targets.
  if (number == EAGAIN || number == EWOULDBLOCK || number == EALREADY || number == EINPROGRESS)
    return MOLT_ERRNO_BLOCKING;
  if (number == EPIPE) return MOLT_ERRNO_PIPE;
#ifdef ESHUTDOWN
  if (number == ESHUTDOWN) return MOLT_ERRNO_PIPE;
#endif
  if (number == ECHILD) return MOLT_ERRNO_CHILD;
  if (number == ECONNABORTED) return MOLT_ERRNO_ABORTED;
  if (number == ECONNREFUSED) return MOLT_ERRNO_REFUSED;
  if (number == ECONNRESET) return MOLT_ERRNO_RESET;
  if (number == EEXIST) return MOLT_ERRNO_EXISTS;
  if (number == ENOENT) return MOLT_ERRNO_NO_ENTRY;
  if (number == EISDIR) return MOLT_ERRNO_IS_DIRECTORY;
  if (number == ENOTDIR) return MOLT_ERRNO_NOT_DIRECTORY;
  if (number == EINTR) return MOLT_ERRNO_INTERRUPTED;
  if (number == EACCES || number == EPERM) return MOLT_ERRNO_PERMISSION;
  if (number == ESRCH) return MOLT_ERRNO_NO_PROCESS;
  if (number == ETIMEDOUT) return MOLT_ERRNO_TIMED_OUT;
  return MOLT_ERRNO_OTHER;
}

const char *molt_system_error_text(int32_t number) { return strerror(number); }
int32_t molt_system_bad_descriptor(void) { return EBADF; }
int32_t molt_system_is_directory_error(void) { return EISDIR; }
int32_t molt_system_invalid(void) { return EINVAL; }

int32_t molt_system_open(const char *path, int32_t mode) {
  int flags = (mode & MOLT_OPEN_WRITE) ? (mode & MOLT_OPEN_READ) ? O_RDWR : O_WRONLY : O_RDONLY;
  if (mode & MOLT_OPEN_CREATE) flags |= O_CREAT;
  if (mode & MOLT_OPEN_EXCLUSIVE) flags |= O_EXCL;
  if (mode & MOLT_OPEN_TRUNCATE) flags |= O_TRUNC;
  if (mode & MOLT_OPEN_APPEND) flags |= O_APPEND;
#ifdef O_CLOEXEC
  flags |= O_CLOEXEC;
#endif
  int descriptor;
  do { descriptor = open(path, flags, 0666); } while (descriptor < 0 && errno == EINTR);
  if (descriptor < 0) return -1;
  struct stat status;
  if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    close(descriptor);
    errno = EISDIR;
    return -1;
  }
  return descriptor;
}

int32_t molt_system_close(int32_t descriptor) { return close(descriptor); }

intptr_t molt_system_read(int32_t descriptor, void *buffer, intptr_t count) {
  for (;;) {
    ssize_t n = read(descriptor, buffer, (size_t)count);
    if (n >= 0 || errno != EINTR) return n;
  }
}

intptr_t molt_system_write(int32_t descriptor, const void *buffer, intptr_t count) {
  for (;;) {
    ssize_t n = write(descriptor, buffer, (size_t)count);
    if (n >= 0 || errno != EINTR) return n;
  }
}

int64_t molt_system_seek(int32_t descriptor, int64_t offset, int32_t whence) {
  return lseek(descriptor, offset, whence == 0 ? SEEK_SET : whence == 1 ? SEEK_CUR : SEEK_END);
}

int32_t molt_system_truncate(int32_t descriptor, int64_t size) { return ftruncate(descriptor, size); }
int32_t molt_system_is_terminal(int32_t descriptor) { return isatty(descriptor); }

int64_t molt_system_file_size(int32_t descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) ? (int64_t)status.st_size : -1;
}

void molt_system_ignore_broken_pipe(void) {
#ifndef __wasm__
  signal(SIGPIPE, SIG_IGN);
#endif
}

static clockid_t clock_of(int32_t clock) {
#ifndef __wasm__
  if (clock == MOLT_CLOCK_PROCESS) return CLOCK_PROCESS_CPUTIME_ID;
  if (clock == MOLT_CLOCK_THREAD) return CLOCK_THREAD_CPUTIME_ID;
#endif
  return clock == MOLT_CLOCK_REAL ? CLOCK_REALTIME : CLOCK_MONOTONIC;
}

int64_t molt_system_clock(int32_t clock) {
  struct timespec now;
  if (clock_gettime(clock_of(clock), &now) != 0) return 0;
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t molt_system_clock_resolution(int32_t clock) {
  struct timespec step;
  if (clock_getres(clock_of(clock), &step) != 0) return 1;
  return (int64_t)step.tv_sec * 1000000000 + step.tv_nsec;
}

int32_t molt_system_sleep(int64_t nanoseconds) {
  struct timespec rest = {nanoseconds / 1000000000, nanoseconds % 1000000000};
  while (nanosleep(&rest, &rest) != 0) {
    if (errno != EINTR) return -1;
  }
  return 0;
}

int32_t molt_system_split_time(int64_t seconds, int32_t isLocal, MoltTime *out) {
  time_t when = (time_t)seconds;
  struct tm parts;
  memset(&parts, 0, sizeof parts);
  if ((isLocal ? localtime_r(&when, &parts) : gmtime_r(&when, &parts)) == 0) return -1;
  out->year = parts.tm_year + 1900;
  out->month = parts.tm_mon + 1;
  out->day = parts.tm_mday;
  out->hour = parts.tm_hour;
  out->minute = parts.tm_min;
  out->second = parts.tm_sec;
  out->weekday = (parts.tm_wday + 6) % 7;
  out->yearday = parts.tm_yday + 1;
  out->isDaylightSaving = parts.tm_isdst;
#ifdef __wasm__
  out->offset = 0;
  out->zone = "UTC";
#else
  out->offset = (int32_t)parts.tm_gmtoff;
  out->zone = parts.tm_zone;
#endif
  return 0;
}

static void to_parts(const MoltTime *time, struct tm *parts) {
  memset(parts, 0, sizeof *parts);
  parts->tm_year = time->year - 1900;
  parts->tm_mon = time->month - 1;
  parts->tm_mday = time->day;
  parts->tm_hour = time->hour;
  parts->tm_min = time->minute;
  parts->tm_sec = time->second;
  parts->tm_wday = (time->weekday + 1) % 7;
  parts->tm_yday = time->yearday - 1;
  parts->tm_isdst = time->isDaylightSaving;
#ifndef __wasm__
  parts->tm_gmtoff = time->offset;
  parts->tm_zone = time->zone;
#endif
}

int64_t molt_system_join_time(const MoltTime *time) {
  struct tm parts;
  to_parts(time, &parts);
  return (int64_t)mktime(&parts);
}

intptr_t molt_system_format_time(char *buffer, intptr_t size, const char *format, const MoltTime *time) {
  struct tm parts;
  to_parts(time, &parts);
  return (intptr_t)strftime(buffer, (size_t)size, format, &parts);
}

#ifndef __wasm__
void molt_system_end_interrupted(void) {
  signal(SIGINT, SIG_DFL);
  raise(SIGINT);
}
#endif
