/* Starts a program on a terminal of its own, which Swift cannot do: it may not fork. */
#ifndef BRIEF_CPSEUDOTERMINAL_H
#define BRIEF_CPSEUDOTERMINAL_H

#include <sys/types.h>

/* Starts `path` with the terminal's side of a new pseudo-terminal as its input, outputs and
 * controlling terminal. Gives the process, and our side in `master`; -1 when it cannot. */
pid_t pseudo_terminal_start(
    const char *path, char *const arguments[], char *const environment[], int columns, int rows,
    int *master);

/* Tells the terminal its size, and the programs on it that it changed. */
void pseudo_terminal_resize(int master, int columns, int rows);

/* The file this code was loaded from: the program of the tests. */
const char *pseudo_terminal_image(void);

#endif
