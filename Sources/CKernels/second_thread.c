// For masks of signals.
#define _POSIX_C_SOURCE 200809L

#include "second_thread.h"

#include "share_kernels.h"

// A page has one thread.
#if !defined(__wasm__)

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>

struct sonae_second_thread {
  pthread_t thread;
  pthread_mutex_t mutex;
  pthread_cond_t wakes;
  int is_awake, ends;
  sonae_orders work;
  /// Products not taken yet, [front, back), and how many have their orders, in sixteen bits each, below a
  /// number of the step: who takes one from an earlier step's word takes nothing.
  _Atomic uint64_t left;
  _Atomic intptr_t done;
  uint64_t step;
};

enum { FRONT = 0, BACK = 16, READY = 32, STEP = 48 };

static intptr_t part(uint64_t left, int at) { return (intptr_t)(left >> at & 0xFFFF); }

/// Adds up one product.
static void add_up(sonae_second_thread *second, intptr_t product) {
  const sonae_orders *work = &second->work;
  intptr_t first = work->sector_start[product], m = work->width;
  intptr_t suppliers = work->sector_start[product + 1] - first;
  intptr_t nodes = work->sector_start[work->sectors];
  const double *orders = work->orders + product * nodes * m;
  if (m == 1) {
    sonae_add_orders_alone(
        work->demand + first, work->shares, first * nodes, nodes, orders, suppliers, nodes);
  } else {
    intptr_t blocks = (nodes + SONAE_SHARE_ROWS - 1) / SONAE_SHARE_ROWS;
    sonae_add_orders(
        work->demand + first * m, work->shares, first * blocks * SONAE_SHARE_ROWS, orders,
        suppliers, blocks, m, work->in_pairs);
  }
  atomic_fetch_add_explicit(&second->done, 1, memory_order_release);
}

/// Lets another hyperthread work, and after a while another thread.
static void pause_a_little(int *turns) {
  if (++*turns % 4096 == 0) sched_yield();
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

/// Takes products from the front, as their orders become known, until none is left.
static void work_through(sonae_second_thread *second) {
  int turns = 0;
  uint64_t left = atomic_load_explicit(&second->left, memory_order_acquire);
  while (part(left, FRONT) < part(left, BACK)) {
    intptr_t product = part(left, FRONT);
    if (product >= part(left, READY)) {
      pause_a_little(&turns);
      left = atomic_load_explicit(&second->left, memory_order_acquire);
    } else if (atomic_compare_exchange_weak_explicit(
                   &second->left, &left, left + 1, memory_order_acq_rel, memory_order_acquire)) {
      add_up(second, product);
      left = atomic_load_explicit(&second->left, memory_order_acquire);
    }
  }
}

static void *live(void *given) {
  sonae_second_thread *second = given;
  for (;;) {
    pthread_mutex_lock(&second->mutex);
    while (!second->is_awake && !second->ends) pthread_cond_wait(&second->wakes, &second->mutex);
    int ends = second->ends;
    second->is_awake = 0;
    pthread_mutex_unlock(&second->mutex);
    if (ends) return NULL;
    work_through(second);
  }
}

sonae_second_thread *sonae_second_thread_start(void) {
  sonae_second_thread *second = calloc(1, sizeof *second);
  if (!second) return NULL;
  if (pthread_mutex_init(&second->mutex, NULL)) goto no_mutex;
  if (pthread_cond_init(&second->wakes, NULL)) goto no_condition;
  // Signals are for the threads that know what to do with them.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  int refused = pthread_create(&second->thread, NULL, live, second);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (!refused) return second;
  pthread_cond_destroy(&second->wakes);
no_condition:
  pthread_mutex_destroy(&second->mutex);
no_mutex:
  free(second);
  return NULL;
}

void sonae_second_thread_end(sonae_second_thread *second) {
  pthread_mutex_lock(&second->mutex);
  second->ends = 1;
  pthread_cond_signal(&second->wakes);
  pthread_mutex_unlock(&second->mutex);
  pthread_join(second->thread, NULL);
  pthread_cond_destroy(&second->wakes);
  pthread_mutex_destroy(&second->mutex);
  free(second);
}

void sonae_second_thread_open(sonae_second_thread *second, sonae_orders work) {
  second->work = work;
  atomic_store_explicit(&second->done, 0, memory_order_relaxed);
  second->step++;
  atomic_store_explicit(
      &second->left, second->step << STEP | (uint64_t)work.sectors << BACK, memory_order_release);
  pthread_mutex_lock(&second->mutex);
  second->is_awake = 1;
  pthread_cond_signal(&second->wakes);
  pthread_mutex_unlock(&second->mutex);
}

void sonae_second_thread_add(sonae_second_thread *second) {
  atomic_fetch_add_explicit(&second->left, (uint64_t)1 << READY, memory_order_release);
}

void sonae_second_thread_close(sonae_second_thread *second) {
  uint64_t left = atomic_load_explicit(&second->left, memory_order_acquire);
  while (part(left, FRONT) < part(left, BACK)) {
    intptr_t product = part(left, BACK) - 1;
    if (atomic_compare_exchange_weak_explicit(
            &second->left, &left, left - ((uint64_t)1 << BACK), memory_order_acq_rel,
            memory_order_acquire)) {
      add_up(second, product);
      left = atomic_load_explicit(&second->left, memory_order_acquire);
    }
  }
  int turns = 0;
  while (atomic_load_explicit(&second->done, memory_order_acquire) < second->work.sectors)
    pause_a_little(&turns);
}

#endif
