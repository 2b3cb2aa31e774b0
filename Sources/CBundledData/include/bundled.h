#pragma once
#include <stddef.h>

/// A file compiled into the program.
struct sonae_bundled_file {
  const char *path;
  size_t size;
  const unsigned char *bytes;
};

/// The first of the files, in the order of `files.h`, and how many there are.
extern const struct sonae_bundled_file *const sonae_bundled_first;
extern const size_t sonae_bundled_count;
