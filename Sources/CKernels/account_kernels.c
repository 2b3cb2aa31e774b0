#include "step_kernels.h"

#include "vectors.h"

#pragma STDC FP_CONTRACT OFF

CLONES void sonae_add_accounts(
    double *restrict lost, double *restrict demand_lost, double *restrict capacity_lost,
    double *restrict unserved, double *restrict made, const double *restrict output,
    const double *restrict demand, const double *restrict capacity,
    const double *restrict final, const double *restrict baseline,
    const double *restrict inflow, const double *restrict weight,
    const intptr_t *restrict region, intptr_t nodes, intptr_t width) {
  for (intptr_t i = 0; i < nodes; i++) {
    intptr_t row = i * width;
    double *whole = made + region[i] * width, usual = baseline[i];
    for (intptr_t k = 0; k < width; k++) {
      double loss = usual - output[row + k], net = larger(0, demand[row + k] - inflow[i]);
      double able = smaller(usual, capacity[row + k]);
      double not_able = smaller(larger(0, loss), usual - able);
      lost[row + k] += weight[k] * loss;
      capacity_lost[row + k] += weight[k] * not_able;
      demand_lost[row + k] += weight[k] * smaller(loss - not_able, larger(0, able - net));
      unserved[row + k] += weight[k] * (1 - final[row + k]);
      whole[k] += weight[k] * output[row + k];
    }
  }
}
