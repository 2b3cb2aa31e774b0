#include "step_kernels.h"

#include "vectors.h"

#pragma STDC FP_CONTRACT OFF

CLONES void sonae_want_output(
    double *restrict overproduction, double *restrict capacity, double *restrict wanted,
    const double *restrict demand, const double *restrict output, const double *restrict loss,
    const double *restrict baseline, const double *restrict inflow,
    const double *restrict maximum, const double *restrict rate, intptr_t nodes, intptr_t width,
    int alpha) {
  intptr_t m = width;
  double threshold = alpha == SONAE_ALPHA_REFERENCE ? 1e-12 : 0;
  double downwards = alpha == SONAE_ALPHA_REFERENCE ? -1 : 0;
  for (intptr_t i = 0; i < nodes; i++) {
    double *over = overproduction + i * m, *most = capacity + i * m, *want = wanted + i * m;
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
    }
  }
}

CLONES void sonae_limit_by_cover(
    double *restrict limit, const double *restrict wanted, const double *restrict cover,
    const double *restrict levels, const intptr_t *restrict sector_start,
    const intptr_t *restrict cover_start, const intptr_t *restrict class_start, intptr_t sectors,
    intptr_t width) {
  intptr_t m = width;
  for (intptr_t u = 0; u < sectors; u++) {
    intptr_t start = sector_start[u], nodes = sector_start[u + 1] - start;
    intptr_t classes = class_start[u + 1] - class_start[u];
    for (intptr_t i = start; i < start + nodes; i++) {
      const double *want = wanted + i * m;
      double *share = limit + i * m;
      for (intptr_t k = 0; k < m; k++) share[k] = 1;
      for (intptr_t c = 0; c < classes; c++) {
        const double *allows = cover + (cover_start[u] + c * nodes + i - start) * m;
        const double *level = levels + (class_start[u] + c) * m;
        for (intptr_t k = 0; k < m; k++) {
          double bound = want[k] * (1 - SONAE_ROUNDING);
          double ratio = allows[k] < bound ? allows[k] / want[k] : 1;
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
    const double *restrict baseline, intptr_t nodes, intptr_t width, int has_rebuilding,
    int at_most_usual) {
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
    if (at_most_usual)
      for (intptr_t k = row; k < row + width; k++) goal[k] = smaller(goal[k], baseline[i]);
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

CLONES void sonae_product(
    double *restrict target, const double *restrict a, const double *restrict b, intptr_t count) {
  for (intptr_t i = 0; i < count; i++) target[i] = a[i] * b[i];
}

CLONES void sonae_add_final(
    double *restrict demand, const double *restrict intermediate, const double *restrict final,
    intptr_t nodes, intptr_t width) {
  for (intptr_t i = 0; i < nodes; i++)
    for (intptr_t k = i * width; k < (i + 1) * width; k++) demand[k] = intermediate[k] + final[i];
}
