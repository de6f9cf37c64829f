// What the runtime needs of the operating system and cannot declare in Swift: variadic functions, errno, struct
// layouts. Declared here rather than taken from libc's headers, which a freestanding wasm compilation does not find;
// system.c, which is compiled with the headers, defines them.
#ifndef MOLT_SYSTEM_H
#define MOLT_SYSTEM_H

#include <stdint.h>

// Open modes of molt_system_open, the same on every target.
enum {
  MOLT_OPEN_READ = 1, MOLT_OPEN_WRITE = 2, MOLT_OPEN_CREATE = 4, MOLT_OPEN_EXCLUSIVE = 8, MOLT_OPEN_TRUNCATE = 16,
  MOLT_OPEN_APPEND = 32,
};

// The kinds of errno that have an exception class, the same on every target; MOLT_ERRNO_OTHER for all others.
enum {
  MOLT_ERRNO_OTHER, MOLT_ERRNO_BLOCKING, MOLT_ERRNO_PIPE, MOLT_ERRNO_CHILD, MOLT_ERRNO_ABORTED, MOLT_ERRNO_REFUSED,
  MOLT_ERRNO_RESET, MOLT_ERRNO_EXISTS, MOLT_ERRNO_NO_ENTRY, MOLT_ERRNO_IS_DIRECTORY, MOLT_ERRNO_NOT_DIRECTORY,
  MOLT_ERRNO_INTERRUPTED, MOLT_ERRNO_PERMISSION, MOLT_ERRNO_NO_PROCESS, MOLT_ERRNO_TIMED_OUT,
};

int32_t molt_system_errno(void);
int32_t molt_system_errno_kind(int32_t number);
const char *molt_system_error_text(int32_t number);
int32_t molt_system_bad_descriptor(void);   // the number of EBADF
int32_t molt_system_is_directory_error(void);  // the number of EISDIR
int32_t molt_system_invalid(void);  // the number of EINVAL

// The descriptor, or -1 with errno set. A directory cannot be opened.
int32_t molt_system_open(const char *path, int32_t mode);
int32_t molt_system_close(int32_t descriptor);
// Repeat when a signal interrupts them.
intptr_t molt_system_read(int32_t descriptor, void *buffer, intptr_t count);
intptr_t molt_system_write(int32_t descriptor, const void *buffer, intptr_t count);
int64_t molt_system_seek(int32_t descriptor, int64_t offset, int32_t whence);
int32_t molt_system_truncate(int32_t descriptor, int64_t size);
int32_t molt_system_is_terminal(int32_t descriptor);
int64_t molt_system_file_size(int32_t descriptor);  // -1: unknown
// Writing to a closed pipe is an error instead of the end of the process.
void molt_system_ignore_broken_pipe(void);
#ifndef __wasm__
// Ends the process as the signal of an interrupt from the keyboard would have.
void molt_system_end_interrupted(void);
#endif

enum { MOLT_CLOCK_REAL, MOLT_CLOCK_MONOTONIC, MOLT_CLOCK_PROCESS, MOLT_CLOCK_THREAD };
int64_t molt_system_clock(int32_t clock);  // nanoseconds
int64_t molt_system_clock_resolution(int32_t clock);
int32_t molt_system_sleep(int64_t nanoseconds);

typedef struct MoltTime {
  int32_t year, month, day, hour, minute, second, weekday, yearday, isDaylightSaving, offset;
  const char *zone;
} MoltTime;
int32_t molt_system_split_time(int64_t seconds, int32_t isLocal, MoltTime *out);
int64_t molt_system_join_time(const MoltTime *time);
intptr_t molt_system_format_time(char *buffer, intptr_t size, const char *format, const MoltTime *time);

#endif
