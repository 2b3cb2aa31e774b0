#include "share_kernels.h"

#include "vectors.h"

// Fused multiply-add where the processor has it.
#pragma STDC FP_CONTRACT ON

enum { ROWS = SONAE_SHARE_ROWS, COLUMNS = SONAE_SHARE_COLUMNS };

/// Eight scenarios.
typedef double lanes __attribute__((ext_vector_type(8), aligned(8)));

int sonae_shares_are_fast(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#elif defined(__aarch64__)
  return 1;
#else
  return 0;
#endif
}

/// Sums over suppliers for six users and eight scenarios.
#define GATHER(sums, shares, values, suppliers, width) \
  lanes sums##0 = {0}, sums##1 = {0}, sums##2 = {0}, sums##3 = {0}, sums##4 = {0}, sums##5 = {0}; \
  { \
    const double *t = (shares), *value = (values); \
    for (intptr_t i = 0; i < (suppliers); i++, t += ROWS, value += (width)) { \
      lanes v = *(const lanes *)value; \
      sums##0 += t[0] * v; \
      sums##1 += t[1] * v; \
      sums##2 += t[2] * v; \
      sums##3 += t[3] * v; \
      sums##4 += t[4] * v; \
      sums##5 += t[5] * v; \
    } \
  }

CLONES void sonae_gather_shares(
    double *restrict target, const double *restrict packed, intptr_t at,
    const double *restrict values, intptr_t suppliers, intptr_t blocks, intptr_t width) {
  for (intptr_t b = 0; b < blocks; b++) {
    for (intptr_t k = 0; k < width; k += COLUMNS) {
      GATHER(s, packed + at + b * suppliers * ROWS, values + k, suppliers, width)
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

CLONES void sonae_cut_by_starved(
    double *restrict fed, const double *restrict taken, const double *restrict packed,
    intptr_t at, const double *restrict starving, const double *restrict inverse,
    const double *restrict chain, const intptr_t *restrict sector_start, intptr_t product,
    intptr_t sectors, intptr_t first, intptr_t last, intptr_t width, int has_links) {
  intptr_t m = width, u = 0, row = sector_start[product];
  intptr_t suppliers = sector_start[product + 1] - row;
  const double *shares = packed + at;
  inverse += product * sector_start[sectors];
  chain += product * sectors * m;
  starving += row * m;
  while (sector_start[u + 1] <= first) u++;
  for (intptr_t block = first; block < last; block += ROWS, shares += suppliers * ROWS) {
    intptr_t users = last - block < ROWS ? last - block : ROWS, sector[ROWS];
    for (intptr_t q = 0; q < users; q++) {
      while (sector_start[u + 1] <= block + q) u++;
      sector[q] = u * m;
    }
    for (intptr_t k = 0; k < m; k += COLUMNS) {
      GATHER(s, shares, starving + k, suppliers, m)
      lanes held[ROWS] = {s0, s1, s2, s3, s4, s5}, none = {0};
      for (intptr_t q = 0; q < users; q++) {
        if (inverse[block + q] == 0) continue;
        double *to = fed + (block + q) * m + k;
        lanes now = held[q];
        if (has_links) {
          now -= *(const lanes *)(taken + (block - first + q) * m + k);
          now = now > none ? now : none;
        }
        lanes left = 1 - *(const lanes *)(chain + sector[q] + k) * now, before = *(lanes *)to;
        *(lanes *)to = before < left ? before : left;
      }
    }
  }
}

CLONES void sonae_add_orders(
    double *restrict demand, const double *restrict packed, intptr_t at,
    const double *restrict orders, intptr_t suppliers, intptr_t blocks, intptr_t width) {
  for (intptr_t k = 0; k < width; k += COLUMNS) {
    for (intptr_t i = 0; i < suppliers; i += ROWS) {
      lanes s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0}, s4 = {0}, s5 = {0};
      const double *order = orders + k;
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
      double *to = demand + i * width + k;
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
