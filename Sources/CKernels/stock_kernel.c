#include "step_kernels.h"

#include "vectors.h"

#pragma STDC FP_CONTRACT OFF

INLINE intptr_t smaller_index(intptr_t a, intptr_t b) { return a < b ? a : b; }
INLINE intptr_t larger_index(intptr_t a, intptr_t b) { return a > b ? a : b; }

// Rows are multiples of eight long: no more than eight elements a turn.
#define TURNS _Pragma("clang loop vectorize(enable) interleave_count(2)")

/// One scenario of one user of one product: stock after use, orders, and the output it allows.
struct holding {
  double stock, orders, allows;
};

INLINE struct holding updated(
    double held, double ordered, double received, double requirement, double inverse, double usual,
    double output, double goal, double per_binding_day, double target_days, double restock_rate,
    double order_cap, double stored_step, int uses_all) {
  double needed = requirement * output;
  double used = uses_all ? needed : smaller(needed, held * per_binding_day);
  double after = held + stored_step * (ordered * received - used);
  double gap = larger(0, target_days * (requirement * goal) - after);
  double orders = smaller(needed + gap * restock_rate, order_cap * usual);
  // An input that never binds allows any output.
  double least = inverse > 0 ? 0 : __DBL_MAX__;
  return (struct holding){after, orders, larger(least, after * inverse * per_binding_day)};
}

/// Four scenarios.
typedef double lanes __attribute__((ext_vector_type(4), aligned(8)));

// Macros, because a function's vectors would depend on the version that calls it.
#define AT(values) (*(lanes *)(values))
#define LEAST(a, b) ((a) < (b) ? (a) : (b))
#define MOST(a, b) ((a) > (b) ? (a) : (b))

/// Scenarios of one user of one product, four at a time; the rest is left to the caller.
///
/// The last three arguments are literals, so that the loop has no branch: whether all that is needed
/// is used, whether any scenario's output can be limited, whether all share their parameters.
INLINE void update_row(
    double *restrict stock, double *restrict orders, double *restrict cover,
    const double *restrict received, double a, double inverse, double usual,
    const double *restrict output, const double *restrict goal,
    const double *restrict per_binding_day, const double *restrict target_days,
    const double *restrict restock_rate, const double *restrict order_cap,
    const double *restrict stored_step, intptr_t width, int uses_all, int binds, int alike) {
#define OF(parameter) (alike ? (lanes)*(parameter) : AT((parameter) + k))
  // An input that never binds allows any output.
  lanes nothing = 0, floor = inverse > 0 ? 0 : __DBL_MAX__;
  for (intptr_t k = 0; k + 4 <= width; k += 4) {
    lanes binding = OF(per_binding_day);
    lanes held = AT(stock + k), needed = a * AT(output + k), stretched = held * binding;
    lanes used = uses_all ? needed : LEAST(needed, stretched);
    lanes after = held + OF(stored_step) * (AT(orders + k) * AT(received + k) - used);
    lanes gap = OF(target_days) * (a * AT(goal + k)) - after;
    lanes wanted = needed + MOST(nothing, gap) * OF(restock_rate);
    lanes cap = OF(order_cap) * usual;
    AT(stock + k) = after;
    AT(orders + k) = LEAST(wanted, cap);
    if (binds) {
      lanes allows = after * inverse * binding, raised = MOST(floor, allows);
      lanes known = AT(cover + k);
      AT(cover + k) = LEAST(known, raised);
    }
  }
#undef OF
}

/// All users of one sector of one product, of a single scenario.
INLINE void update_column(
    double *restrict stock, double *restrict orders, double *restrict cover,
    const double *restrict received, const double *restrict requirement,
    const double *restrict inverse, const double *restrict baseline,
    const double *restrict output, const double *restrict goal, double per_binding_day,
    double target_days, double restock_rate, double order_cap, double stored_step,
    intptr_t users, int uses_all, int binds) {
  TURNS for (intptr_t j = 0; j < users; j++) {
    struct holding now = updated(
        stock[j], orders[j], received[j], requirement[j], inverse[j], requirement[j] * baseline[j],
        output[j], goal[j], per_binding_day, target_days, restock_rate, order_cap, stored_step,
        uses_all);
    stock[j] = now.stock;
    orders[j] = now.orders;
    if (binds) cover[j] = smaller(cover[j], now.allows);
  }
}

/// Every user of a sector in turn; a user without use of the product has nothing to update.
#define UPDATE_ROWS(uses_all, binds, alike) \
  for (intptr_t j = start; j < end; j++) { \
    if (a[j] == 0) continue; \
    intptr_t x = j * m; \
    update_row( \
        stock + x, orders + x, cover + (row + j - start) * m, received + x - first * m, a[j], \
        inv[j], a[j] * baseline[j], output + x, goal + x, pb, td, rr, oc, ss, m, uses_all, binds, \
        alike); \
  }

/// The loop of the flags at hand: each is a literal in it.
#define CHOOSE_ROWS \
  switch ((uses_all ? 4 : 0) + (binds ? 2 : 0) + (alike ? 1 : 0)) { \
    case 0: UPDATE_ROWS(0, 0, 0) break; \
    case 1: UPDATE_ROWS(0, 0, 1) break; \
    case 2: UPDATE_ROWS(0, 1, 0) break; \
    case 3: UPDATE_ROWS(0, 1, 1) break; \
    case 4: UPDATE_ROWS(1, 0, 0) break; \
    case 5: UPDATE_ROWS(1, 0, 1) break; \
    case 6: UPDATE_ROWS(1, 1, 0) break; \
    default: UPDATE_ROWS(1, 1, 1) break; \
  }

CLONES void sonae_update_stocks(
    double *restrict stock, double *restrict orders, double *restrict cover,
    const double *restrict received, const double *restrict requirement,
    const double *restrict inverse, const double *restrict baseline,
    const double *restrict output, const double *restrict goal,
    const double *restrict per_binding_day, const double *restrict target_days,
    const double *restrict restock_rate, const double *restrict order_cap,
    const double *restrict stored_step, const intptr_t *restrict sector_start,
    const intptr_t *restrict cover_start, const int32_t *restrict class_of, intptr_t product,
    intptr_t sectors, intptr_t first, intptr_t last, intptr_t width, int uses_all, int alike) {
  intptr_t n = sector_start[sectors], m = width;
  const double *a = requirement + product * n, *inv = inverse + product * n;
  const double *pb = per_binding_day + product * m, *td = target_days + product * m;
  const double *rr = restock_rate + product * m, *oc = order_cap + product * m;
  const double *ss = stored_step + product * m;
  stock += product * n * m;
  orders += product * n * m;
  intptr_t u = 0;
  while (sector_start[u + 1] <= first) u++;
  for (; u < sectors && sector_start[u] < last; u++) {
    intptr_t nodes = sector_start[u + 1] - sector_start[u];
    intptr_t start = larger_index(first, sector_start[u]);
    intptr_t end = smaller_index(last, sector_start[u + 1]);
    int32_t class = class_of[product * sectors + u];
    int binds = class >= 0;
    intptr_t row = cover_start[u] + (binds ? class : 0) * nodes;
    row += start - sector_start[u];
    if (m == 1) {
      update_column(
          stock + start, orders + start, cover + row, received + start - first, a + start,
          inv + start, baseline + start, output + start, goal + start, pb[0], td[0], rr[0], oc[0],
          ss[0], end - start, uses_all, binds);
      continue;
    }
    CHOOSE_ROWS
    for (intptr_t k = m / 4 * 4; k < m; k++) {
      for (intptr_t j = start; j < end; j++) {
        intptr_t x = j * m + k, c = (row + j - start) * m + k;
        struct holding now = updated(
            stock[x], orders[x], received[x - first * m], a[j], inv[j], a[j] * baseline[j],
            output[x], goal[x], pb[k], td[k], rr[k], oc[k], ss[k], uses_all);
        stock[x] = now.stock;
        orders[x] = now.orders;
        if (binds) cover[c] = smaller(cover[c], now.allows);
      }
    }
  }
}
