#include "column_kernels.h"

#include "vectors.h"

#pragma STDC FP_CONTRACT OFF

CLONES void sonae_spread_columns(
    double *restrict columns, intptr_t at, const double *restrict totals, intptr_t from,
    const double *restrict income, intptr_t count, intptr_t width) {
  columns += at * width;
  totals += from;
  for (intptr_t f = 0; f < count; f++) {
    double total = totals[f];
    for (intptr_t k = 0, x = f * width; k < width; k++, x++)
      columns[x] = columns[x] > 1e-12 * total ? income[x] * total / columns[x] : 0;
  }
}

CLONES void sonae_ask_suppliers(
    double *restrict demand, const double *restrict intermediate, const double *restrict weight,
    const double *restrict asked, intptr_t first, intptr_t count, intptr_t width) {
  intptr_t at = first * width;
  for (intptr_t x = 0; x < count * width; x++)
    demand[at + x] = intermediate[at + x] + weight[at + x] * asked[x];
}

CLONES void sonae_serve_suppliers(
    double *restrict served, const double *restrict weight, const double *restrict final,
    intptr_t first, intptr_t count, intptr_t width) {
  intptr_t at = first * width;
  for (intptr_t x = 0; x < count * width; x++) served[x] = weight[at + x] * final[at + x];
}

CLONES void sonae_miss_columns(
    double *restrict unmet, intptr_t to, const double *restrict totals, intptr_t from,
    const double *restrict income, const double *restrict asked, intptr_t at, const double *restrict served,
    const int32_t *restrict region, intptr_t columns, intptr_t regions, intptr_t width) {
  unmet += to * width;
  totals += from;
  asked += at * width;
  for (intptr_t x = 0; x < regions * width; x++) unmet[x] = 0;
  for (intptr_t f = 0; f < columns; f++) {
    if (region[f] < 0) continue;
    double *missed = unmet + region[f] * width;
    for (intptr_t k = 0, x = f * width; k < width; k++, x++)
      missed[k] += totals[f] * income[x] - asked[x] * served[x];
  }
}
