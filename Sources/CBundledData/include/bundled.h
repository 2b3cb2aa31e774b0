#pragma once
#include <stddef.h>

/// A file compiled into the program.
struct sonae_bundled_file {
  const char *path;
  const unsigned char *bytes;
  size_t size;
};

/// The files, in order of path, and how many there are.
extern const struct sonae_bundled_file sonae_bundled_files[];
extern const size_t sonae_bundled_count;
