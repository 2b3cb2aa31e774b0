#include "variety_kernels.h"

#include "share_kernels.h"

#include "vectors.h"

#pragma STDC FP_CONTRACT OFF

CLONES void sonae_mark_starving(
    double *restrict starving, int32_t *restrict is_starving, const double *restrict lost,
    const double *restrict seen, const intptr_t *restrict sector_start, intptr_t sectors,
    intptr_t width) {
  for (intptr_t u = 0; u < sectors; u++) {
    double most = 0;
    for (intptr_t x = sector_start[u] * width; x < sector_start[u + 1] * width; x++) {
      starving[x] = (1 - lost[x]) * (1 - seen[x]);
      most = larger(most, starving[x]);
    }
    is_starving[u] = most > 0;
  }
}

// What is left of W once all has moved: nothing, and no rounding that stands for it.
INLINE double left_over(double sum) { return sum < 1e-12 ? 0 : sum; }

CLONES void sonae_spread_cells(
    double *restrict gone, double *restrict left, const double *restrict shares,
    const double *restrict lost, const double *restrict weight, const int32_t *restrict node,
    const int32_t *restrict scenario, intptr_t count, intptr_t nodes, intptr_t first,
    intptr_t last, intptr_t width) {
  for (intptr_t j = first; j < last; j++) {
    for (intptr_t c = 0; c < count; c++) {
      intptr_t i = node[c], k = scenario[c];
      double share = shares[i * nodes + j];
      intptr_t x = (j - first) * width + k, cell = i * width + k;
      gone[x] += share * lost[cell];
      left[x] = left_over(left[x] - share * (1 - weight[cell]));
    }
  }
}

CLONES void sonae_cut_by_varieties(
    double *restrict allowed, double *restrict at_hand, intptr_t at, const double *restrict gone,
    const double *restrict inverse, const int32_t *restrict cutting,
    const double *restrict stops, const double *restrict curve, const double *restrict biting,
    const intptr_t *restrict sector_start, intptr_t product, intptr_t sectors, intptr_t first,
    intptr_t last, intptr_t width) {
  intptr_t m = width, u = 0, row = product * sectors * m;
  at_hand += at;
  cutting += product * sectors;
  inverse += product * sector_start[sectors];
  stops += row;
  biting += row;
  curve += product * m;
  while (sector_start[u + 1] <= first) u++;
  for (intptr_t j = first; j < last; j++) {
    while (sector_start[u + 1] <= j) u++;
    if (inverse[j] == 0 || !cutting[u]) continue;
    const double *stop = stops + u * m, *bite = biting + u * m, *lost = gone + (j - first) * m;
    double *hand = at_hand + j * m, *allow = allowed + j * m;
    for (intptr_t k = 0; k < m; k++) {
      double left = 1 - lost[k];
      double falling = hand[k] + (left - hand[k]) * bite[k];
      hand[k] = larger(left, falling);
      double missing = 1 - hand[k], curved = 1 + curve[k] * missing;
      allow[k] *= (curved - stop[k] * missing) / curved;
    }
  }
}

/// Some scenarios' share of what bites, in every sector; count is a literal where it can be.
INLINE void bite_some(
    double *bitten, const double *gone, const double *biting, intptr_t sectors, intptr_t width,
    intptr_t count) {
  for (intptr_t u = 0; u < sectors; u++, bitten += width, biting += width) {
    for (intptr_t q = 0; q < count; q++) {
      double rising = bitten[q] + (gone[q] - bitten[q]) * biting[q];
      bitten[q] = smaller(gone[q], rising);
    }
  }
}

CLONES void sonae_bite(
    double *restrict bitten, const double *restrict lost, const double *restrict biting,
    const int64_t *restrict layer, const intptr_t *restrict sector_start, intptr_t product,
    intptr_t sectors, intptr_t width) {
  enum { TOGETHER = 8 };
  intptr_t m = width, first = sector_start[product];
  biting += product * sectors * m;
  for (intptr_t k = 0; k < m; k += TOGETHER) {
    intptr_t count = m - k < TOGETHER ? m - k : TOGETHER;
    double gone[TOGETHER];
    for (intptr_t q = 0; q < count; q++)
      gone[q] = layer[k + q] < 0 ? 0 : lost[(first + layer[k + q]) * m + k + q];
    if (count == TOGETHER)
      bite_some(bitten + k, gone, biting + k, sectors, m, TOGETHER);
    else
      bite_some(bitten + k, gone, biting + k, sectors, m, count);
  }
}

CLONES void sonae_cut_by_chain(
    double *restrict fed, double *restrict worst, int32_t *restrict worst_product,
    const double *restrict starved, const double *restrict inverse, const double *restrict chain,
    const intptr_t *restrict sector_start, intptr_t product, intptr_t sectors, intptr_t first,
    intptr_t last, intptr_t width, int traces) {
  intptr_t m = width, u = 0;
  inverse += product * sector_start[sectors];
  chain += product * sectors * m;
  while (sector_start[u + 1] <= first) u++;
  for (intptr_t j = first; j < last; j++) {
    while (sector_start[u + 1] <= j) u++;
    if (inverse[j] == 0) continue;
    const double *level = chain + u * m, *held = starved + (j - first) * m;
    double *left = fed + j * m;
    for (intptr_t k = 0; k < m; k++) left[k] = smaller(left[k], 1 - level[k] * held[k]);
    if (!traces) continue;
    double *least = worst + j * m;
    int32_t *of = worst_product + j * m;
    for (intptr_t k = 0; k < m; k++) {
      double now = 1 - level[k] * held[k];
      of[k] = now < least[k] ? (int32_t)product : of[k];
      least[k] = smaller(now, least[k]);
    }
  }
}

CLONES void sonae_want_allowed(
    double *restrict overproduction, double *restrict capacity, double *restrict wanted,
    double *restrict allowed, const double *restrict fed, const double *restrict demand,
    const double *restrict output, const double *restrict loss, const double *restrict baseline,
    const double *restrict inflow, const double *restrict maximum, const double *restrict rate,
    intptr_t nodes, intptr_t width) {
  intptr_t m = width;
  for (intptr_t i = 0; i < nodes; i++) {
    for (intptr_t k = 0, x = i * m; k < m; k++, x++) {
      double net = larger(0, demand[x] - inflow[i]);
      double scarcity = net > 0 ? larger(0, (net - output[x]) / net) : 0;
      double over = overproduction[x];
      double change = (maximum[k] - over) * scarcity + (1 - over) * (1 - scarcity);
      over = larger(1, over + rate[k] * change);
      overproduction[x] = over;
      capacity[x] = baseline[i] * (1 - loss[x]) * over;
      allowed[x] = smaller(allowed[x], fed[x]);
      wanted[x] = smaller(net, capacity[x] * allowed[x]);
    }
  }
}

CLONES void sonae_show_shortage(
    double *restrict seen, const double *restrict allowed, const double *restrict limit,
    const double *restrict showing, const intptr_t *restrict sector_start, intptr_t sectors,
    intptr_t width) {
  intptr_t m = width;
  for (intptr_t u = 0; u < sectors; u++) {
    const double *rate = showing + u * m;
    for (intptr_t i = sector_start[u]; i < sector_start[u + 1]; i++) {
      for (intptr_t k = 0, x = i * m; k < m; k++, x++) {
        double made = smaller(allowed[x], limit[x]);
        double falling = seen[x] + (made - seen[x]) * rate[k];
        seen[x] = larger(made, falling);
      }
    }
  }
}
