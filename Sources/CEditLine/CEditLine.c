#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CEditLine.h"

#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "a wide character must hold a code point");

struct brief_editor {
  EditLine *line;
  HistoryW *history;
  brief_editor_owner owner;
  FILE *input;
  FILE *output;
  FILE *errors;
  /* What libedit draws with, of which only the bell comes through. */
  FILE *drawing;
};

static brief_editor *editor_of(EditLine *line) {
  void *data = NULL;
  el_wget(line, EL_CLIENTDATA, &data);
  return data;
}

bool brief_use_utf8_locale(void) {
  static const char *const names[] = {"", "C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"};
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    if (setlocale(LC_CTYPE, names[index]) == NULL) continue;
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  }
  return false;
}

/* ---- Keys ---- */

/* Sequences no terminal sends, by which a key's handler reaches a function of libedit's. */
#define ACCEPT_SEQUENCE L"\033[9001~"

static unsigned char handle(EditLine *line, int key) {
  brief_editor *editor = editor_of(line);
  switch (editor->owner.key(editor->owner.context, key)) {
    case BRIEF_ACTION_REFRESH: return CC_REFRESH;
    case BRIEF_ACTION_BEEP: return CC_REFRESH_BEEP;
    case BRIEF_ACTION_ACCEPT:
      el_wpush(line, ACCEPT_SEQUENCE);
      return CC_REFRESH;
    default: return CC_NORM;
  }
}

#define HANDLER(name, key) \
  static unsigned char name(EditLine *line, wint_t character) { \
    (void)character; \
    return handle(line, key); \
  }

HANDLER(on_enter, BRIEF_KEY_ENTER)
HANDLER(on_new_line, BRIEF_KEY_NEW_LINE)
HANDLER(on_complete, BRIEF_KEY_COMPLETE)
HANDLER(on_up, BRIEF_KEY_UP)
HANDLER(on_down, BRIEF_KEY_DOWN)
HANDLER(on_home, BRIEF_KEY_HOME)
HANDLER(on_end, BRIEF_KEY_END)
HANDLER(on_search_back, BRIEF_KEY_SEARCH_BACK)
HANDLER(on_search_forward, BRIEF_KEY_SEARCH_FORWARD)
HANDLER(on_paste, BRIEF_KEY_PASTE)
HANDLER(on_refresh, BRIEF_KEY_REFRESH)
HANDLER(on_left, BRIEF_KEY_LEFT)
HANDLER(on_right, BRIEF_KEY_RIGHT)
HANDLER(on_word_right, BRIEF_KEY_WORD_RIGHT)
HANDLER(on_delete_back, BRIEF_KEY_DELETE_BACK)
HANDLER(on_delete, BRIEF_KEY_DELETE)
HANDLER(on_clear, BRIEF_KEY_CLEAR)
HANDLER(on_edit, BRIEF_KEY_EDIT)
HANDLER(on_undo, BRIEF_KEY_UNDO)
HANDLER(on_redo, BRIEF_KEY_REDO)
HANDLER(on_kill_line, BRIEF_KEY_KILL_LINE)
HANDLER(on_kill_before, BRIEF_KEY_KILL_BEFORE)
HANDLER(on_kill_word, BRIEF_KEY_KILL_WORD)
HANDLER(on_kill_word_before, BRIEF_KEY_KILL_WORD_BEFORE)
HANDLER(on_kill_blank_word, BRIEF_KEY_KILL_BLANK_WORD)
HANDLER(on_yank, BRIEF_KEY_YANK)
HANDLER(on_recall_back, BRIEF_KEY_RECALL_BACK)
HANDLER(on_recall_forward, BRIEF_KEY_RECALL_FORWARD)

static unsigned char on_close(EditLine *line, wint_t character) {
  switch (character) {
    case L'}': return handle(line, BRIEF_KEY_CLOSE_BRACE);
    case L']': return handle(line, BRIEF_KEY_CLOSE_BRACKET);
    default: return handle(line, BRIEF_KEY_CLOSE_PARENTHESIS);
  }
}

static const struct {
  const wchar_t *name;
  const wchar_t *help;
  unsigned char (*function)(EditLine *, wint_t);
} functions[] = {
    {L"brief-enter", L"Accept the line when it is complete", on_enter},
    {L"brief-new-line", L"Insert a line end", on_new_line},
    {L"brief-complete", L"Complete the word before the cursor", on_complete},
    {L"brief-up", L"Go up a line, or back in the history", on_up},
    {L"brief-down", L"Go down a line, or forward in the history", on_down},
    {L"brief-home", L"Go to the beginning of the line", on_home},
    {L"brief-end", L"Go to the end of the line", on_end},
    {L"brief-search-back", L"Find the line before that holds the text", on_search_back},
    {L"brief-search-forward", L"Find the line after that holds the text", on_search_forward},
    {L"brief-paste", L"Insert pasted text", on_paste},
    {L"brief-refresh", L"Draw what was changed", on_refresh},
    {L"brief-left", L"Go back a character", on_left},
    {L"brief-right", L"Go on a character, or take the hint", on_right},
    {L"brief-word-right", L"Go on a word, or take a word of the hint", on_word_right},
    {L"brief-delete-back", L"Delete the character before the cursor", on_delete_back},
    {L"brief-delete", L"Delete the character at the cursor", on_delete},
    {L"brief-clear", L"Clear the screen", on_clear},
    {L"brief-edit", L"Open an editor on the text", on_edit},
    {L"brief-undo", L"Undo the last change", on_undo},
    {L"brief-redo", L"Do again what was undone", on_redo},
    {L"brief-kill-line", L"Cut to the end of the line", on_kill_line},
    {L"brief-kill-before", L"Cut to the beginning of the line", on_kill_before},
    {L"brief-kill-word", L"Cut to the end of the word", on_kill_word},
    {L"brief-kill-word-before", L"Cut to the beginning of the word", on_kill_word_before},
    {L"brief-kill-blank-word", L"Cut back to white space", on_kill_blank_word},
    {L"brief-yank", L"Insert what was cut", on_yank},
    {L"brief-recall-back", L"Find the line before that holds the text", on_recall_back},
    {L"brief-recall-forward", L"Find the line after that holds the text", on_recall_forward},
    {L"brief-close", L"Close a bracket", on_close},
};

typedef struct {
  const wchar_t *keys;
  const wchar_t *function;
} binding;

/* In the keys of emacs and in both modes of vi. */
static const binding everywhere[] = {
    {ACCEPT_SEQUENCE, L"ed-newline"},
    {L"" BRIEF_REFRESH_SEQUENCE, L"brief-refresh"},
    {L"\\n", L"brief-enter"},
    {L"\\r", L"brief-enter"},
    {L"\033\\n", L"brief-new-line"},
    {L"\033\\r", L"brief-new-line"},
    {L"\\t", L"brief-complete"},
    {L"\033[Z", L"brief-complete"},
    {L"\033[A", L"brief-up"},
    {L"\033OA", L"brief-up"},
    {L"\033[B", L"brief-down"},
    {L"\033OB", L"brief-down"},
    {L"\033[D", L"brief-left"},
    {L"\033OD", L"brief-left"},
    {L"\033[1;5D", L"ed-prev-word"},
    {L"\033[1;3D", L"ed-prev-word"},
    {L"\033[H", L"brief-home"},
    {L"\033OH", L"brief-home"},
    {L"\033[1~", L"brief-home"},
    {L"\033[7~", L"brief-home"},
    {L"\033[F", L"brief-end"},
    {L"\033OF", L"brief-end"},
    {L"\033[4~", L"brief-end"},
    {L"\033[8~", L"brief-end"},
    {L"\033[3~", L"brief-delete"},
    {L"\033[3;5~", L"brief-kill-word"},
    {L"\033[200~", L"brief-paste"},
    /* The end of a paste nobody began. */
    {L"\033[201~", L"ed-ignore"},
    {L"^R", L"brief-search-back"},
    {L"^S", L"brief-search-forward"},
    {L"^L", L"brief-clear"},
    {L"^_", L"brief-undo"},
};

/* Where typing inserts: not in the command mode of vi, where the cursor stays on a character. */
static const binding inserting[] = {
    {L"\033[C", L"brief-right"},
    {L"\033OC", L"brief-right"},
    {L"\033[1;5C", L"brief-word-right"},
    {L"\033[1;3C", L"brief-word-right"},
    {L"^H", L"brief-delete-back"},
    {L"^?", L"brief-delete-back"},
    {L"^E", L"brief-end"},
    {L"^F", L"brief-right"},
    {L"^U", L"brief-kill-before"},
    {L"^W", L"brief-kill-blank-word"},
    {L"^X^E", L"brief-edit"},
    {L")", L"brief-close"},
    {L"]", L"brief-close"},
    {L"}", L"brief-close"},
};

static const binding emacs[] = {
    {L"^A", L"brief-home"},
    {L"^B", L"brief-left"},
    {L"^K", L"brief-kill-line"},
    {L"^N", L"brief-down"},
    {L"^P", L"brief-up"},
    {L"^X^U", L"brief-undo"},
    {L"^Y", L"brief-yank"},
    {L"\033b", L"ed-prev-word"},
    {L"\033d", L"brief-kill-word"},
    {L"\033e", L"brief-edit"},
    {L"\033f", L"brief-word-right"},
    {L"\033n", L"brief-recall-forward"},
    {L"\033p", L"brief-recall-back"},
    {L"\033/", L"brief-redo"},
    {L"\033_", L"brief-redo"},
    {L"\033^H", L"brief-kill-word-before"},
    {L"\033^?", L"brief-kill-word-before"},
};

static const binding vi_commands[] = {
    {L"\033[C", L"ed-next-char"},
    {L"\033OC", L"ed-next-char"},
    {L"\033[1;5C", L"vi-next-word"},
    {L"\033[1;3C", L"vi-next-word"},
    {L"v", L"brief-edit"},
    /* libedit takes what is searched for as a regular expression, and some take for ever. */
    {L"/", L"brief-search-back"},
    {L"?", L"brief-search-forward"},
    {L"K", L"brief-recall-back"},
    {L"J", L"brief-recall-forward"},
    /* A command line of libedit's own. */
    {L":", L"ed-unassigned"},
    {L"" BRIEF_ESCAPE_SEQUENCE, L"vi-command-mode"},
};

/* An unmatched quotation mark typed after M-x crashes libedit. */
static const binding forbidden[] = {
    {L"\033x", L"ed-unassigned"},
    {L"\033X", L"ed-unassigned"},
};

#define BIND(line, table, alternate) bind_all(line, table, sizeof table / sizeof *table, alternate)

static void bind_all(EditLine *line, const binding *table, size_t count, bool alternate) {
  for (size_t index = 0; index < count; index++) {
    if (alternate) {
      el_wset(line, EL_BIND, L"-a", table[index].keys, table[index].function, NULL);
    } else {
      el_wset(line, EL_BIND, table[index].keys, table[index].function, NULL);
    }
  }
}

static bool is_vi(EditLine *line) {
  const wchar_t *mode = NULL;
  el_wget(line, EL_EDITOR, &mode);
  return mode != NULL && wcscmp(mode, L"vi") == 0;
}

static void set_up_keys(EditLine *line) {
  for (size_t index = 0; index < sizeof functions / sizeof *functions; index++) {
    el_wset(line, EL_ADDFN, functions[index].name, functions[index].help,
            functions[index].function);
  }
  BIND(line, everywhere, false);
  BIND(line, inserting, false);
  if (is_vi(line)) {
    BIND(line, everywhere, true);
    BIND(line, vi_commands, true);
    el_wset(line, EL_BIND, L"" BRIEF_ESCAPE_SEQUENCE, L"vi-command-mode", NULL);
  } else {
    BIND(line, emacs, false);
  }
}

static void forbid_keys(EditLine *line) {
  BIND(line, forbidden, false);
  if (is_vi(line)) BIND(line, forbidden, true);
}

/* Whether the words of a setting are `bind -v` or `bind -e`, which choose all keys anew. */
static bool chooses_keys(int count, const char *const *words) {
  return count > 1 && strcmp(words[0], "bind") == 0
      && (strcmp(words[1], "-v") == 0 || strcmp(words[1], "-e") == 0);
}

/* Reads an .editrc line by line. el_source would crash at an unmatched quotation mark. It is read
 * twice: first to know whose keys are wanted, then, `again`, to bind keys over ours. */
static void read_settings(EditLine *line, const char *path, bool again) {
  FILE *file = fopen(path, "re");
  if (file == NULL) return;
  char *text = NULL;
  size_t capacity = 0;
  ssize_t length;
  while ((length = getline(&text, &capacity, file)) >= 0) {
    if (length > 0 && text[length - 1] == '\n') text[length - 1] = '\0';
    char *start = text + strspn(text, " \t");
    if (*start == '\0' || *start == '#') continue;
    Tokenizer *tokenizer = tok_init(NULL);
    if (tokenizer == NULL) break;
    int count = 0;
    const char **words = NULL;
    if (tok_str(tokenizer, start, &count, &words) == 0 && count > 0
        && !(again && chooses_keys(count, words))) {
      el_parse(line, count, words);
    }
    tok_end(tokenizer);
  }
  free(text);
  fclose(file);
}

/* ---- The editor ---- */

/* libedit keeps the text and knows the keys; what is on the screen is its owner's affair. */
static ssize_t ring_only(void *context, const char *bytes, size_t count) {
  brief_editor *editor = context;
  if (memchr(bytes, '\a', count) != NULL) brief_editor_write(editor, "\a", 1);
  return (ssize_t)count;
}

/* Brings the cursor of libedit's own drawing, which nobody sees, back into its rows.
 *
 * Where a text has as many rows as the terminal, libedit moves that cursor one row too far, and the
 * next character that is typed at the end of the text would be noted outside of all rows. */
static void keep_in_rows(EditLine *line) {
  static char rows_name[] = "li";
  static char columns_name[] = "co";
  int rows = 0;
  int columns = 0;
  if (el_get(line, EL_GETTC, rows_name, &rows) != 0
      || el_get(line, EL_GETTC, columns_name, &columns) != 0 || columns < 1) {
    return;
  }
  const LineInfoW *info = el_wline(line);
  long cells = 0;
  long most = (long)(rows - 2) * columns;
  for (const wchar_t *next = info->buffer; next < info->lastchar && cells < most; next++) {
    /* A tab, a character that is wide, and one that is written out take eight cells at most. */
    cells += *next == L'\n' ? columns : 1;
    if (*next < L' ' || *next >= 0x7F) cells += 7;
  }
  if (cells >= most) el_wset(line, EL_REFRESH);
}

static int read_character(EditLine *line, wchar_t *character) {
  brief_editor *editor = editor_of(line);
  uint32_t scalar = 0;
  int result = editor->owner.read(editor->owner.context, &scalar);
  if (result == BRIEF_INPUT_CHARACTER) keep_in_rows(line);
  *character = result == BRIEF_INPUT_CHARACTER ? (wchar_t)scalar : L'\0';
  return result;
}

static FILE *open_copy(int descriptor, const char *mode) {
  int copy = dup(descriptor);
  if (copy < 0) return NULL;
  FILE *file = fdopen(copy, mode);
  if (file == NULL) close(copy);
  return file;
}

brief_editor *brief_editor_create(
    const char *program, int input, int output, brief_editor_owner owner, const char *settings) {
  brief_editor *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->owner = owner;
  editor->input = open_copy(input, "r");
  editor->output = open_copy(output, "w");
  /* What libedit says of an unknown terminal or a wrong setting is of no use in the middle of a
   * line. */
  editor->errors = fopen("/dev/null", "we");
  cookie_io_functions_t functions_of_drawing = {.write = ring_only};
  editor->drawing = fopencookie(editor, "w", functions_of_drawing);
  if (editor->input != NULL && editor->output != NULL && editor->errors != NULL
      && editor->drawing != NULL) {
    /* The descriptor has to be that of the terminal, or its modes are left alone. */
    editor->line = el_init_fd(
        program, editor->input, editor->drawing, editor->errors, fileno(editor->input),
        fileno(editor->output), fileno(editor->errors));
  }
  editor->history = history_winit();
  if (editor->line == NULL || editor->history == NULL) {
    brief_editor_destroy(editor);
    return NULL;
  }
  EditLine *line = editor->line;
  HistEventW event;
  history_w(editor->history, &event, H_SETSIZE, 10000);
  history_w(editor->history, &event, H_SETUNIQUE, 1);
  el_wset(line, EL_CLIENTDATA, editor);
  el_wset(line, EL_EDITOR, L"emacs");
  el_wset(line, EL_HIST, history_w, editor->history);
  if (settings != NULL) read_settings(line, settings, false);
  /* EL_SIGNAL 1 would signal the whole process group. */
  el_wset(line, EL_SIGNAL, 0);
  /* Ctrl-S searches; it must not stop the terminal. */
  el_wset(line, EL_SETTY, L"-d", L"-ixon", NULL);
  el_wset(line, EL_GETCFN, read_character);
  set_up_keys(line);
  if (settings != NULL) read_settings(line, settings, true);
  forbid_keys(line);
  return editor;
}

void brief_editor_destroy(brief_editor *editor) {
  if (editor == NULL) return;
  if (editor->line != NULL) el_end(editor->line);
  if (editor->history != NULL) history_wend(editor->history);
  if (editor->input != NULL) fclose(editor->input);
  if (editor->output != NULL) fclose(editor->output);
  if (editor->errors != NULL) fclose(editor->errors);
  if (editor->drawing != NULL) fclose(editor->drawing);
  free(editor);
}

bool brief_editor_is_editing(brief_editor *editor) {
  int mode = 0;
  if (el_wget(editor->line, EL_EDITMODE, &mode) != 0 || mode == 0) return false;
  /* Going up tells a screen from paper; the form of erasing tells ECMA-48 from what was before. */
  static char up_name[] = "up";
  static char erase_name[] = "ce";
  char *up = NULL;
  char *erase = NULL;
  return el_get(editor->line, EL_GETTC, up_name, &up) == 0 && up != NULL && *up != '\0'
      && el_get(editor->line, EL_GETTC, erase_name, &erase) == 0 && erase != NULL
      && strncmp(erase, "\033[", 2) == 0;
}

bool brief_editor_is_vi(brief_editor *editor) { return is_vi(editor->line); }

long brief_editor_read(brief_editor *editor, const uint32_t **line) {
  int count = 0;
  const wchar_t *text = el_wgets(editor->line, &count);
  *line = (const uint32_t *)text;
  if (text == NULL) return count < 0 ? -2 : -1;
  while (count > 0 && (text[count - 1] == L'\n' || text[count - 1] == L'\r')) count--;
  return count;
}

long brief_editor_line(brief_editor *editor, const uint32_t **line, long *cursor) {
  const LineInfoW *info = el_wline(editor->line);
  *line = (const uint32_t *)info->buffer;
  *cursor = info->cursor - info->buffer;
  return info->lastchar - info->buffer;
}

void brief_editor_move(brief_editor *editor, long position) {
  const LineInfoW *info = el_wline(editor->line);
  el_cursor(editor->line, (int)(position - (info->cursor - info->buffer)));
}

void brief_editor_replace(brief_editor *editor, long start, long count, const uint32_t *text) {
  if (count > 0) {
    brief_editor_move(editor, start + count);
    el_deletestr(editor->line, (int)count);
  } else {
    brief_editor_move(editor, start);
  }
  if (*text != 0) el_winsertstr(editor->line, (const wchar_t *)text);
}

int brief_editor_next(brief_editor *editor, uint32_t *scalar) {
  wchar_t character = L'\0';
  int result = el_wgetc(editor->line, &character);
  *scalar = (uint32_t)character;
  return result;
}

void brief_editor_write(brief_editor *editor, const char *bytes, size_t count) {
  fwrite(bytes, 1, count, editor->output);
  fflush(editor->output);
}

void brief_editor_resize(brief_editor *editor) { el_resize(editor->line); }

void brief_editor_set_raw(brief_editor *editor, bool raw) {
  el_wset(editor->line, EL_PREP_TERM, raw ? 1 : 0);
}

void brief_editor_remember(brief_editor *editor, const uint32_t *entry) {
  HistEventW event;
  history_w(editor->history, &event, H_ENTER, (const wchar_t *)entry);
}

bool brief_terminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}
