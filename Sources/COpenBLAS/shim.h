// The two headers of Debian's libopenblas-dev and liblapacke-dev that Sonae uses.
#include <cblas.h>
#include <lapacke.h>
