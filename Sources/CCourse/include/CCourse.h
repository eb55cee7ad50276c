#ifndef BRIEF_CCOURSE_H
#define BRIEF_CCOURSE_H

#include <stddef.h>

/// One embedded file: its path below the directory of the lessons, its bytes, and how many there are.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} brief_course_file_t;

/// How many files the course has: lessons and the texts they read.
size_t brief_course_count(void);

/// The file at `index`, from 0; its name is `NULL` beyond the last one.
brief_course_file_t brief_course_file(size_t index);

#endif
