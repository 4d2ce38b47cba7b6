// What ThreadSanitizer must be told of Synchronization.Mutex on Linux.
//
// The quick ways of locking and unlocking are compiled into our own code, where the sanitizer sees
// their atomic operations. The slow ways, where several threads want the same mutex, are in Swift's
// library, which it does not see: without this, whatever a mutex guards is reported as a race as soon
// as two threads meet. Scripts/sanitize has the linker wrap both (--wrap).

#include <stdint.h>

extern void __tsan_acquire(void *);
extern void __tsan_release(void *);

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context))

// Synchronization._MutexHandle._lockSlow(UInt32) and ._unlockSlow()
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

SWIFT void lock_unseen(uint32_t thread, SELF void *mutex) __asm__("__real_" LOCK);
SWIFT void unlock_unseen(SELF void *mutex) __asm__("__real_" UNLOCK);
SWIFT void lock_watched(uint32_t thread, SELF void *mutex) __asm__("__wrap_" LOCK);
SWIFT void unlock_watched(SELF void *mutex) __asm__("__wrap_" UNLOCK);

SWIFT void lock_watched(uint32_t thread, SELF void *mutex) {
    lock_unseen(thread, mutex);
    __tsan_acquire(mutex);
}

SWIFT void unlock_watched(SELF void *mutex) {
    __tsan_release(mutex);
    unlock_unseen(mutex);
}
