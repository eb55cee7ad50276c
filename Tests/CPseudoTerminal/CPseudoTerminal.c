#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

pid_t pseudo_terminal_start(
    const char *path, char *const arguments[], char *const environment[], int columns, int rows,
    int *master) {
  int ours = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (ours < 0) return -1;
  char name[128];
  if (grantpt(ours) != 0 || unlockpt(ours) != 0 || ptsname_r(ours, name, sizeof name) != 0) {
    close(ours);
    return -1;
  }
  pseudo_terminal_resize(ours, columns, rows);
  pid_t process = fork();
  if (process == 0) {
    setsid();
    int theirs = open(name, O_RDWR);
    if (theirs < 0) _exit(126);
    ioctl(theirs, TIOCSCTTY, 0);
    dup2(theirs, 0);
    dup2(theirs, 1);
    dup2(theirs, 2);
    if (theirs > 2) close(theirs);
    /* The tests' runner may ignore or block signals; the program must not inherit that. */
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
    execve(path, arguments, environment);
    _exit(127);
  }
  if (process < 0) {
    close(ours);
    return -1;
  }
  *master = ours;
  return process;
}

void pseudo_terminal_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  ioctl(master, TIOCSWINSZ, &size);
}

const char *pseudo_terminal_image(void) {
  Dl_info info;
  return dladdr((void *)pseudo_terminal_image, &info) != 0 ? info.dli_fname : "";
}
