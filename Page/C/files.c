// The files that the page carries, in place of those that are compiled into the command: here the table
// of `bundled.h` grows.
#include <stddef.h>

struct sonae_bundled_file {
  const char *path;
  size_t size;
  const unsigned char *bytes;
};

enum { MOST = 4096 };

static struct sonae_bundled_file files[MOST];
struct sonae_bundled_file *const sonae_bundled_first = files;
size_t sonae_bundled_count;

// Adds a file; its path and its bytes stay where the page has put them.
__attribute__((export_name("file"))) void sonae_file(
    const char *path, const unsigned char *bytes, size_t size) {
  if (sonae_bundled_count < MOST)
    files[sonae_bundled_count++] = (struct sonae_bundled_file){path, size, bytes};
}
