#include "bundled.h"

const struct sonae_bundled_file sonae_bundled_files[] = {{0, 0, 0}};
const size_t sonae_bundled_count = 0;
