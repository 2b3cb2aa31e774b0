// The dense products and factors of openblas.h, as plain loops; row-major products, column-major factors.
#include "openblas.h"

#define INDEX(t, i, j, stride) ((t) == CblasTrans ? (j) * (stride) + (i) : (i) * (stride) + (j))

// Two neighbours, wherever they lie.
typedef double pair __attribute__((vector_size(16), aligned(8)));

// Sum of x[i] * y[i] in eight parts.
static double dot(const double *x, const double *y, int n) {
  pair sums[4] = {{0}};
  int i = 0;
  for (; i + 8 <= n; i += 8)
    for (int k = 0; k < 4; k++)
      sums[k] += *(const pair *)(x + i + 2 * k) * *(const pair *)(y + i + 2 * k);
  pair sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
  double rest = sum[0] + sum[1];
  for (; i < n; i++) rest += x[i] * y[i];
  return rest;
}

// y += factor * x.
static void add(double *restrict y, double factor, const double *restrict x, int n) {
  for (int i = 0; i < n; i++) y[i] += factor * x[i];
}

double cblas_ddot(int n, const double *x, int dx, const double *y, int dy) {
  double sum = 0;
  for (int i = 0; i < n; i++) sum += x[i * dx] * y[i * dy];
  return sum;
}

// y += Aᵀ·x, four rows at a time, so that y is read and written a quarter as often; of suppliers most have
// nothing to add.
static void add_rows(const double *a, long lda, const double *x, double alpha, double *restrict y,
                     int m, int n) {
  int i = 0;
  for (; i + 4 <= m; i += 4) {
    double f[4];
    for (int k = 0; k < 4; k++) f[k] = alpha * x[i + k];
    if (f[0] == 0 && f[1] == 0 && f[2] == 0 && f[3] == 0) continue;
    const double *r0 = a + i * lda, *r1 = r0 + lda, *r2 = r1 + lda, *r3 = r2 + lda;
    for (int j = 0; j < n; j++) y[j] += (f[0] * r0[j] + f[1] * r1[j]) + (f[2] * r2[j] + f[3] * r3[j]);
  }
  for (; i < m; i++) add(y, alpha * x[i], a + i * lda, n);
}

void cblas_dgemv(enum CBLAS_ORDER order, enum CBLAS_TRANSPOSE transposed, int m, int n,
                 double alpha, const double *a, int lda, const double *x, int dx, double beta,
                 double *y, int dy) {
  // The engine has its vectors without gaps.
  if (dx != 1 || dy != 1) __builtin_trap();
  int count = transposed == CblasTrans ? n : m;
  for (int i = 0; i < count; i++) y[i] = beta == 0 ? 0 : beta * y[i];
  if (transposed == CblasTrans)
    add_rows(a, lda, x, alpha, y, m, n);
  else
    for (int i = 0; i < m; i++) y[i] += alpha * dot(a + (long)i * lda, x, n);
}

void cblas_dgemm(enum CBLAS_ORDER order, enum CBLAS_TRANSPOSE ta, enum CBLAS_TRANSPOSE tb, int m,
                 int n, int k, double alpha, const double *a, int lda, const double *b, int ldb,
                 double beta, double *c, int ldc) {
  for (int i = 0; i < m; i++) {
    double *row = c + (long)i * ldc;
    for (int j = 0; j < n; j++) row[j] = beta == 0 ? 0 : beta * row[j];
    for (int l = 0; l < k; l++) {
      double factor = alpha * a[INDEX(ta, i, l, (long)lda)];
      if (factor == 0) continue;
      if (tb == CblasTrans)
        for (int j = 0; j < n; j++) row[j] += factor * b[INDEX(tb, l, j, (long)ldb)];
      else
        add(row, factor, b + l * (long)ldb, n);
    }
  }
}

int LAPACKE_dgetrf_work(int order, int m, int n, double *a, int lda, int *pivots) {
  // Column by column, so that the inner loop runs along memory.
  for (int k = 0; k < n; k++) {
    double *column = a + (long)k * lda;
    int best = k;
    for (int i = k + 1; i < m; i++)
      if (__builtin_fabs(column[i]) > __builtin_fabs(column[best])) best = i;
    pivots[k] = best + 1;
    if (column[best] == 0) return k + 1;
    if (best != k)
      for (int j = 0; j < n; j++) {
        double *other = a + (long)j * lda, kept = other[k];
        other[k] = other[best];
        other[best] = kept;
      }
    for (int i = k + 1; i < m; i++) column[i] /= column[k];
    for (int j = k + 1; j < n; j++) {
      double *other = a + (long)j * lda, factor = other[k];
      if (factor == 0) continue;
      add(other + k + 1, -factor, column + k + 1, m - k - 1);
    }
  }
  return 0;
}

int LAPACKE_dgetrs_work(int order, char transposed, int n, int sides, const double *a, int lda,
                        const int *pivots, double *b, int ldb) {
  for (int s = 0; s < sides; s++) {
    double *x = b + (long)s * ldb;
    if (transposed == 'T') {
      for (int i = 0; i < n; i++) {
        const double *column = a + (long)i * lda;
        for (int j = 0; j < i; j++) x[i] -= column[j] * x[j];
        x[i] /= column[i];
      }
      for (int i = n - 1; i >= 0; i--) {
        const double *column = a + (long)i * lda;
        for (int j = i + 1; j < n; j++) x[i] -= column[j] * x[j];
      }
    }
    for (int k = 0; k < n; k++) {
      int i = transposed == 'T' ? n - 1 - k : k;
      double kept = x[i];
      x[i] = x[pivots[i] - 1];
      x[pivots[i] - 1] = kept;
    }
    if (transposed == 'T') continue;
    for (int j = 0; j < n; j++) {
      const double *column = a + (long)j * lda;
      for (int i = j + 1; i < n; i++) x[i] -= column[i] * x[j];
    }
    for (int j = n - 1; j >= 0; j--) {
      const double *column = a + (long)j * lda;
      x[j] /= column[j];
      for (int i = 0; i < j; i++) x[i] -= column[i] * x[j];
    }
  }
  return 0;
}

// Hager's estimate (1984) of the inverse's 1-norm, as LAPACK's dgecon makes it; without pivots, which only
// permute the inverse's columns.
int LAPACKE_dgecon_work(int order, char norm, int n, const double *a, int lda, double size,
                        double *result, double *work, int *integers) {
  double estimate = 0, *x = work, *sign = work + n;
  for (int i = 0; i < n; i++) integers[i] = i + 1;
  for (int i = 0; i < n; i++) x[i] = 1.0 / n;
  for (int turn = 0; turn < 5; turn++) {
    LAPACKE_dgetrs_work(order, 'N', n, 1, a, lda, integers, x, n);
    double sum = 0;
    for (int i = 0; i < n; i++) sum += __builtin_fabs(x[i]);
    if (sum <= estimate) break;
    estimate = sum;
    for (int i = 0; i < n; i++) sign[i] = x[i] < 0 ? -1 : 1;
    LAPACKE_dgetrs_work(order, 'T', n, 1, a, lda, integers, sign, n);
    int best = 0;
    for (int i = 1; i < n; i++)
      if (__builtin_fabs(sign[i]) > __builtin_fabs(sign[best])) best = i;
    for (int i = 0; i < n; i++) x[i] = i == best;
  }
  *result = estimate > 0 && size > 0 ? 1 / (estimate * size) : 0;
  return 0;
}
