#include "CEditLine.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

/* A handler may only note what came; a byte in the pipe wakes whoever waits in poll(2). */
static atomic_bool pending[NSIG];
static int wakes[2] = {-1, -1};

static void note(int signal) {
  int saved = errno;
  atomic_store(&pending[signal], true);
  if (wakes[1] >= 0) {
    char byte = 0;
    ssize_t written = write(wakes[1], &byte, 1);
    (void)written;
  }
  errno = saved;
}

static void prepare(int descriptor) {
  fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
  fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

static bool is_valid(int signal) { return signal > 0 && signal < NSIG; }

static void set(int signal, void (*handler)(int)) {
  if (!is_valid(signal)) return;
  struct sigaction action = {.sa_handler = handler};
  sigemptyset(&action.sa_mask);
  /* Without SA_RESTART, so that a read from the terminal ends. */
  sigaction(signal, &action, NULL);
}

void brief_signal_watch(int signal) {
  if (wakes[0] < 0 && pipe(wakes) == 0) {
    prepare(wakes[0]);
    prepare(wakes[1]);
  }
  set(signal, note);
}

void brief_signal_reset(int signal) { set(signal, SIG_DFL); }

void brief_signal_ignore(int signal) { set(signal, SIG_IGN); }

bool brief_signal_is_pending(int signal) {
  return is_valid(signal) && atomic_load(&pending[signal]);
}

bool brief_signal_take(int signal) {
  return is_valid(signal) && atomic_exchange(&pending[signal], false);
}

int brief_signal_descriptor(void) { return wakes[0]; }

void brief_signal_drain(void) {
  char bytes[64];
  while (wakes[0] >= 0 && read(wakes[0], bytes, sizeof bytes) > 0) {
  }
}
