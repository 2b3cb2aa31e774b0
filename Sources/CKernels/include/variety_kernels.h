// Varieties, starved suppliers and the output that they allow, for a batch of scenarios.
//
// Equations: Sources/Propagation/README.md, 4; layout and promises as in step_kernels.h. Parameters come as
// [product][user sector][scenario] or [product][scenario].
#ifndef SONAE_VARIETY_KERNELS_H
#define SONAE_VARIETY_KERNELS_H

#include <stdint.h>

/// starving = (1 - lost) * (1 - seen); is_starving says for each sector whether any value is above 0.
void sonae_mark_starving(
    double *starving, int32_t *is_starving, const double *lost, const double *seen,
    const intptr_t *sector_start, intptr_t sectors, intptr_t width);

/// gone[j][k] += shares[i][j] * lost[i][k] and left[j][k] -= shares[i][j] * (1 - weight[i][k]) for the
/// users [first, last) and `count` struck nodes i in one scenario k each; 0 where next to nothing is
/// left. gone and left count from first; `nodes` users have shares.
void sonae_spread_cells(
    double *gone, double *left, const double *shares, const double *lost, const double *weight,
    const int32_t *node, const int32_t *scenario, intptr_t count, intptr_t nodes, intptr_t first,
    intptr_t last, intptr_t width);

/// Varieties at hand fall towards what is left with the rate `biting` and rise at once; output allowed
/// is multiplied by 1 - stops * f / (1 + curve * f), f what is not at hand. Users [first, last); gone
/// counts from first. An input that never binds (inverse 0) cuts nothing, nor does one of which no
/// varieties stop the user's sector (cutting, [product][user sector], 0): what is at hand rests.
void sonae_cut_by_varieties(
    double *allowed, double *at_hand, intptr_t at, const double *gone, const double *inverse,
    const int32_t *cutting, const double *stops, const double *curve, const double *biting,
    const intptr_t *sector_start, intptr_t product, intptr_t sectors, intptr_t first,
    intptr_t last, intptr_t width);

/// Share of the one struck supplier's varieties that users miss, [user sector][scenario], rising towards
/// what is lost of it with the rate `biting` and falling at once: what a user misses of the product is its
/// share of that supplier times this. layer, [scenario]: that supplier's place in the product, -1: none.
void sonae_bite(
    double *bitten, const double *lost, const double *biting, const int64_t *layer,
    const intptr_t *sector_start, intptr_t product, intptr_t sectors, intptr_t width);

/// Layers of struck suppliers that sonae_strike_packed takes at most.
enum { SONAE_MOST_LAYERS = 4 };

/// What is known of six users of a product: its varieties cut some of them, all use it, they are of one
/// sector.
enum { SONAE_ANY_CUT = 1, SONAE_ALL_USE = 2, SONAE_ONE_SECTOR = 4 };

/// sonae_spread_cells, sonae_divide and sonae_cut_by_varieties of one product in one pass, by packed
/// shares (share_kernels.h). layers, [layer][scenario], holds each scenario's struck suppliers by their
/// place in the product, -1 for none. by_user says of each eight scenarios whether what is at hand is kept
/// user by user (at_hand) or follows from `bitten`. varies: the product has varieties to cut. has_links:
/// `added` holds what lost links add to what users miss, or by user to what is gone. moves: orders are
/// divided. cutting as above. sector_of, by user. sixes: what is known of six users, [product][n / 6].
void sonae_strike_packed(
    const double *added, double *orders, double *allowed, double *at_hand, const double *bitten,
    const double *packed, intptr_t at, const double *lost, const double *weight,
    const int64_t *layers, intptr_t count, const int32_t *by_user, const double *inverse,
    const int32_t *cutting, const double *stops, const double *curve, const double *biting,
    const intptr_t *sector_start, const intptr_t *sector_of, const uint8_t *sixes,
    intptr_t product, intptr_t sectors, intptr_t first, intptr_t last, intptr_t width, int varies,
    int has_links, int moves);

/// fed = min(fed, 1 - chain * starved) for the users [first, last); starved counts from first. traces: the
/// least of 1 - chain * starved so far and its product as well.
void sonae_cut_by_chain(
    double *fed, double *worst, int32_t *worst_product, const double *starved,
    const double *inverse, const double *chain, const intptr_t *sector_start, intptr_t product,
    intptr_t sectors, intptr_t first, intptr_t last, intptr_t width, int traces);

/// Overproduction without a jump between scarcity and rest, capacity, allowed = min(allowed, fed), and
/// wanted = min(net demand, capacity * allowed).
void sonae_want_allowed(
    double *overproduction, double *capacity, double *wanted, double *allowed, const double *fed,
    const double *demand, const double *output, const double *loss, const double *baseline,
    const double *inflow, const double *maximum, const double *rate, intptr_t nodes,
    intptr_t width);

/// What customers see of a node, falling towards min(allowed, limit) with the rate `showing` of its
/// sector and rising at once.
void sonae_show_shortage(
    double *seen, const double *allowed, const double *limit, const double *showing,
    const intptr_t *sector_start, intptr_t sectors, intptr_t width);

#endif
