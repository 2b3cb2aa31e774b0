#include "variety_kernels.h"

#include "share_kernels.h"
#include "vectors.h"

#pragma STDC FP_CONTRACT OFF

enum { ROWS = SONAE_SHARE_ROWS, COLUMNS = SONAE_SHARE_COLUMNS };

/// Columns of scenarios that are worked on for one user before the next.
enum { CHUNKS = 8 };

/// Eight scenarios.
typedef double lanes __attribute__((ext_vector_type(8), aligned(8)));

// Macros, because a function's vectors would depend on the version that calls it.
#define AT(values) (*(lanes *)(values))
#define MOST(a, b) ((a) > (b) ? (a) : (b))

/// Struck suppliers of eight scenarios in one layer: their places among the product's, what is lost of
/// them and what has moved off them.
struct layer {
  intptr_t place[COLUMNS];
  double lost[COLUMNS], moved[COLUMNS];
};

INLINE void read_layers(
    struct layer *found, const double *lost, const double *weight, const int64_t *layers,
    intptr_t count, intptr_t first_supplier, intptr_t k, intptr_t width) {
  for (intptr_t l = 0; l < count; l++) {
    for (intptr_t q = 0; q < COLUMNS; q++) {
      int64_t i = layers[l * width + k + q];
      intptr_t cell = (first_supplier + (i < 0 ? 0 : i)) * width + k + q;
      found[l].place[q] = i < 0 ? 0 : i;
      found[l].lost[q] = i < 0 ? 0 : lost[cell];
      found[l].moved[q] = i < 0 ? 0 : 1 - weight[cell];
    }
  }
}

/// What is gone (into AT(gone)) and left (into AT(left)) of a user's suppliers; `own` is the user's
/// place among the product's suppliers, or none of them.
INLINE void weigh(
    double *gone, double *left, const struct layer *found, intptr_t count, const double *shares,
    intptr_t own) {
  lanes went = 0, stays = 1, none = 0;
  for (intptr_t l = 0; l < count; l++) {
    const intptr_t *at = found[l].place;
    lanes share;
    for (intptr_t q = 0; q < COLUMNS; q++) share[q] = shares[at[q] * ROWS];
    stays -= share * AT(found[l].moved);
    if (own >= 0)
      for (intptr_t q = 0; q < COLUMNS; q++) share[q] = at[q] == own ? 0 : share[q];
    went += share * AT(found[l].lost);
  }
  AT(gone) = went;
  AT(left) = stays < 1e-12 ? none : stays;
}

CLONES void sonae_strike_packed(
    double *restrict gone, double *restrict left, double *restrict orders,
    double *restrict allowed, double *restrict divisor, double *restrict at_hand,
    const double *restrict packed, intptr_t at, const double *restrict lost,
    const double *restrict weight, const int64_t *restrict layers, intptr_t count,
    const double *restrict inverse, const double *restrict stops, const double *restrict curve,
    const double *restrict biting, const intptr_t *restrict sector_start, intptr_t product,
    intptr_t sectors, intptr_t place, intptr_t first, intptr_t last, intptr_t width,
    int has_links, int moves) {
  intptr_t m = width, n = sector_start[sectors], row = product * sectors * m;
  intptr_t first_supplier = sector_start[product];
  intptr_t suppliers = sector_start[product + 1] - first_supplier;
  struct layer found[CHUNKS][SONAE_MOST_LAYERS];
  for (intptr_t from = 0; from < m; from += CHUNKS * COLUMNS) {
    intptr_t to = from + CHUNKS * COLUMNS < m ? from + CHUNKS * COLUMNS : m;
    for (intptr_t k = from; k < to; k += COLUMNS)
      read_layers(
          found[(k - from) / COLUMNS], lost, weight, layers, count, first_supplier, k, m);
    intptr_t u = 0;
    while (sector_start[u + 1] <= first) u++;
    for (intptr_t j = first; j < last; j++) {
      while (sector_start[u + 1] <= j) u++;
      intptr_t local = j - first;
      const double *shares = packed + at + local / ROWS * suppliers * ROWS + local % ROWS;
      intptr_t own = j - first_supplier < suppliers ? j - first_supplier : -1;
      int cuts = place >= 0 && inverse[product * n + j] != 0;
      double *order = orders + (product * n + j) * m, *hand = at_hand + (place * n + j) * m;
      for (intptr_t k = from; k < to; k += COLUMNS) {
        intptr_t here = local * m + k, x = j * m + k, of_user = row + u * m + k;
        double went[COLUMNS], stays[COLUMNS];
        weigh(went, stays, found[(k - from) / COLUMNS], count, shares, own);
        lanes none = 0, one = 1;
        if (has_links) AT(left + here) = AT(stays);
        if (moves) {
          lanes asked = AT(order + k) / AT(stays);
          AT(order + k) = AT(stays) > none ? asked : none;
        }
        if (!cuts) continue;
        lanes lacks = has_links ? AT(went) + AT(gone + here) : AT(went);
        lanes kept = one - lacks, held = AT(hand + k);
        lanes falling = held + (kept - held) * AT(biting + of_user), now = MOST(kept, falling);
        lanes missing = one - now, curved = one + AT(curve + product * m + k) * missing;
        AT(hand + k) = now;
        AT(allowed + x) *= curved - AT(stops + of_user) * missing;
        AT(divisor + x) *= curved;
      }
    }
  }
}
