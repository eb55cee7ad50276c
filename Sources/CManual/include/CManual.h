#ifndef BRIEF_CMANUAL_H
#define BRIEF_CMANUAL_H

#include <stddef.h>

/// One embedded text: its bytes, UTF-8, and how many there are.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} brief_embedded_text;

/// The reference of the language, Markdown.
brief_embedded_text brief_manual_language(void);

/// What the manual page of the program says beside the list of commands, Markdown.
brief_embedded_text brief_manual_program(void);

/// The invented briefing that the tour is on, plain text.
brief_embedded_text brief_manual_tour_briefing(void);

#endif
