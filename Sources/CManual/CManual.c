#include "CManual.h"

// The program shows its own reference, so that there is one text of it and no file to find at run
// time.
static const unsigned char language_bytes[] = {
#embed "../BriefScript/BriefScript.docc/Language.md"
};
static const unsigned char program_bytes[] = {
#embed "text/program.md"
};
static const unsigned char tour_bytes[] = {
#embed "../../Scripts/examples/briefings/harbour-ministry-week-1.txt"
};

brief_embedded_text brief_manual_language(void) {
  return (brief_embedded_text){language_bytes, sizeof language_bytes};
}
brief_embedded_text brief_manual_program(void) {
  return (brief_embedded_text){program_bytes, sizeof program_bytes};
}
brief_embedded_text brief_manual_tour_briefing(void) {
  return (brief_embedded_text){tour_bytes, sizeof tour_bytes};
}
