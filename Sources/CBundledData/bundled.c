#include "bundled.h"

static const struct sonae_bundled_file files[] = {
#include "files.h"
};

const struct sonae_bundled_file *const sonae_bundled_first = files;
const size_t sonae_bundled_count = sizeof(files) / sizeof(files[0]);
