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

int sonae_shares_go_in_pairs(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx512f");
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

CLONES void sonae_list_changes(
    double *restrict change, int32_t *restrict places, intptr_t *restrict counts,
    const double *restrict shipped, const intptr_t *restrict sector_start, intptr_t sectors,
    intptr_t width) {
  for (intptr_t p = 0; p < sectors; p++) {
    intptr_t count = 0;
    for (intptr_t i = sector_start[p]; i < sector_start[p + 1]; i++) {
      int changes = 0;
      for (intptr_t k = i * width; k < (i + 1) * width; k++) {
        change[k] = shipped[k] - 1;
        changes |= change[k] != 0;
      }
      places[sector_start[p] + count] = (int32_t)(i - sector_start[p]);
      count += changes;
    }
    counts[p] = count;
  }
}

/// One and the sum; what rounding leaves of a unit of which nothing comes is nothing.
#define TO_ONE(sum) (1 + (sum) < 1e-12 ? (lanes){0} : 1 + (sum))

CLONES void sonae_gather_changes(
    double *restrict target, const double *restrict packed, intptr_t at,
    const double *restrict change, const int32_t *restrict places, intptr_t count,
    intptr_t suppliers, intptr_t blocks, intptr_t width) {
  for (intptr_t b = 0; b < blocks; b++) {
    const double *shares = packed + at + b * suppliers * ROWS;
    for (intptr_t k = 0; k < width; k += COLUMNS) {
      lanes s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0}, s4 = {0}, s5 = {0};
      for (intptr_t c = 0; c < count; c++) {
        const double *t = shares + places[c] * ROWS;
        lanes v = *(const lanes *)(change + places[c] * width + k);
        s0 += t[0] * v;
        s1 += t[1] * v;
        s2 += t[2] * v;
        s3 += t[3] * v;
        s4 += t[4] * v;
        s5 += t[5] * v;
      }
      double *to = target + b * ROWS * width + k;
      *(lanes *)to = TO_ONE(s0);
      *(lanes *)(to + width) = TO_ONE(s1);
      *(lanes *)(to + 2 * width) = TO_ONE(s2);
      *(lanes *)(to + 3 * width) = TO_ONE(s3);
      *(lanes *)(to + 4 * width) = TO_ONE(s4);
      *(lanes *)(to + 5 * width) = TO_ONE(s5);
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

/// Blocks of users whose orders and shares stay in the first cache while all suppliers read them.
enum { NEAR = 4 };

#define EACH(M) M(0) M(1) M(2) M(3) M(4) M(5)
#define OPEN(r) lanes s##r = {0};
#define OPEN_TWO(r) lanes s##r = {0}, next##r = {0};
#define NEXT , w = *(const lanes *)(order + COLUMNS)
#define ADD(r) x = t[j + r * ROWS], s##r += x * v;
#define ADD_TWO(r) x = t[j + r * ROWS], s##r += x * v, next##r += x * w;
#define PUT(r) if (rows > r) *(lanes *)(to + r * width) += s##r;
#define PUT_TWO(r) \
  if (rows > r) *(lanes *)(to + r * width) += s##r, *(lanes *)(to + r * width + COLUMNS) += next##r;

/// Six suppliers' sums over some users, eight scenarios or twice as many.
#define ADD_ROWS(AND, open, add, put) \
  EACH(open) \
  for (intptr_t b = 0; b < blocks; b++, t += suppliers * ROWS) { \
    for (intptr_t j = 0; j < ROWS; j++, order += width) { \
      lanes x, v = *(const lanes *)order AND; \
      EACH(add) \
    } \
  } \
  EACH(put)

/// in_pairs: sixteen scenarios at a time, each share read once for both halves.
INLINE void add_near(
    double *restrict demand, const double *restrict packed, const double *restrict orders,
    intptr_t suppliers, intptr_t blocks, intptr_t width, int in_pairs) {
  for (intptr_t k = 0; k < width;) {
    int two = in_pairs && k + 2 * COLUMNS <= width;
    for (intptr_t i = 0; i < suppliers; i += ROWS) {
      const double *order = orders + k, *t = packed + i * ROWS;
      double *to = demand + i * width + k;
      intptr_t rows = suppliers - i;
      if (two) {
        ADD_ROWS(NEXT, OPEN_TWO, ADD_TWO, PUT_TWO)
      } else {
        ADD_ROWS(, OPEN, ADD, PUT)
      }
    }
    k += two ? 2 * COLUMNS : COLUMNS;
  }
}

CLONES void sonae_add_orders(
    double *restrict demand, const double *restrict packed, intptr_t at,
    const double *restrict orders, intptr_t suppliers, intptr_t blocks, intptr_t width,
    int in_pairs) {
  for (intptr_t b = 0; b < blocks; b += NEAR) {
    add_near(
        demand, packed + at + b * suppliers * ROWS, orders + b * ROWS * width, suppliers,
        blocks - b < NEAR ? blocks - b : NEAR, width, in_pairs);
  }
}
