#define _GNU_SOURCE
#include "molt_linux.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

int molt_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int molt_signal_descriptor(const sigset_t *set) { return signalfd(-1, set, SFD_NONBLOCK | SFD_CLOEXEC); }

int molt_next_signal(int descriptor) {
  struct signalfd_siginfo info;
  return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

void molt_adopt_orphans(void) { prctl(PR_SET_CHILD_SUBREAPER, 1); }
