#pragma once

// What of OpenBLAS the engine uses, as plain loops (openblas.c).
enum CBLAS_ORDER { CblasRowMajor = 101 };
enum CBLAS_TRANSPOSE { CblasNoTrans = 111, CblasTrans = 112 };
#define LAPACK_COL_MAJOR 102

double cblas_ddot(int n, const double *x, int dx, const double *y, int dy);
void cblas_dgemv(enum CBLAS_ORDER order, enum CBLAS_TRANSPOSE transposed, int m, int n,
                 double alpha, const double *a, int lda, const double *x, int dx, double beta,
                 double *y, int dy);
void cblas_dgemm(enum CBLAS_ORDER order, enum CBLAS_TRANSPOSE ta, enum CBLAS_TRANSPOSE tb, int m,
                 int n, int k, double alpha, const double *a, int lda, const double *b, int ldb,
                 double beta, double *c, int ldc);
int LAPACKE_dgetrf_work(int order, int m, int n, double *a, int lda, int *pivots);
int LAPACKE_dgetrs_work(int order, char transposed, int n, int sides, const double *a, int lda,
                        const int *pivots, double *b, int ldb);
int LAPACKE_dgecon_work(int order, char norm, int n, const double *a, int lda, double size,
                        double *result, double *work, int *integers);

// It has no threads and no buffer.
#include <stddef.h>
#define PROT_NONE 0
#define MAP_PRIVATE 2
#define MAP_ANON 32
static void *const MAP_FAILED = (void *)-1;
static inline void *mmap(void *at, size_t size, int protection, int flags, int file, long offset) {
  return NULL;
}
static inline int munmap(void *at, size_t size) { return 0; }
static inline const char *openblas_get_config(void) { return "loops"; }
static inline const char *openblas_get_corename(void) { return "wasm32"; }
static inline int openblas_get_num_threads(void) { return 1; }
static inline void openblas_set_num_threads(int count) {}
