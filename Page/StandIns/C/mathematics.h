#pragma once

// What of <math.h> the engine uses; the page's own Math answers.
double exp(double);
double expm1(double);
double log(double);
double log1p(double);
double log2(double);
double log10(double);
double pow(double, double);
double cbrt(double);
double tgamma(double);
double lgamma(double);
double erfc(double);
double erf(double);
double sin(double);
double cos(double);
