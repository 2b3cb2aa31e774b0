#include "share_kernels.h"

#include "vectors.h"

// Fused multiply-add where the processor has it.
#pragma STDC FP_CONTRACT ON

enum { ROWS = SONAE_SHARE_ROWS, COLUMNS = SONAE_SHARE_COLUMNS };

/// Eight scenarios.
typedef double lanes __attribute__((vector_size(8 * COLUMNS), aligned(8)));

int sonae_shares_are_fast(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#elif defined(__aarch64__)
  return 1;
#else
  return 0;
#endif
}

CLONES void sonae_gather_shares(
    double *restrict target, const double *restrict packed, intptr_t at,
    const double *restrict values, intptr_t row, intptr_t suppliers, intptr_t blocks,
    intptr_t width) {
  for (intptr_t b = 0; b < blocks; b++) {
    for (intptr_t k = 0; k < width; k += COLUMNS) {
      lanes s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0}, s4 = {0}, s5 = {0};
      const double *t = packed + at + b * suppliers * ROWS;
      const double *value = values + row * width + k;
      for (intptr_t i = 0; i < suppliers; i++, t += ROWS, value += width) {
        lanes v = *(const lanes *)value;
        s0 += t[0] * v;
        s1 += t[1] * v;
        s2 += t[2] * v;
        s3 += t[3] * v;
        s4 += t[4] * v;
        s5 += t[5] * v;
      }
      double *to = target + b * ROWS * width + k;
      *(lanes *)to = s0;
      *(lanes *)(to + width) = s1;
      *(lanes *)(to + 2 * width) = s2;
      *(lanes *)(to + 3 * width) = s3;
      *(lanes *)(to + 4 * width) = s4;
      *(lanes *)(to + 5 * width) = s5;
    }
  }
}

CLONES void sonae_add_orders(
    double *restrict demand, intptr_t row, const double *restrict packed, intptr_t at,
    const double *restrict orders, intptr_t from, intptr_t suppliers, intptr_t blocks,
    intptr_t width) {
  for (intptr_t k = 0; k < width; k += COLUMNS) {
    for (intptr_t i = 0; i < suppliers; i += ROWS) {
      lanes s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0}, s4 = {0}, s5 = {0};
      const double *order = orders + from + k;
      const double *t = packed + at + i * ROWS;
      for (intptr_t b = 0; b < blocks; b++, t += suppliers * ROWS) {
        for (intptr_t j = 0; j < ROWS; j++, order += width) {
          lanes v = *(const lanes *)order;
          s0 += t[j] * v;
          s1 += t[j + ROWS] * v;
          s2 += t[j + 2 * ROWS] * v;
          s3 += t[j + 3 * ROWS] * v;
          s4 += t[j + 4 * ROWS] * v;
          s5 += t[j + 5 * ROWS] * v;
        }
      }
      double *to = demand + (row + i) * width + k;
      intptr_t rows = suppliers - i;
      *(lanes *)to += s0;
      if (rows > 1) *(lanes *)(to + width) += s1;
      if (rows > 2) *(lanes *)(to + 2 * width) += s2;
      if (rows > 3) *(lanes *)(to + 3 * width) += s3;
      if (rows > 4) *(lanes *)(to + 4 * width) += s4;
      if (rows > 5) *(lanes *)(to + 5 * width) += s5;
    }
  }
}
