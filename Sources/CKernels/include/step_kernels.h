// Element-wise phases of one step of the inventory model, for a batch of scenarios.
//
// Equations: Sources/Propagation/README.md. Arrays are [node][scenario] with `width` scenarios,
// nodes product-major; `stock` and `orders` are one product's block. Nothing is allocated, nothing
// is summed across scenarios, and no multiplication is contracted into a fused one, so that a
// scenario's numbers depend neither on its neighbours nor on the instruction set chosen at start.
#ifndef SONAE_STEP_KERNELS_H
#define SONAE_STEP_KERNELS_H

#include <stdint.h>

/// Stock, orders and cover of one product for the users [first, last), at least one.
///
/// received comes as E in o * E, rows counted from first. cover is kept by criticality
/// class as the least stock / (requirement * binding days) of its products: the output that the
/// class allows; a class below 0 never limits. alike: all scenarios have the first's parameters. inverse is 1 / requirement, 0 where the input never binds.
void sonae_update_stocks(
    double *stock, double *orders, double *cover, const double *received,
    const double *requirement, const double *inverse, const double *baseline, const double *output,
    const double *goal, const double *per_binding_day, const double *target_days,
    const double *restock_rate, const double *order_cap, const double *stored_step,
    const intptr_t *sector_start, const intptr_t *cover_start, const int32_t *class_of,
    intptr_t product, intptr_t sectors, intptr_t first, intptr_t last, intptr_t width,
    int uses_all, int alike);

/// Shortages below this share of what is needed are rounding: where a stock lasts no longer than a
/// step they would grow from day to day.
#define SONAE_ROUNDING 1e-12

/// How overproduction moves.
enum { SONAE_ALPHA_RESTS = 0, SONAE_ALPHA_RISES = 1, SONAE_ALPHA_REFERENCE = 2 };

/// Overproduction, capacity and wanted output.
void sonae_want_output(
    double *overproduction, double *capacity, double *wanted, const double *demand,
    const double *output, const double *loss, const double *baseline, const double *inflow,
    const double *maximum, const double *rate, intptr_t nodes, intptr_t width, int alpha);

/// The share of wanted output that stocks allow.
void sonae_limit_by_cover(
    double *limit, const double *wanted, const double *cover, const double *levels,
    const intptr_t *sector_start, const intptr_t *cover_start, const intptr_t *class_start,
    intptr_t sectors, intptr_t width);

/// Who is served first.
enum { SONAE_TOGETHER = 0, SONAE_INDUSTRY_FIRST = 1, SONAE_FINAL_FIRST = 2 };

/// Output and the delivered shares of all, industry's and final orders.
void sonae_serve(
    double *output, double *all, double *industry, double *final, const double *wanted,
    const double *limit, const double *demand, const double *intermediate, const double *inflow,
    intptr_t nodes, intptr_t width, int order);

/// goal = min(max(0, demand - rebuilding * final - inflow), capacity), and no more than baseline if asked;
/// without rebuilding if not asked.
void sonae_set_goal(
    double *goal, const double *demand, const double *rebuilding, const double *final,
    const double *inflow, const double *capacity, const double *baseline, intptr_t nodes,
    intptr_t width, int has_rebuilding, int at_most_usual);

/// shipped = industry * weight, then weight leans towards whoever delivers: the smoothed share moves
/// by (all - smoothed) * step / 10 and weight = 1 - flexibility * (1 - smoothed).
void sonae_lean_towards_delivery(
    double *shipped, double *smoothed, double *weight, const double *industry, const double *all,
    const double *flexibility, double step, intptr_t nodes, intptr_t width);

/// shipped = industry * weight, then weight = level / baseline; 1 for silent nodes.
void sonae_weigh_by_level(
    double *shipped, double *weight, const double *industry, const double *level,
    const double *baseline, intptr_t nodes, intptr_t width);

/// values[from + i] /= sums[i], 0 where a sum is 0.
void sonae_divide(double *values, intptr_t from, const double *sums, intptr_t count);

/// values[i] *= factors[i].
void sonae_multiply(double *values, const double *factors, intptr_t count);

/// target[i] = a[i] * b[i].
void sonae_product(double *target, const double *a, const double *b, intptr_t count);

/// demand = intermediate + final, `final` by node.
void sonae_add_final(
    double *demand, const double *intermediate, const double *final, intptr_t nodes,
    intptr_t width);

/// lost += weight * (baseline - output) and unserved += weight * (1 - final), n x m; made += weight *
/// output by region, R x m. weight, m: the step's length in days, 0 after a scenario's horizon.
///
/// Of what is lost, capacity_lost is baseline - capacity, what could not be made with every input at hand;
/// demand_lost is what beyond that is not asked for, min(baseline, capacity) - net demand, net of inflow,
/// or all of a gain; the rest is for want of inputs.
void sonae_add_accounts(
    double *lost, double *demand_lost, double *capacity_lost, double *unserved, double *made,
    const double *output, const double *demand, const double *capacity, const double *final,
    const double *baseline, const double *inflow, const double *weight, const intptr_t *region,
    intptr_t nodes, intptr_t width);

#endif
