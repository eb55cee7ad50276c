#include "CModel.h"

// The lexicons are embedded in the binary, so there is no file to find at run time; their pages
// are read only when they are used.
static const unsigned char cues_bytes[] = {
#embed "data/cues.tsv"
};
static const unsigned char constructions_bytes[] = {
#embed "data/constructions.tsv"
};
static const unsigned char places_bytes[] = {
#embed "data/places.tsv"
};
static const unsigned char names_bytes[] = {
#embed "data/names.tsv"
};
static const unsigned char words_bytes[] = {
#embed "data/words.tsv"
};
static const unsigned char bodies_bytes[] = {
#embed "data/bodies.tsv"
};
static const unsigned char frequencies_bytes[] = {
#embed "data/frequencies.tsv"
};
static const unsigned char states_bytes[] = {
#embed "data/states.tsv"
};
static const unsigned char kinds_bytes[] = {
#embed "data/kinds.tsv"
};
static const unsigned char subjects_bytes[] = {
#embed "data/subjects.tsv"
};
_Alignas(64) static const unsigned char model_bytes[] = {
#embed "data/model.bin"
};

brief_embedded brief_embedded_cues(void) {
  return (brief_embedded){cues_bytes, sizeof cues_bytes};
}
brief_embedded brief_embedded_constructions(void) {
  return (brief_embedded){constructions_bytes, sizeof constructions_bytes};
}
brief_embedded brief_embedded_places(void) {
  return (brief_embedded){places_bytes, sizeof places_bytes};
}
brief_embedded brief_embedded_names(void) {
  return (brief_embedded){names_bytes, sizeof names_bytes};
}
brief_embedded brief_embedded_words(void) {
  return (brief_embedded){words_bytes, sizeof words_bytes};
}
brief_embedded brief_embedded_bodies(void) {
  return (brief_embedded){bodies_bytes, sizeof bodies_bytes};
}
brief_embedded brief_embedded_frequencies(void) {
  return (brief_embedded){frequencies_bytes, sizeof frequencies_bytes};
}
brief_embedded brief_embedded_states(void) {
  return (brief_embedded){states_bytes, sizeof states_bytes};
}
brief_embedded brief_embedded_kinds(void) {
  return (brief_embedded){kinds_bytes, sizeof kinds_bytes};
}
brief_embedded brief_embedded_subjects(void) {
  return (brief_embedded){subjects_bytes, sizeof subjects_bytes};
}
brief_embedded brief_embedded_model(void) {
  return (brief_embedded){model_bytes, sizeof model_bytes};
}

// Packages are built for the oldest processors of a family; wider instructions are chosen where
// there are any when the program starts.
#if defined(__x86_64__) && defined(__linux__)
__attribute__((target_clones("avx2", "default")))
#endif
void brief_add_rows(short *restrict scores, const signed char *restrict weights,
                    const unsigned long *restrict offsets, size_t count, size_t width) {
  for (size_t row = 0; row < count; row++) {
    const signed char *restrict from = weights + offsets[row];
    for (size_t block = 0; block < width; block += 16) {
      for (size_t index = 0; index < 16; index++) {
        scores[block + index] = (short)(scores[block + index] + from[block + index]);
      }
    }
  }
}
