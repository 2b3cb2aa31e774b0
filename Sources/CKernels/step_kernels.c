#include "step_kernels.h"

#pragma STDC FP_CONTRACT OFF

// The widest vectors that the processor has, chosen when the program starts.
#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif
#define INLINE static inline __attribute__((always_inline))

INLINE double smaller(double a, double b) { return a < b ? a : b; }
INLINE double larger(double a, double b) { return a > b ? a : b; }

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
    if (uses_all) {
      UPDATE_ROWS(1, 1, 0)
    } else if (alike && binds) {
      UPDATE_ROWS(0, 1, 1)
    } else if (alike) {
      UPDATE_ROWS(0, 0, 1)
    } else {
      UPDATE_ROWS(0, 1, 0)
    }
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

CLONES void sonae_want_output(
    double *restrict overproduction, double *restrict capacity, double *restrict wanted,
    double *restrict limit, const double *restrict demand, const double *restrict output,
    const double *restrict loss, const double *restrict baseline, const double *restrict inflow,
    const double *restrict maximum, const double *restrict rate, const double *restrict cover,
    const double *restrict levels, const intptr_t *restrict sector_start,
    const intptr_t *restrict cover_start, const intptr_t *restrict class_start, intptr_t sectors,
    intptr_t width, int alpha) {
  intptr_t m = width;
  double threshold = alpha == SONAE_ALPHA_REFERENCE ? 1e-12 : 0;
  double downwards = alpha == SONAE_ALPHA_REFERENCE ? -1 : 0;
  for (intptr_t u = 0; u < sectors; u++) {
    intptr_t start = sector_start[u], nodes = sector_start[u + 1] - start;
    intptr_t classes = class_start[u + 1] - class_start[u];
    for (intptr_t i = start; i < start + nodes; i++) {
      double *over = overproduction + i * m, *most = capacity + i * m, *want = wanted + i * m;
      double *share = limit + i * m;
      const double *asked = demand + i * m, *made = output + i * m, *lost = loss + i * m;
      for (intptr_t k = 0; k < m; k++) {
        double net = larger(0, asked[k] - inflow[i]);
        double scarcity = net > 0 ? (net - made[k]) / net : 0;
        double size = larger(scarcity, downwards * scarcity);
        double change = size > threshold ? (maximum[k] - over[k]) * scarcity : 1 - over[k];
        double moved = larger(1, over[k] + rate[k] * change);
        over[k] = alpha == SONAE_ALPHA_RESTS ? over[k] : moved;
        most[k] = baseline[i] * (1 - lost[k]) * over[k];
        want[k] = smaller(net, most[k]);
        share[k] = 1;
      }
      for (intptr_t c = 0; c < classes; c++) {
        const double *allows = cover + (cover_start[u] + c * nodes + i - start) * m;
        const double *level = levels + (class_start[u] + c) * m;
        for (intptr_t k = 0; k < m; k++) {
          double ratio = allows[k] < want[k] ? allows[k] / want[k] : 1;
          share[k] = smaller(share[k], 1 - level[k] * (1 - ratio));
        }
      }
    }
  }
}

CLONES void sonae_serve(
    double *restrict output, double *restrict all, double *restrict industry,
    double *restrict final, const double *restrict wanted, const double *restrict limit,
    const double *restrict demand, const double *restrict intermediate,
    const double *restrict inflow, intptr_t nodes, intptr_t width, int order) {
  for (intptr_t i = 0; i < nodes; i++) {
    intptr_t row = i * width;
    for (intptr_t k = row; k < row + width; k++) {
      output[k] = wanted[k] * limit[k];
      double available = output[k] + smaller(inflow[i], demand[k]);
      all[k] = demand[k] > 0 ? available / demand[k] : 1;
      industry[k] = all[k];
      final[k] = all[k];
    }
    if (order == SONAE_TOGETHER) continue;
    double *ahead = order == SONAE_INDUSTRY_FIRST ? industry : final;
    double *behind = order == SONAE_INDUSTRY_FIRST ? final : industry;
    for (intptr_t k = row; k < row + width; k++) {
      double available = output[k] + smaller(inflow[i], demand[k]);
      double rest = demand[k] - intermediate[k];
      double first = order == SONAE_INDUSTRY_FIRST ? intermediate[k] : rest;
      double second = demand[k] - first;
      double served = first > 0 ? smaller(1, available / first) : 1;
      double left = second > 0 ? (available - first * served) / second : 1;
      ahead[k] = served;
      behind[k] = larger(0, smaller(1, left));
    }
  }
}

CLONES void sonae_set_goal(
    double *restrict goal, const double *restrict demand, const double *restrict rebuilding,
    const double *restrict final, const double *restrict inflow, const double *restrict capacity,
    intptr_t nodes, intptr_t width, int has_rebuilding) {
  for (intptr_t i = 0; i < nodes; i++) {
    intptr_t row = i * width;
    if (has_rebuilding) {
      for (intptr_t k = row; k < row + width; k++) {
        double owed = demand[k] - rebuilding[k] * final[k] - inflow[i];
        goal[k] = smaller(larger(0, owed), capacity[k]);
      }
    } else {
      for (intptr_t k = row; k < row + width; k++)
        goal[k] = smaller(larger(0, demand[k] - inflow[i]), capacity[k]);
    }
  }
}

CLONES void sonae_lean_towards_delivery(
    double *restrict shipped, double *restrict smoothed, double *restrict weight,
    const double *restrict industry, const double *restrict all,
    const double *restrict flexibility, double step, intptr_t nodes, intptr_t width) {
  for (intptr_t i = 0; i < nodes; i++) {
    intptr_t row = i * width;
    for (intptr_t k = 0; k < width; k++) {
      shipped[row + k] = industry[row + k] * weight[row + k];
      smoothed[row + k] += (all[row + k] - smoothed[row + k]) * step / 10;
      weight[row + k] = 1 - flexibility[k] * (1 - smoothed[row + k]);
    }
  }
}

CLONES void sonae_weigh_by_level(
    double *restrict shipped, double *restrict weight, const double *restrict industry,
    const double *restrict level, const double *restrict baseline, intptr_t nodes,
    intptr_t width) {
  for (intptr_t i = 0; i < nodes; i++) {
    intptr_t row = i * width;
    for (intptr_t k = row; k < row + width; k++) {
      shipped[k] = industry[k] * weight[k];
      weight[k] = baseline[i] > 0 ? level[k] / baseline[i] : 1;
    }
  }
}

CLONES void sonae_divide(
    double *restrict values, intptr_t from, const double *restrict sums, intptr_t count) {
  for (intptr_t i = 0; i < count; i++)
    values[from + i] = sums[i] > 0 ? values[from + i] / sums[i] : 0;
}

CLONES void sonae_multiply(
    double *restrict values, const double *restrict factors, intptr_t count) {
  for (intptr_t i = 0; i < count; i++) values[i] *= factors[i];
}

CLONES void sonae_add_final(
    double *restrict demand, const double *restrict intermediate, const double *restrict final,
    intptr_t nodes, intptr_t width) {
  for (intptr_t i = 0; i < nodes; i++)
    for (intptr_t k = i * width; k < (i + 1) * width; k++) demand[k] = intermediate[k] + final[i];
}
