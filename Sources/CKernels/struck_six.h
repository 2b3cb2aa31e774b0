// Six users of one struck supplier a scenario, in eight scenarios: what sonae_strike_packed does most.
#ifndef SONAE_STRUCK_SIX_H
#define SONAE_STRUCK_SIX_H

#include "share_kernels.h"
#include "vectors.h"

// Fused multiply-add where the processor has it.
#pragma STDC FP_CONTRACT ON

enum { ROWS = SONAE_SHARE_ROWS, COLUMNS = SONAE_SHARE_COLUMNS };

/// Eight scenarios.
typedef double lanes __attribute__((ext_vector_type(8), aligned(8)));

// Macros, because a function's vectors would depend on the version that calls it.
#define AT(values) (*(lanes *)(values))
#define MIX(a, b, ...) __builtin_shufflevector(a, b, __VA_ARGS__)

/// Struck suppliers of eight scenarios in one layer: where their shares in six users are, their places
/// among the product's as numbers (-1: none), what is lost of them and what has moved off them.
struct layer {
  intptr_t place[COLUMNS];
  double number[COLUMNS], lost[COLUMNS], moved[COLUMNS];
  /// Whether something stays with every one of them, so that every user has a supplier left.
  int stays;
};

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

/// What struck_kernel.c's strike_once and CUT_AND_MOVE do, of six users that are all cut or not. The last
/// five arguments are literals or nearly: alike says that the users are of one sector, stays_all that each
/// has a supplier left.
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

/// Four scenarios.
typedef double quad __attribute__((ext_vector_type(4), aligned(8)));

#define QUAD(values) (*(quad *)(values))

/// Shares of four scenarios' suppliers in four users, user by user.
INLINE void turn_four(quad *users, const double *shares, const intptr_t *place) {
  quad r0 = QUAD(shares + place[0]), r1 = QUAD(shares + place[1]);
  quad r2 = QUAD(shares + place[2]), r3 = QUAD(shares + place[3]);
  quad e0 = MIX(r0, r1, 0, 4, 2, 6), o0 = MIX(r0, r1, 1, 5, 3, 7);
  quad e1 = MIX(r2, r3, 0, 4, 2, 6), o1 = MIX(r2, r3, 1, 5, 3, 7);
  users[0] = MIX(e0, e1, 0, 1, 4, 5);
  users[1] = MIX(o0, o1, 0, 1, 4, 5);
  users[2] = MIX(e0, e1, 2, 3, 6, 7);
  users[3] = MIX(o0, o1, 2, 3, 6, 7);
}

/// The same as strike_six where vectors are of four: user by user, each with a division of its own, since
/// sixteen registers do not hold what six users have.
INLINE void strike_each_six(
    double *orders, double *allowed, const double *shares, const struct layer *layer,
    const double *bitten, const double *curve, const double *stops, const intptr_t *sector,
    const double *added, intptr_t first, intptr_t width, int own, int cuts, int moves,
    int has_links, int alike, int stays_all) {
  for (intptr_t h = 0; h < COLUMNS; h += 4) {
    quad share[8], none = 0, one = 1, bend = QUAD(curve + h), moved = QUAD(layer->moved + h);
    quad bite = QUAD(bitten + sector[0] * width + h), stop = QUAD(stops + sector[0] * width + h);
    turn_four(share, shares, layer->place + h);
    turn_four(share + 4, shares + 4, layer->place + h);
    for (intptr_t q = 0; q < ROWS; q++) {
      intptr_t x = q * width + h;
      quad part = share[q], stays = one - part * moved;
      quad left = stays_all ? stays : stays < 1e-12 ? one : stays;
      if (own) part = QUAD(layer->number + h) == (quad)(double)(first + q) ? none : part;
      if (!alike) {
        bite = QUAD(bitten + sector[q] * width + h);
        stop = QUAD(stops + sector[q] * width + h);
      }
      quad missing = part * bite;
      if (has_links) missing += QUAD(added + x);
      quad over = one + bend * missing, under = over - stop * missing;
      quad inverse = one / (cuts && moves ? over * left : moves ? left : over);
      if (moves) {
        quad asked = QUAD(orders + x) * (cuts ? inverse * over : inverse);
        QUAD(orders + x) = stays_all ? asked : stays < 1e-12 ? none : asked;
      }
      if (cuts) QUAD(allowed + x) *= under * (moves ? inverse * left : inverse);
    }
  }
}

#endif
