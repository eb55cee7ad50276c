/* A line editor over libedit's wide API, signals that wake it, and the size of a terminal.
 *
 * libedit keeps the text, the cursor and the keys, and sets the modes of the terminal. It draws
 * nothing: it knows no prompt for further lines, no colours and no hints, and scrolls a long text
 * through the terminal at every key. Drawing is the owner's part, whenever it is asked for input.
 *
 * Nothing of histedit.h is seen by those who include this: its variadic functions are wrapped,
 * and its callbacks, which know only the editor, are given the context of their owner. */
#ifndef BRIEF_CEDITLINE_H
#define BRIEF_CEDITLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- The editor ---- */

typedef struct brief_editor brief_editor;

/* The keys that are handled by the owner. */
enum brief_editor_key {
  BRIEF_KEY_ENTER,
  BRIEF_KEY_NEW_LINE,
  BRIEF_KEY_COMPLETE,
  BRIEF_KEY_UP,
  BRIEF_KEY_DOWN,
  BRIEF_KEY_HOME,
  BRIEF_KEY_END,
  BRIEF_KEY_SEARCH_BACK,
  BRIEF_KEY_SEARCH_FORWARD,
  BRIEF_KEY_PASTE,
  BRIEF_KEY_LEFT,
  BRIEF_KEY_RIGHT,
  BRIEF_KEY_WORD_RIGHT,
  BRIEF_KEY_DELETE_BACK,
  BRIEF_KEY_DELETE,
  BRIEF_KEY_CLEAR,
  BRIEF_KEY_EDIT,
  BRIEF_KEY_UNDO,
  BRIEF_KEY_REDO,
  BRIEF_KEY_KILL_LINE,
  BRIEF_KEY_KILL_BEFORE,
  BRIEF_KEY_KILL_WORD,
  BRIEF_KEY_KILL_WORD_BEFORE,
  BRIEF_KEY_KILL_BLANK_WORD,
  BRIEF_KEY_YANK,
  BRIEF_KEY_RECALL_BACK,
  BRIEF_KEY_RECALL_FORWARD,
  BRIEF_KEY_CLOSE_BRACE,
  BRIEF_KEY_CLOSE_BRACKET,
  BRIEF_KEY_CLOSE_PARENTHESIS,
  /* Not a key: what BRIEF_REFRESH_SEQUENCE, given as input, comes to. */
  BRIEF_KEY_REFRESH,
  BRIEF_KEY_COUNT
};

/* Input that no terminal sends; it makes libedit draw what was changed between two keys. */
#define BRIEF_REFRESH_SEQUENCE "\033[9002~"

/* The same for the Escape key of vi, whose code begins the sequences of other keys. */
#define BRIEF_ESCAPE_SEQUENCE "\033[9003~"

/* What libedit does after a key. */
enum brief_editor_action {
  BRIEF_ACTION_NONE,
  BRIEF_ACTION_REFRESH,
  BRIEF_ACTION_BEEP,
  BRIEF_ACTION_ACCEPT
};

/* What reading a character gave. */
enum brief_editor_input {
  BRIEF_INPUT_FAILED = -1,
  BRIEF_INPUT_END = 0,
  BRIEF_INPUT_CHARACTER = 1
};

typedef struct {
  void *context;
  /* Handles a key; gives an action. */
  int (*key)(void *context, int key);
  /* Reads one code point; gives an input. */
  int (*read)(void *context, uint32_t *scalar);
} brief_editor_owner;

/* Makes LC_CTYPE a UTF-8 locale: the user's own, else C.UTF-8. False when there is none. */
bool brief_use_utf8_locale(void);

/* Creates an editor that reads the terminal `input` and draws on the terminal `output`; NULL when
 * it cannot. The file at `settings`, which may be NULL, is read as an .editrc. */
brief_editor *brief_editor_create(
    const char *program, int input, int output, brief_editor_owner owner, const char *settings);

/* Gives the terminal back as it was and frees the editor. */
void brief_editor_destroy(brief_editor *editor);

/* Whether the settings left editing on and the terminal moves its cursor as ECMA-48 has it. */
bool brief_editor_is_editing(brief_editor *editor);

/* Whether the settings chose the keys of vi. */
bool brief_editor_is_vi(brief_editor *editor);

/* Reads a line. Gives its length and, in `line`, its code points without the line end, which are
 * the editor's and last until the next call; -1 at the end of the input, -2 when reading failed. */
long brief_editor_read(brief_editor *editor, const uint32_t **line);

/* Gives the line being edited as for brief_editor_read, and the cursor in it. */
long brief_editor_line(brief_editor *editor, const uint32_t **line, long *cursor);

/* Replaces `count` code points from `start` by `text`, ended by 0, and leaves the cursor at its
 * end. */
void brief_editor_replace(brief_editor *editor, long start, long count, const uint32_t *text);

/* Moves the cursor before the code point at `position`. */
void brief_editor_move(brief_editor *editor, long position);

/* Reads one more code point, as a key's handler may; gives an input. */
int brief_editor_next(brief_editor *editor, uint32_t *scalar);

/* Writes bytes to the terminal. */
void brief_editor_write(brief_editor *editor, const char *bytes, size_t count);

/* Asks the terminal for its size. */
void brief_editor_resize(brief_editor *editor);

/* Puts the terminal into the mode for editing, or back into the one it had. */
void brief_editor_set_raw(brief_editor *editor, bool raw);

/* Adds an entry to the history that vi's commands walk. */
void brief_editor_remember(brief_editor *editor, const uint32_t *entry);

/* ---- Signals ---- */

/* Notes `signal` from now on instead of what it would do; a blocked read(2) is interrupted. */
void brief_signal_watch(int signal);

/* Lets `signal` do again what it does without us, or nothing at all. */
void brief_signal_reset(int signal);
void brief_signal_ignore(int signal);

/* Whether `signal` was noted; taking it forgets it. */
bool brief_signal_is_pending(int signal);
bool brief_signal_take(int signal);

/* A descriptor that can be read when a signal was noted since the last call of brief_signal_drain;
 * -1 when there is none. */
int brief_signal_descriptor(void);
void brief_signal_drain(void);

/* ---- The terminal ---- */

/* The columns and rows of the terminal behind `descriptor`; false when it says nothing. */
bool brief_terminal_size(int descriptor, int *columns, int *rows);

#endif
