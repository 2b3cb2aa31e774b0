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

#define EACH(M) M(0) M(1) M(2) M(3) M(4) M(5)
#define OPEN(r) lanes s##r = {0};
#define OPEN_TWO(r) lanes s##r = {0}, next##r = {0};
#define SUM(r) s##r += t[r] * v;
#define SUM_TWO(r) s##r += t[r] * v, next##r += t[r] * w;
#define ALSO , w = *(const lanes *)(value + COLUMNS)

/// Sums over suppliers for six users, and eight scenarios or twice as many.
#define GATHER(place, count, shares, values, width, AND, open, sum) \
  EACH(open) \
  for (intptr_t c = 0; c < (count); c++) { \
    const double *t = (shares) + (place) * ROWS, *value = (values) + (place) * (width); \
    lanes v = *(const lanes *)value AND; \
    EACH(sum) \
  }

#define SET(r) *(lanes *)(to + r * width) = s##r;
#define SET_TWO(r) SET(r) *(lanes *)(to + r * width + COLUMNS) = next##r;

CLONES void sonae_gather_shares(
    double *restrict target, const double *restrict packed, intptr_t at,
    const double *restrict values, intptr_t suppliers, intptr_t blocks, intptr_t width,
    int in_pairs) {
  for (intptr_t b = 0; b < blocks; b++) {
    const double *shares = packed + at + b * suppliers * ROWS;
    for (intptr_t k = 0, more; k < width; k += more) {
      const double *from = values + k;
      double *to = target + b * ROWS * width + k;
      more = in_pairs && k + 2 * COLUMNS <= width ? 2 * COLUMNS : COLUMNS;
      if (more > COLUMNS) {
        GATHER(c, suppliers, shares, from, width, ALSO, OPEN_TWO, SUM_TWO)
        EACH(SET_TWO)
      } else {
        GATHER(c, suppliers, shares, from, width, , OPEN, SUM)
        EACH(SET)
      }
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

#define SET_ONE(r) *(lanes *)(to + r * width) = TO_ONE(s##r);
#define SET_ONE_TWO(r) SET_ONE(r) *(lanes *)(to + r * width + COLUMNS) = TO_ONE(next##r);

CLONES void sonae_gather_changes(
    double *restrict target, const double *restrict packed, intptr_t at,
    const double *restrict change, const int32_t *restrict places, intptr_t count,
    intptr_t suppliers, intptr_t blocks, intptr_t width, int in_pairs) {
  for (intptr_t b = 0; b < blocks; b++) {
    const double *shares = packed + at + b * suppliers * ROWS;
    for (intptr_t k = 0, more; k < width; k += more) {
      const double *from = change + k;
      double *to = target + b * ROWS * width + k;
      more = in_pairs && k + 2 * COLUMNS <= width ? 2 * COLUMNS : COLUMNS;
      if (more > COLUMNS) {
        GATHER(places[c], count, shares, from, width, ALSO, OPEN_TWO, SUM_TWO)
        EACH(SET_ONE_TWO)
      } else {
        GATHER(places[c], count, shares, from, width, , OPEN, SUM)
        EACH(SET_ONE)
      }
    }
  }
}

#define HOLD(r) held[r] = s##r;
#define HOLD_TWO(r) held[r] = s##r, held[ROWS + r] = next##r;

/// What eight scenarios of a user make once `held` of its suppliers is held back: no more than before.
#define FEED(to, taken, chain, held, has_links) \
  { \
    lanes none = {0}, now = (held); \
    if (has_links) { \
      now -= *(const lanes *)(taken); \
      now = now > none ? now : none; \
    } \
    lanes left = 1 - *(const lanes *)(chain) * now, before = *(lanes *)(to); \
    *(lanes *)(to) = before < left ? before : left; \
  }

CLONES void sonae_cut_by_starved(
    double *restrict fed, const double *restrict taken, const double *restrict packed,
    intptr_t at, const double *restrict starving, const double *restrict inverse,
    const double *restrict chain, const intptr_t *restrict sector_start, intptr_t product,
    intptr_t sectors, intptr_t first, intptr_t last, intptr_t width, int has_links, int in_pairs) {
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
    for (intptr_t k = 0, more; k < m; k += more) {
      const double *from = starving + k, *minus = taken + (block - first) * m + k;
      double *to = fed + block * m + k;
      lanes held[2 * ROWS];
      more = in_pairs && k + 2 * COLUMNS <= m ? 2 * COLUMNS : COLUMNS;
      if (more > COLUMNS) {
        GATHER(c, suppliers, shares, from, m, ALSO, OPEN_TWO, SUM_TWO)
        EACH(HOLD_TWO)
      } else {
        GATHER(c, suppliers, shares, from, m, , OPEN, SUM)
        EACH(HOLD)
      }
      for (intptr_t q = 0; q < users; q++) {
        if (inverse[block + q] == 0) continue;
        for (intptr_t x = 0; x < more; x += COLUMNS)
          FEED(
              to + q * m + x, minus + q * m + x, chain + sector[q] + k + x,
              held[x ? ROWS + q : q], has_links)
      }
    }
  }
}

/// Blocks of users whose orders and shares stay in the first cache while all suppliers read them.
enum { NEAR = 8 };

/// Values in a line of the cache.
enum { LINE = 8 };

/// Asks for the shares that come `ahead` bytes on, of the same suppliers in the users after the near ones:
/// they are read in runs too short for a processor to foresee. Past the last there is nothing to ask for, and
/// no harm in asking.
#define FETCH(t, ahead) \
  for (intptr_t q = 0; q < ROWS * ROWS; q += LINE) \
    __builtin_prefetch((const void *)((uintptr_t)((t) + q) + (ahead)));

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
    FETCH(t, ahead) \
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
  uintptr_t ahead = (uintptr_t)(NEAR * suppliers * ROWS) * sizeof(double);
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

/// Four suppliers' sums over eight users at a time; what a row of eight leaves is added last.
#define ADD_ALONE(count) \
  { \
    lanes sums[count] = {{0}}; \
    intptr_t j = 0; \
    for (; j + COLUMNS <= users; j += COLUMNS) { \
      lanes order = *(const lanes *)(orders + j); \
      for (intptr_t r = 0; r < (count); r++) sums[r] += *(const lanes *)(t + r * stride + j) * order; \
    } \
    for (intptr_t r = 0; r < (count); r++) { \
      double sum = 0; \
      for (intptr_t q = 0; q < COLUMNS; q++) sum += sums[r][q]; \
      for (intptr_t q = j; q < users; q++) sum += t[r * stride + q] * orders[q]; \
      demand[i + r] += sum; \
    } \
  }

CLONES void sonae_add_orders_alone(
    double *restrict demand, const double *restrict shares, intptr_t at, intptr_t stride,
    const double *restrict orders, intptr_t suppliers, intptr_t users) {
  enum { TOGETHER = 4 };
  const double *t = shares + at;
  intptr_t i = 0;
  for (; i + TOGETHER <= suppliers; i += TOGETHER, t += TOGETHER * stride) ADD_ALONE(TOGETHER)
  for (; i < suppliers; i++, t += stride) ADD_ALONE(1)
}
