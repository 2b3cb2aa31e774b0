// What compilers and Swift's library call without being asked.
#include <stddef.h>
#include <stdint.h>

void *memcpy(void *restrict to, const void *restrict from, size_t count) {
  __asm__ volatile("local.get %0\n\tlocal.get %1\n\tlocal.get %2\n\tmemory.copy 0, 0"
                   :: "r"(to), "r"(from), "r"(count) : "memory");
  return to;
}

void *memmove(void *to, const void *from, size_t count) { return memcpy(to, from, count); }

void *memset(void *to, int value, size_t count) {
  __asm__ volatile("local.get %0\n\tlocal.get %1\n\tlocal.get %2\n\tmemory.fill 0"
                   :: "r"(to), "r"(value), "r"(count) : "memory");
  return to;
}

int memcmp(const void *a, const void *b, size_t count) {
  const unsigned char *x = a, *y = b;
  for (size_t i = 0; i < count; i++)
    if (x[i] != y[i]) return x[i] < y[i] ? -1 : 1;
  return 0;
}

size_t strlen(const char *text) {
  size_t count = 0;
  while (text[count]) count++;
  return count;
}

// Hashing asks for a seed: the same one each time, so that runs repeat.
void arc4random_buf(void *bytes, size_t count) { memset(bytes, 0x5a, count); }

_Noreturn void __stack_chk_fail(void) { __builtin_trap(); }
uintptr_t __stack_chk_guard = 0x2545f491;

// The low 128 bits of a product.
__int128 __multi3(__int128 a, __int128 b) {
  uint64_t x = (uint64_t)a, y = (uint64_t)b;
  uint64_t x0 = (uint32_t)x, x1 = x >> 32, y0 = (uint32_t)y, y1 = y >> 32;
  uint64_t low = x0 * y0, middle = x1 * y0 + (low >> 32), other = x0 * y1 + (uint32_t)middle;
  uint64_t high = x1 * y1 + (middle >> 32) + (other >> 32);
  high += x * (uint64_t)((unsigned __int128)b >> 64) + y * (uint64_t)((unsigned __int128)a >> 64);
  return (__int128)((unsigned __int128)high << 64 | (other << 32 | (uint32_t)low));
}

// The number that a text is, as the browser reads it: correctly rounded.
__attribute__((import_module("page"), import_name("number"))) double sonae_number(
    const char *text, size_t count);

const char *_swift_stdlib_strtod_clocale(const char *text, double *result) {
  size_t count = strlen(text);
  *result = sonae_number(text, count);
  // Not a number: nothing of it was read.
  return *result != *result ? NULL : text + count;
}

// What a failing precondition says goes nowhere.
int putchar(int character) { return character; }

// A 128-bit number shifted to the left.
__int128 __ashlti3(__int128 value, int by) {
  uint64_t low = (uint64_t)value, high = (uint64_t)((unsigned __int128)value >> 64);
  if (by >= 64) {
    high = low << (by - 64);
    low = 0;
  } else if (by) {
    high = high << by | low >> (64 - by);
    low <<= by;
  }
  return (__int128)((unsigned __int128)high << 64 | low);
}

// Halves away from zero.
double round(double x) {
  double whole = __builtin_trunc(x), rest = x - whole;
  return whole + (rest >= 0.5) - (rest <= -0.5);
}
