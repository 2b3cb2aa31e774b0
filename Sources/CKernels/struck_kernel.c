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

/// Struck suppliers of eight scenarios in one layer: where their shares in six users are, their places
/// among the product's as numbers (-1: none), what is lost of them and what has moved off them.
struct layer {
  intptr_t place[COLUMNS];
  double number[COLUMNS], lost[COLUMNS], moved[COLUMNS];
  /// Whether something stays with every one of them, so that every user has a supplier left.
  int stays;
};

INLINE void read_layers(
    struct layer *found, const double *lost, const double *weight, const int64_t *layers,
    intptr_t count, intptr_t first_supplier, intptr_t k, intptr_t width) {
  for (intptr_t l = 0; l < count; l++) {
    found[l].stays = 1;
    for (intptr_t q = 0; q < COLUMNS; q++) {
      int64_t i = layers[l * width + k + q];
      intptr_t cell = (first_supplier + (i < 0 ? 0 : i)) * width + k + q;
      found[l].place[q] = i < 0 ? 0 : i * ROWS;
      found[l].number[q] = i;
      found[l].lost[q] = i < 0 ? 0 : lost[cell];
      found[l].moved[q] = i < 0 ? 0 : 1 - weight[cell];
      found[l].stays &= found[l].moved[q] < 1 - 1e-9;
    }
  }
}

/// Shares of eight scenarios' suppliers in six users, user by user; `shares` has six of a supplier
/// beside one another, and two values after them are read.
INLINE void turn(lanes *users, const double *shares, const intptr_t *place) {
#define OF(q) AT(shares + place[q])
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

/// What the users of a block miss and keep of a product, in eight scenarios.
struct strike {
  lanes missing[ROWS], stays[ROWS];
};

/// Users of one struck supplier a scenario: they miss their shares of what has bitten, and what lost
/// links add.
INLINE void strike_once(
    struct strike *found, const double *shares, const struct layer *layer,
    const double *const *bitten, const double *added, intptr_t first, intptr_t users,
    intptr_t width, int own, int has_links) {
  lanes share[ROWS], one = 1;
  turn(share, shares, layer->place);
  for (intptr_t q = 0; q < ROWS; q++) found->stays[q] = one - share[q] * AT(layer->moved);
  if (own) leave_out_own(share, layer, first);
  for (intptr_t q = 0; q < users; q++) {
    lanes missing = share[q] * AT(bitten[q]);
    found->missing[q] = has_links ? missing + AT(added + q * width) : missing;
  }
}

/// 1 over each of six values, none of them near 0, with one division for all.
INLINE void invert_six(lanes *x) {
  lanes first = x[0] * x[1], second = x[2] * x[3], third = x[4] * x[5], one = 1;
  lanes both = first * second, inverse = one / (both * third);
  lanes of_first = inverse * (second * third), of_second = inverse * (first * third);
  lanes of_third = inverse * both, x0 = x[0], x2 = x[2], x4 = x[4];
  x[0] = of_first * x[1];
  x[1] = of_first * x0;
  x[2] = of_second * x[3];
  x[3] = of_second * x2;
  x[4] = of_third * x[5];
  x[5] = of_third * x4;
}

/// strike_once and CUT_AND_MOVE of six users that are all cut or not. The last five arguments are literals
/// or nearly: alike says that the users are of one sector, stays_all that each has a supplier left.
INLINE void strike_six(
    double *orders, double *allowed, const double *shares, const struct layer *layer,
    const double *bitten, const double *curve, const double *stops, const intptr_t *sector,
    const double *added, intptr_t first, intptr_t width, int own, int cuts, int moves,
    int has_links, int alike, int stays_all) {
  lanes share[ROWS], stays[ROWS], left[ROWS], over[ROWS], under[ROWS], inverse[ROWS];
  lanes none = 0, one = 1, bend = AT(curve), moved = AT(layer->moved);
  lanes bite = AT(bitten + sector[0] * width), stop = AT(stops + sector[0] * width);
  turn(share, shares, layer->place);
  for (intptr_t q = 0; q < ROWS; q++) {
    stays[q] = one - share[q] * moved;
    left[q] = stays_all ? stays[q] : stays[q] < 1e-12 ? one : stays[q];
  }
  if (own) leave_out_own(share, layer, first);
  for (intptr_t q = 0; q < ROWS; q++) {
    if (!alike) {
      bite = AT(bitten + sector[q] * width);
      stop = AT(stops + sector[q] * width);
    }
    lanes missing = share[q] * bite;
    if (has_links) missing += AT(added + q * width);
    over[q] = one + bend * missing;
    under[q] = over[q] - stop * missing;
    inverse[q] = cuts && moves ? over[q] * left[q] : moves ? left[q] : over[q];
  }
  invert_six(inverse);
  for (intptr_t q = 0; q < ROWS; q++) {
    double *order = orders + q * width, *allow = allowed + q * width;
    if (moves) {
      lanes asked = AT(order) * (cuts ? inverse[q] * over[q] : inverse[q]);
      AT(order) = stays_all ? asked : stays[q] < 1e-12 ? none : asked;
    }
    if (cuts) AT(allow) *= under[q] * (moves ? inverse[q] * left[q] : inverse[q]);
  }
}

/// Users of several struck suppliers a scenario: what is at hand is their own, user by user.
INLINE void strike_often(
    struct strike *found, const double *shares, const struct layer *layer, intptr_t count,
    double *at_hand, const double *const *biting, const int *cuts, const double *added,
    intptr_t first, intptr_t users, intptr_t width, int own, int has_links) {
  lanes went[ROWS], one = 1;
  for (intptr_t q = 0; q < ROWS; q++) {
    found->stays[q] = one;
    went[q] = 0;
  }
  for (intptr_t l = 0; l < count; l++) {
    lanes share[ROWS];
    turn(share, shares, layer[l].place);
    for (intptr_t q = 0; q < ROWS; q++) found->stays[q] -= share[q] * AT(layer[l].moved);
    if (own) leave_out_own(share, layer + l, first);
    for (intptr_t q = 0; q < ROWS; q++) went[q] += share[q] * AT(layer[l].lost);
  }
  for (intptr_t q = 0; q < users; q++) {
    if (!cuts[q]) continue;
    double *hand = at_hand + q * width;
    lanes lacks = has_links ? went[q] + AT(added + q * width) : went[q];
    lanes before = one - AT(hand), rising = before + (lacks - before) * AT(biting[q]);
    found->missing[q] = LEAST(lacks, rising);
    AT(hand) = one - found->missing[q];
  }
}

/// Up to six users from a multiple of six on: how many, their sectors, whether varieties of the product
/// cut any, whether there are six who all use it, whether they are of one sector.
struct six {
  intptr_t users;
  const intptr_t *sector;
  int any, full, alike;
};

/// Six users of one struck supplier a scenario, by the loop of the flags at hand.
INLINE void strike_plain(
    double *orders, double *allowed, const double *shares, const struct layer *layer,
    const double *bitten, const double *curve, const double *stops, const double *added,
    const struct six *six, intptr_t first, intptr_t width, int own, int moves, int has_links) {
#define STRIKE(cuts, moves, has_links, alike, stays_all) \
  strike_six( \
      orders, allowed, shares, layer, bitten, curve, stops, six->sector, added, first, width, \
      own, cuts, moves, has_links, alike, stays_all)
  // Where no variety of the product stops a sector its users lose nothing by being cut.
  if (!six->any)
    STRIKE(0, 1, 0, 0, 0);
  else if (!layer->stays)
    STRIKE(1, moves, has_links, 0, 0);
  else
    switch ((moves ? 4 : 0) + (has_links ? 2 : 0) + (six->alike ? 1 : 0)) {
      case 0: STRIKE(1, 0, 0, 0, 1); break;
      case 1: STRIKE(1, 0, 0, 1, 1); break;
      case 2: STRIKE(1, 0, 1, 0, 1); break;
      case 3: STRIKE(1, 0, 1, 1, 1); break;
      case 4: STRIKE(1, 1, 0, 0, 1); break;
      case 5: STRIKE(1, 1, 0, 1, 1); break;
      case 6: STRIKE(1, 1, 1, 0, 1); break;
      default: STRIKE(1, 1, 1, 1, 1); break;
    }
#undef STRIKE
}

/// Any users, user by user.
INLINE void strike_each(
    double *orders, double *allowed, double *at_hand, const double *shares,
    const struct layer *layer, intptr_t count, const double *bitten, const double *biting,
    const double *curve, const double *stops, const double *added, const struct six *six,
    const double *inverse, const int32_t *cutting, intptr_t first, intptr_t width, int often,
    int own, int moves, int has_links) {
  struct strike now;
  const double *of_sector[ROWS];
  int cuts[ROWS];
  for (intptr_t q = 0; q < six->users; q++) {
    of_sector[q] = (often ? biting : bitten) + six->sector[q] * width;
    cuts[q] = six->any && inverse[q] != 0 && cutting[six->sector[q]];
  }
  if (often)
    strike_often(
        &now, shares, layer, count, at_hand, of_sector, cuts, added, first, six->users, width,
        own, has_links);
  else
    strike_once(
        &now, shares, layer, of_sector, added, first, six->users, width, own, has_links);
  for (intptr_t q = 0; q < six->users; q++) {
    intptr_t x = q * width;
    if (cuts[q] || moves)
      CUT_AND_MOVE(
          orders + x, allowed + x, now.stays[q], now.missing[q], AT(curve),
          AT(stops + six->sector[q] * width), cuts[q], moves)
  }
}

CLONES void sonae_strike_packed(
    const double *restrict added, double *restrict orders, double *restrict allowed,
    double *restrict at_hand, const double *restrict bitten, const double *restrict packed,
    intptr_t at, const double *restrict lost, const double *restrict weight,
    const int64_t *restrict layers, intptr_t count, const int32_t *restrict by_user,
    const double *restrict inverse, const int32_t *restrict cutting,
    const double *restrict stops, const double *restrict curve, const double *restrict biting,
    const intptr_t *restrict sector_start, const intptr_t *restrict sector_of,
    const uint8_t *restrict sixes, intptr_t product, intptr_t sectors, intptr_t first,
    intptr_t last, intptr_t width, int varies, int has_links, int moves) {
  intptr_t m = width, row = product * sectors, n = sector_start[sectors];
  intptr_t first_supplier = sector_start[product];
  intptr_t suppliers = sector_start[product + 1] - first_supplier;
  struct layer found[GROUPS][SONAE_MOST_LAYERS];
  inverse += product * n;
  orders += product * n * m;
  sixes += product * ((n + ROWS - 1) / ROWS);
  for (intptr_t from = 0; from < m; from += GROUPS * COLUMNS) {
    intptr_t to = from + GROUPS * COLUMNS < m ? from + GROUPS * COLUMNS : m;
    for (intptr_t k = from; k < to; k += COLUMNS)
      read_layers(
          found[(k - from) / COLUMNS], lost, weight, layers, count, first_supplier, k, m);
    const double *shares = packed + at;
    for (intptr_t block = first; block < last; block += ROWS, shares += suppliers * ROWS) {
      intptr_t place = block - first_supplier, users = last - block < ROWS ? last - block : ROWS;
      int own = place + ROWS > 0 && place < suppliers, flags = sixes[block / ROWS];
      struct six six = {
          users, sector_of + block, varies && flags & SONAE_ANY_CUT, flags & SONAE_ALL_USE,
          flags & SONAE_ONE_SECTOR};
      if (!six.any && !moves) continue;
      int plain = users == ROWS && (six.full || !six.any);
      for (intptr_t k = from; k < to; k += COLUMNS) {
        const struct layer *layer = found[(k - from) / COLUMNS];
        const double *more = added + (block - first) * m + k, *stop = stops + row * m + k;
        const double *bend = curve + product * m + k;
        intptr_t x = block * m + k;
        int often = by_user[k / COLUMNS];
        if (plain && !often)
          strike_plain(
              orders + x, allowed + x, shares, layer, bitten + k, bend, stop, more, &six, place, m,
              own, moves, has_links);
        else
          strike_each(
              orders + x, allowed + x, at_hand + x, shares, layer, count, bitten + k,
              biting + row * m + k, bend, stop, more, &six, inverse + block, cutting + row, place,
              m, often, own, moves, has_links);
      }
    }
  }
}
