#include "CCourse.h"

// The course travels in the binary, so that a class needs nothing else. This list is that of
// Scripts/lessons; CourseTests compare the two, and write it anew when BRIEF_RECORD is set.

static const unsigned char file_0[] = {
#embed "../../Scripts/lessons/01-first-questions.brief"
};
static const unsigned char file_1[] = {
#embed "../../Scripts/lessons/02-who-speaks.brief"
};
static const unsigned char file_2[] = {
#embed "../../Scripts/lessons/03-direct-mixed-indirect.brief"
};
static const unsigned char file_3[] = {
#embed "../../Scripts/lessons/04-the-word-that-reports.brief"
};
static const unsigned char file_4[] = {
#embed "../../Scripts/lessons/05-tables.brief"
};
static const unsigned char file_5[] = {
#embed "../../Scripts/lessons/06-counting-honestly.brief"
};
static const unsigned char file_6[] = {
#embed "../../Scripts/lessons/07-who-and-what.brief"
};
static const unsigned char file_7[] = {
#embed "../../Scripts/lessons/08-what-it-is-about.brief"
};
static const unsigned char file_8[] = {
#embed "../../Scripts/lessons/09-when.brief"
};
static const unsigned char file_9[] = {
#embed "../../Scripts/lessons/10-words-in-context.brief"
};
static const unsigned char file_10[] = {
#embed "../../Scripts/lessons/11-two-papers.brief"
};
static const unsigned char file_11[] = {
#embed "../../Scripts/lessons/12-between-the-lines.brief"
};
static const unsigned char file_12[] = {
#embed "../../Scripts/lessons/13-when-the-machine-is-wrong.brief"
};
static const unsigned char file_13[] = {
#embed "../../Scripts/lessons/14-a-script-that-checks.brief"
};
static const unsigned char file_14[] = {
#embed "../../Scripts/lessons/briefings/early-edition.txt"
};
static const unsigned char file_15[] = {
#embed "../../Scripts/lessons/briefings/gazette-week-1.txt"
};
static const unsigned char file_16[] = {
#embed "../../Scripts/lessons/briefings/gazette-week-2.txt"
};
static const unsigned char file_17[] = {
#embed "../../Scripts/lessons/briefings/herald-week-1.txt"
};
static const unsigned char file_18[] = {
#embed "../../Scripts/lessons/briefings/ministry-transcript.txt"
};
static const unsigned char file_19[] = {
#embed "../../Scripts/lessons/briefings/sunday-report.txt"
};
static const unsigned char file_20[] = {
#embed "../../Scripts/lessons/briefings/treaty-statement.txt"
};
static const unsigned char file_21[] = {
#embed "../../Scripts/lessons/briefings/wire-brackwater.txt"
};

static const brief_course_file_t files[] = {
    {"01-first-questions.brief", file_0, sizeof file_0},
    {"02-who-speaks.brief", file_1, sizeof file_1},
    {"03-direct-mixed-indirect.brief", file_2, sizeof file_2},
    {"04-the-word-that-reports.brief", file_3, sizeof file_3},
    {"05-tables.brief", file_4, sizeof file_4},
    {"06-counting-honestly.brief", file_5, sizeof file_5},
    {"07-who-and-what.brief", file_6, sizeof file_6},
    {"08-what-it-is-about.brief", file_7, sizeof file_7},
    {"09-when.brief", file_8, sizeof file_8},
    {"10-words-in-context.brief", file_9, sizeof file_9},
    {"11-two-papers.brief", file_10, sizeof file_10},
    {"12-between-the-lines.brief", file_11, sizeof file_11},
    {"13-when-the-machine-is-wrong.brief", file_12, sizeof file_12},
    {"14-a-script-that-checks.brief", file_13, sizeof file_13},
    {"briefings/early-edition.txt", file_14, sizeof file_14},
    {"briefings/gazette-week-1.txt", file_15, sizeof file_15},
    {"briefings/gazette-week-2.txt", file_16, sizeof file_16},
    {"briefings/herald-week-1.txt", file_17, sizeof file_17},
    {"briefings/ministry-transcript.txt", file_18, sizeof file_18},
    {"briefings/sunday-report.txt", file_19, sizeof file_19},
    {"briefings/treaty-statement.txt", file_20, sizeof file_20},
    {"briefings/wire-brackwater.txt", file_21, sizeof file_21},
    {0, 0, 0},
};

size_t brief_course_count(void) { return sizeof files / sizeof files[0] - 1; }

brief_course_file_t brief_course_file(size_t index) {
  return files[index < brief_course_count() ? index : brief_course_count()];
}
