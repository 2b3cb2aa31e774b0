#include "variety_kernels.h"

#include "struck_six.h"

/// Groups of eight scenarios that are worked on for six users before the next.
enum { GROUPS = 8 };

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

#define LEAST(a, b) ((a) < (b) ? (a) : (b))

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
    const struct six *six, intptr_t first, intptr_t width, int wide, int own, int moves,
    int has_links) {
#define WITH(strike, ...) \
  strike( \
      orders, allowed, shares, layer, bitten, curve, stops, six->sector, added, first, width, \
      own, __VA_ARGS__)
#define STRIKE(...) \
  if (wide) \
    WITH(strike_six, __VA_ARGS__); \
  else \
    WITH(strike_each_six, __VA_ARGS__);
  // Where no variety of the product stops a sector its users lose nothing by being cut.
  if (!six->any) {
    STRIKE(0, 1, 0, 0, 0)
  } else if (!layer->stays) {
    STRIKE(1, moves, has_links, 0, 0)
  } else {
    switch ((moves ? 4 : 0) + (has_links ? 2 : 0) + (six->alike ? 1 : 0)) {
      case 0: STRIKE(1, 0, 0, 0, 1) break;
      case 1: STRIKE(1, 0, 0, 1, 1) break;
      case 2: STRIKE(1, 0, 1, 0, 1) break;
      case 3: STRIKE(1, 0, 1, 1, 1) break;
      case 4: STRIKE(1, 1, 0, 0, 1) break;
      case 5: STRIKE(1, 1, 0, 1, 1) break;
      case 6: STRIKE(1, 1, 1, 0, 1) break;
      default: STRIKE(1, 1, 1, 1, 1) break;
    }
  }
#undef STRIKE
#undef WITH
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
  // Vectors of eight are worth it where the processor has them and registers enough.
  int wide = sonae_shares_go_in_pairs();
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
              wide, own, moves, has_links);
        else
          strike_each(
              orders + x, allowed + x, at_hand + x, shares, layer, count, bitten + k,
              biting + row * m + k, bend, stop, more, &six, inverse + block, cutting + row, place,
              m, often, own, moves, has_links);
      }
    }
  }
}
