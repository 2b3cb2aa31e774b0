#include "step_kernels.h"

#include "vectors.h"

#pragma STDC FP_CONTRACT OFF

CLONES void sonae_add_accounts(
    double *restrict lost, double *restrict unserved, double *restrict made,
    const double *restrict output, const double *restrict final, const double *restrict baseline,
    const double *restrict weight, const intptr_t *restrict region, intptr_t nodes,
    intptr_t width) {
  for (intptr_t i = 0; i < nodes; i++) {
    intptr_t row = i * width;
    double *whole = made + region[i] * width;
    for (intptr_t k = 0; k < width; k++) {
      lost[row + k] += weight[k] * (baseline[i] - output[row + k]);
      unserved[row + k] += weight[k] * (1 - final[row + k]);
      whole[k] += weight[k] * output[row + k];
    }
  }
}
