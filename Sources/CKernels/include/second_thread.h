// A second thread for one run: it adds up orders of products while the run works on the next ones.
//
// What a run orders of a product is asked of that product's suppliers alone, so that products can be added up
// in any order and by any thread, to the same bits.
#ifndef SONAE_SECOND_THREAD_H
#define SONAE_SECOND_THREAD_H

#include <stdint.h>

/// A thread that waits for work; owned by one run.
typedef struct sonae_second_thread sonae_second_thread;

/// Starts a thread; NULL where there is none to have.
sonae_second_thread *sonae_second_thread_start(void);

/// Ends a thread that has no work left.
void sonae_second_thread_end(sonae_second_thread *second);

/// What orders of all products are added up with, as `sonae_add_orders` has it, [product][node][scenario];
/// one scenario alone takes shares as they are, n x n, as `sonae_add_orders_alone` has it.
typedef struct sonae_orders {
  double *demand;
  const double *shares, *orders;
  const intptr_t *sector_start;
  intptr_t sectors, width;
  int in_pairs;
} sonae_orders;

/// Most products that a thread takes.
enum { SONAE_MOST_PRODUCTS = 65535 };

/// Opens a step's work, of no more than SONAE_MOST_PRODUCTS; what it points to stays until the end.
void sonae_second_thread_open(sonae_second_thread *second, sonae_orders work);

/// Says that the orders of one more product are known: of the first, then of the second, and so on.
void sonae_second_thread_add(sonae_second_thread *second);

/// Returns once all products are added up; the caller takes its part of those that are left.
void sonae_second_thread_close(sonae_second_thread *second);

#endif
