#ifndef MOLT_LINUX_H
#define MOLT_LINUX_H
#include <signal.h>

// Linux calls that Swift's Glibc module leaves out.

/// pipe2 with O_CLOEXEC; 0 or -1 with errno.
int molt_pipe(int ends[2]);
/// A non-blocking, close-on-exec descriptor that is readable while a signal of `set` is pending; -1 with errno.
int molt_signal_descriptor(const sigset_t *set);
/// The next pending signal of such a descriptor; 0 when there is none.
int molt_next_signal(int descriptor);
/// From now on a process whose parent ends becomes a child of this one, which `waitpid` can wait for.
void molt_adopt_orphans(void);

#endif
