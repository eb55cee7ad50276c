#ifndef BRIEF_CMODEL_H
#define BRIEF_CMODEL_H

#include <stddef.h>

/// One embedded file: its bytes and how many there are.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} brief_embedded;

/// Lexicons, as tab-separated text; each file says in its head what its columns are.
brief_embedded brief_embedded_cues(void);
brief_embedded brief_embedded_constructions(void);
brief_embedded brief_embedded_places(void);
brief_embedded brief_embedded_names(void);
brief_embedded brief_embedded_words(void);
brief_embedded brief_embedded_bodies(void);
brief_embedded brief_embedded_frequencies(void);
brief_embedded brief_embedded_states(void);
brief_embedded brief_embedded_kinds(void);
brief_embedded brief_embedded_subjects(void);

/// Asks for the memory at `address` to be brought near, without waiting for it.
static inline void brief_prefetch(const void *address) { __builtin_prefetch(address, 0, 3); }

/// Adds rows of `width` weights to `scores`: row `n` begins at `weights + offsets[n]`.
///
/// `width` is a multiple of 16. The sums have to fit 16 bits.
void brief_add_rows(short *restrict scores, const signed char *restrict weights,
                    const unsigned long *restrict offsets, size_t count, size_t width);

/// The trained model; it begins at a multiple of 64 bytes.
brief_embedded brief_embedded_model(void);

#endif
