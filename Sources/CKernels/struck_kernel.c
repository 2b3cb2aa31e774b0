#include "variety_kernels.h"

#include "share_kernels.h"
#include "vectors.h"

// Fused multiply-add where the processor has it.
#pragma STDC FP_CONTRACT ON

enum { ROWS = SONAE_SHARE_ROWS, COLUMNS = SONAE_SHARE_COLUMNS };

/// Groups of eight scenarios that are worked on for six users before the next.
enum { GROUPS = 8 };

/// Eight scenarios.
typedef double lanes __attribute__((ext_vector_type(8), aligned(8)));

// Macros, because a function's vectors would depend on the version that calls it.
#define AT(values) (*(lanes *)(values))
#define LEAST(a, b) ((a) < (b) ? (a) : (b))
#define MIX(a, b, ...) __builtin_shufflevector(a, b, __VA_ARGS__)

/// Struck suppliers of eight scenarios in one layer: their places among the product's, the same as
/// numbers (-1: none), what is lost of them and what has moved off them.
struct layer {
  intptr_t place[COLUMNS];
  double number[COLUMNS], lost[COLUMNS], moved[COLUMNS];
};

INLINE void read_layers(
    struct layer *found, const double *lost, const double *weight, const int64_t *layers,
    intptr_t count, intptr_t first_supplier, intptr_t k, intptr_t width) {
  for (intptr_t l = 0; l < count; l++) {
    for (intptr_t q = 0; q < COLUMNS; q++) {
      int64_t i = layers[l * width + k + q];
      intptr_t cell = (first_supplier + (i < 0 ? 0 : i)) * width + k + q;
      found[l].place[q] = i < 0 ? 0 : i;
      found[l].number[q] = i;
      found[l].lost[q] = i < 0 ? 0 : lost[cell];
      found[l].moved[q] = i < 0 ? 0 : 1 - weight[cell];
    }
  }
}

/// Shares of eight scenarios' suppliers in six users, user by user; `shares` has six of a supplier
/// beside one another, and two values after them are read.
INLINE void turn(lanes *users, const double *shares, const intptr_t *place) {
#define OF(q) AT(shares + place[q] * ROWS)
  lanes r0 = OF(0), r1 = OF(1), r2 = OF(2), r3 = OF(3), r4 = OF(4), r5 = OF(5), r6 = OF(6),
        r7 = OF(7);
#undef OF
#define EVEN(a, b) MIX(a, b, 0, 8, 2, 10, 4, 12, 6, 14)
#define ODD(a, b) MIX(a, b, 1, 9, 3, 11, 5, 13, 7, 15)
#define LOW(a, b) MIX(a, b, 0, 1, 8, 9, 4, 5, 12, 13)
#define HIGH(a, b) MIX(a, b, 2, 3, 10, 11, 6, 7, 14, 15)
  lanes e0 = EVEN(r0, r1), e1 = EVEN(r2, r3), e2 = EVEN(r4, r5), e3 = EVEN(r6, r7);
  lanes o0 = ODD(r0, r1), o1 = ODD(r2, r3), o2 = ODD(r4, r5), o3 = ODD(r6, r7);
  lanes a0 = LOW(e0, e1), a1 = LOW(e2, e3), b0 = LOW(o0, o1), b1 = LOW(o2, o3);
  users[0] = MIX(a0, a1, 0, 1, 2, 3, 8, 9, 10, 11);
  users[1] = MIX(b0, b1, 0, 1, 2, 3, 8, 9, 10, 11);
  users[2] = MIX(HIGH(e0, e1), HIGH(e2, e3), 0, 1, 2, 3, 8, 9, 10, 11);
  users[3] = MIX(HIGH(o0, o1), HIGH(o2, o3), 0, 1, 2, 3, 8, 9, 10, 11);
  users[4] = MIX(a0, a1, 4, 5, 6, 7, 12, 13, 14, 15);
  users[5] = MIX(b0, b1, 4, 5, 6, 7, 12, 13, 14, 15);
#undef EVEN
#undef ODD
#undef LOW
#undef HIGH
}


/// Takes users' own deliveries out of their shares; `first` is the first user's place among suppliers.
INLINE void leave_out_own(lanes *users, const struct layer *found, intptr_t first) {
  for (intptr_t q = 0; q < ROWS; q++) {
    lanes from = AT(found->number) - (double)(first + q), none = 0;
    users[q] = from == none ? none : users[q];
  }
}

/// Divides a user's orders by what is left of its suppliers and multiplies its output allowed by what
/// `missing` varieties leave, with one division for both.
#define CUT_AND_MOVE(order, allow, stays, missing, curve, stop, cuts, moves) \
  { \
    lanes one = 1, none = 0, over = one + (curve) * (missing), under = over - (stop) * (missing); \
    lanes left = (stays) < 1e-12 ? one : (stays); \
    if ((cuts) && (moves)) { \
      lanes inverse = one / (over * left), asked = AT(order) * (inverse * over); \
      AT(order) = (stays) < 1e-12 ? none : asked; \
      AT(allow) *= under * (inverse * left); \
    } else if (moves) { \
      lanes asked = AT(order) / left; \
      AT(order) = (stays) < 1e-12 ? none : asked; \
    } else { \
      AT(allow) *= under / over; \
    } \
  }

CLONES void sonae_strike_packed(
    const double *restrict gone, double *restrict left, double *restrict orders,
    double *restrict allowed, double *restrict at_hand, const double *restrict bitten,
    const double *restrict packed, intptr_t at, const double *restrict lost,
    const double *restrict weight, const int64_t *restrict layers, intptr_t count,
    const int32_t *restrict by_user, const double *restrict inverse,
    const double *restrict stops, const double *restrict curve, const double *restrict biting,
    const intptr_t *restrict sector_start, intptr_t product, intptr_t sectors, intptr_t first,
    intptr_t last, intptr_t width, int varies, int has_links, int moves) {
  intptr_t m = width, n = sector_start[sectors], u = 0;
  intptr_t first_supplier = sector_start[product];
  intptr_t suppliers = sector_start[product + 1] - first_supplier;
  struct layer found[GROUPS][SONAE_MOST_LAYERS];
  stops += product * sectors * m;
  biting += product * sectors * m;
  curve += product * m;
  inverse += product * n;
  orders += product * n * m;
  for (intptr_t from = 0; from < m; from += GROUPS * COLUMNS) {
    intptr_t to = from + GROUPS * COLUMNS < m ? from + GROUPS * COLUMNS : m;
    for (intptr_t k = from; k < to; k += COLUMNS)
      read_layers(
          found[(k - from) / COLUMNS], lost, weight, layers, count, first_supplier, k, m);
    for (u = 0; sector_start[u + 1] <= first;) u++;
    const double *shares = packed + at;
    for (intptr_t block = first; block < last; block += ROWS, shares += suppliers * ROWS) {
      intptr_t users = last - block < ROWS ? last - block : ROWS, sector[ROWS];
      int own = block + ROWS > first_supplier && block < first_supplier + suppliers;
      for (intptr_t q = 0; q < users; q++) {
        while (sector_start[u + 1] <= block + q) u++;
        sector[q] = u;
      }
      for (intptr_t k = from; k < to; k += COLUMNS) {
        const struct layer *layer = found[(k - from) / COLUMNS];
        lanes share[ROWS], stays[ROWS], went[ROWS], one = 1;
        int alone = !by_user[k / COLUMNS];
        turn(share, shares, layer->place);
        for (intptr_t q = 0; q < ROWS; q++) stays[q] = one - share[q] * AT(layer->moved);
        if (own) leave_out_own(share, layer, block - first_supplier);
        for (intptr_t q = 0; q < ROWS && !alone; q++) went[q] = share[q] * AT(layer->lost);
        for (intptr_t l = 1; l < count && !alone; l++) {
          lanes other[ROWS];
          turn(other, shares, layer[l].place);
          for (intptr_t q = 0; q < ROWS; q++) stays[q] -= other[q] * AT(layer[l].moved);
          if (own) leave_out_own(other, layer + l, block - first_supplier);
          for (intptr_t q = 0; q < ROWS; q++) went[q] += other[q] * AT(layer[l].lost);
        }
        for (intptr_t q = 0; q < users; q++) {
          intptr_t j = block + q, here = (j - first) * m + k, x = j * m + k;
          intptr_t of_user = sector[q] * m + k;
          int cuts = varies && inverse[j] != 0;
          lanes missing = 0;
          if (alone) {
            missing = share[q] * AT(bitten + of_user);
          } else {
            if (has_links) AT(left + here) = stays[q];
            if (cuts) {
              lanes lacks = has_links ? went[q] + AT(gone + here) : went[q];
              lanes before = one - AT(at_hand + x);
              lanes rising = before + (lacks - before) * AT(biting + of_user);
              missing = LEAST(lacks, rising);
              AT(at_hand + x) = one - missing;
            }
          }
          if (cuts || moves)
            CUT_AND_MOVE(
                orders + x, allowed + x, stays[q], missing, AT(curve + k), AT(stops + of_user),
                cuts, moves)
        }
      }
    }
  }
}
