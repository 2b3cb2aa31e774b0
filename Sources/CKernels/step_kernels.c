#include "step_kernels.h"

#pragma STDC FP_CONTRACT OFF

// The widest vectors that the processor has, chosen when the program starts.
#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define CLONES
#endif
#define INLINE static inline __attribute__((always_inline))

INLINE double smaller(double a, double b) { return a < b ? a : b; }
INLINE double larger(double a, double b) { return a > b ? a : b; }

/// What one user holds of one product.
struct holding {
  double *stock, *orders, *cover;
};

/// One scenario of one user of one product: use, stock, orders, cover.
INLINE void update_cell(
    struct holding at, intptr_t k, double received, double requirement, double inverse,
    double usual, double output, double goal, double per_binding_day, double target_days,
    double restock_rate, double order_cap, double stored_step, int uses_all) {
  double held = at.stock[k];
  double needed = requirement * output;
  double used = uses_all ? needed : smaller(needed, held * per_binding_day);
  double after = held + stored_step * (at.orders[k] * received - used);
  at.stock[k] = after;
  double gap = larger(0, target_days * (requirement * goal) - after);
  at.orders[k] = smaller(needed + gap * restock_rate, order_cap * usual);
  double allows = inverse > 0 ? after * inverse * per_binding_day : __DBL_MAX__;
  at.cover[k] = smaller(at.cover[k], allows);
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
    intptr_t sectors, intptr_t first, intptr_t last, intptr_t width, int uses_all) {
  intptr_t n = sector_start[sectors], m = width, origin = sector_start[first];
  const double *a = requirement + product * n, *inv = inverse + product * n;
  const double *pb = per_binding_day + product * m, *td = target_days + product * m;
  const double *rr = restock_rate + product * m, *oc = order_cap + product * m;
  const double *ss = stored_step + product * m;
  stock += product * n * m;
  orders += product * n * m;
  for (intptr_t u = first; u < last; u++) {
    intptr_t start = sector_start[u], end = sector_start[u + 1];
    intptr_t row = cover_start[u] + class_of[product * sectors + u] * (end - start);
    if (m == 1) {
      struct holding at = {stock + start, orders + start, cover + row};
      for (intptr_t i = 0; i < end - start; i++) {
        intptr_t j = start + i;
        update_cell(at, i, received[j - origin], a[j], inv[j], a[j] * baseline[j], output[j],
                    goal[j], pb[0], td[0], rr[0], oc[0], ss[0], uses_all);
      }
      continue;
    }
    for (intptr_t j = start; j < end; j++, row++) {
      if (a[j] == 0) continue;
      struct holding at = {stock + j * m, orders + j * m, cover + row * m};
      const double *e = received + (j - origin) * m, *x = output + j * m, *g = goal + j * m;
      double requires = a[j], inverted = inv[j], usual = a[j] * baseline[j];
      for (intptr_t k = 0; k < m; k++)
        update_cell(at, k, e[k], requires, inverted, usual, x[k], g[k], pb[k], td[k], rr[k],
                    oc[k], ss[k], uses_all);
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
