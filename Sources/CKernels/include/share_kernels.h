// Products with supplier shares that are packed once for all steps.
//
// The two products of a step, T_p' w and T_p o, have as few rows as a product has suppliers. A general
// dgemm packs its operands anew at every call and spends up to half of the time of such small
// products on that; shares never change, so they are packed once, six users by six. Scenarios are
// worked on eight at a time. Sums run over suppliers, or over users, in ascending order.
#ifndef SONAE_SHARE_KERNELS_H
#define SONAE_SHARE_KERNELS_H

#include <stdint.h>

/// Users in a block of packed shares; also suppliers that are worked on at a time.
enum { SONAE_SHARE_ROWS = 6 };

/// Scenarios that are worked on at a time; widths must be multiples.
enum { SONAE_SHARE_COLUMNS = 8 };

/// Whether this processor has the vectors and fused operations that make these products worth it.
int sonae_shares_are_fast(void);

/// Whether this processor has the registers for twice as many scenarios at a time.
int sonae_shares_go_in_pairs(void);

/// target[j][k] = sum over suppliers i of shares[i][j] * values[i][k], for the users of some blocks.
///
/// packed is [block][supplier][6 users] from the first block on; target has 6 rows a block. in_pairs, here and
/// below: twice as many scenarios at a time where the width allows, to the same bits.
void sonae_gather_shares(
    double *target, const double *packed, intptr_t at, const double *values, intptr_t suppliers,
    intptr_t blocks, intptr_t width, int in_pairs);

/// change[i][k] = shipped[i][k] - 1; places lists, from each product's first supplier on, which of its
/// suppliers, counted from that one, change in any scenario; counts says how many they are.
void sonae_list_changes(
    double *change, int32_t *places, intptr_t *counts, const double *shipped,
    const intptr_t *sector_start, intptr_t sectors, intptr_t width);

/// target[j][k] = 1 + sum over the listed suppliers i of shares[i][j] * change[i][k], rounding left out,
/// for users all of whose suppliers' shares add up to 1. packed and target as above.
void sonae_gather_changes(
    double *target, const double *packed, intptr_t at, const double *change, const int32_t *places,
    intptr_t count, intptr_t suppliers, intptr_t blocks, intptr_t width, int in_pairs);

/// fed[j][k] = min(fed[j][k], 1 - chain * sum over suppliers i of shares[i][j] * starving[i][k]) for users
/// from `first`, a multiple of six, until `last`, in one pass.
///
/// has_links: the sums are less by `taken`, which counts from `first`, and at least 0. packed as above;
/// chain is [product][user sector][scenario]; an input that never binds (inverse 0) cuts nothing.
void sonae_cut_by_starved(
    double *fed, const double *taken, const double *packed, intptr_t at, const double *starving,
    const double *inverse, const double *chain, const intptr_t *sector_start, intptr_t product,
    intptr_t sectors, intptr_t first, intptr_t last, intptr_t width, int has_links, int in_pairs);

/// demand[i][k] += sum over users j of shares[i][j] * orders[j][k], for the users of some blocks.
///
/// Up to 30 values after the last share, and up to 5 rows after the last user, are read and not used.
void sonae_add_orders(
    double *demand, const double *packed, intptr_t at, const double *orders, intptr_t suppliers,
    intptr_t blocks, intptr_t width, int in_pairs);

/// The same of one scenario, with shares as they are: a row of `stride` users for each supplier.
void sonae_add_orders_alone(
    double *demand, const double *shares, intptr_t at, intptr_t stride, const double *orders,
    intptr_t suppliers, intptr_t users);

#endif
