// Final demand of some products by column, for a batch of scenarios.
//
// Layout and promises as in step_kernels.h; columns are [column][scenario], income is what income leaves of
// each column's demand.
#ifndef SONAE_COLUMN_KERNELS_H
#define SONAE_COLUMN_KERNELS_H

#include <stdint.h>

/// columns[at + f] = income[f] * totals[from + f] / columns[at + f], 0 where next to nothing is left.
void sonae_spread_columns(
    double *columns, intptr_t at, const double *totals, intptr_t from, const double *income,
    intptr_t count, intptr_t width);

/// demand = intermediate + weight * asked for some suppliers; asked counts from the first.
void sonae_ask_suppliers(
    double *demand, const double *intermediate, const double *weight, const double *asked,
    intptr_t first, intptr_t count, intptr_t width);

/// served = weight * final for some suppliers; served counts from the first.
void sonae_serve_suppliers(
    double *served, const double *weight, const double *final, intptr_t first, intptr_t count,
    intptr_t width);

/// unmet[to + region] = sum over its columns f of totals[from + f] * income[f] - asked[at + f] * served[f];
/// a column of region -1 is nobody's.
void sonae_miss_columns(
    double *unmet, intptr_t to, const double *totals, intptr_t from, const double *income,
    const double *asked, intptr_t at, const double *served, const int32_t *region,
    intptr_t columns, intptr_t regions, intptr_t width);

#endif
