#pragma once

/// Heap allocations that this thread has made since it started.
///
/// Linking this target replaces malloc, calloc, realloc and the aligned allocators by ones that count.
unsigned long sonae_thread_allocations(void);
