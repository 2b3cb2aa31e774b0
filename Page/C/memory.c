// The engine's memory: blocks of a few sizes, free ones kept in lists, more pages when they run out.
#include <stddef.h>
#include <stdint.h>

extern unsigned char __heap_base;

enum { LEAST = 5, SIZES = 112, HEAD = 16 };

// Before a block: what it was cut from, and which list takes it back.
struct head {
  unsigned char *start;
  uint32_t size;
};

static unsigned char *lists[SIZES];
static uintptr_t next, end;

// Sizes are 4, 5, 6 and 7 quarters of a power of two from 32 bytes on.
static size_t bytes_of(uint32_t size) {
  return (size_t)(4 + (size & 3)) << (LEAST - 2 + (size >> 2));
}

static uint32_t size_for(size_t bytes) {
  if (bytes <= (1u << LEAST)) return 0;
  uint32_t power = 31 - __builtin_clz((uint32_t)bytes - 1);
  uint32_t quarter = ((uint32_t)bytes - 1) >> (power - 2) & 3;
  return ((power - LEAST) << 2) + quarter + 1;
}

static unsigned char *cut(size_t bytes) {
  if (!next) {
    next = ((uintptr_t)&__heap_base + 63) & ~(uintptr_t)63;
    end = __builtin_wasm_memory_size(0) << 16;
  }
  if (bytes > end - next) {
    size_t pages = (bytes - (end - next) + 0xffff) >> 16;
    size_t wanted = pages > 64 ? pages : 64;
    if (__builtin_wasm_memory_grow(0, wanted) == (size_t)-1) __builtin_trap();
    end += wanted << 16;
  }
  unsigned char *block = (unsigned char *)next;
  next += bytes;
  return block;
}

static void *take(size_t alignment, size_t count) {
  uint32_t size = size_for(count + HEAD + alignment);
  unsigned char *start = lists[size];
  if (start)
    lists[size] = *(unsigned char **)start;
  else
    start = cut(bytes_of(size));
  uintptr_t at = ((uintptr_t)start + HEAD + alignment - 1) & ~(uintptr_t)(alignment - 1);
  struct head *head = (struct head *)(at - HEAD);
  head->start = start;
  head->size = size;
  return (void *)at;
}

void *malloc(size_t count) { return take(16, count); }

int posix_memalign(void **block, size_t alignment, size_t count) {
  *block = take(alignment < 16 ? 16 : alignment, count);
  return 0;
}

void free(void *block) {
  if (!block) return;
  struct head *head = (struct head *)((uintptr_t)block - HEAD);
  unsigned char *start = head->start;
  uint32_t size = head->size;
  *(unsigned char **)start = lists[size];
  lists[size] = start;
}

// Room for what the page hands over.
__attribute__((export_name("room"))) void *sonae_room(size_t count) { return malloc(count); }
__attribute__((export_name("leave"))) void sonae_leave(void *block) { free(block); }
