package org.modescope.autograd;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// The C library's heap, from which ND4J takes its memory.
///
/// A run allocates and gives back the same few megabytes thousands of times. Left alone, glibc
/// hands them back to the system each time and gets new pages, zeroed, for the next block: half of
/// the time of a small net.
final class NativeHeap {
  // From glibc's malloc.h.
  private static final int M_TRIM_THRESHOLD = -1;
  private static final int M_MMAP_THRESHOLD = -3;

  /// The largest that glibc takes. What is larger is mapped on its own and unmapped at once.
  private static final int MAPPED_FROM_BYTES = 32 << 20;

  /// How much may lie idle at the top of a heap.
  private static final int IDLE_BYTES = 64 << 20;

  private NativeHeap() {}

  /// Lets the heap keep what is given back to it. Does nothing where the C library is not glibc.
  @SuppressWarnings("restricted")
  static void keepIdlePages() {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> mallopt =
        isGlibc(linker) ? linker.defaultLookup().find("mallopt") : Optional.empty();
    mallopt.ifPresent(
        address -> {
          MethodHandle call =
              linker.downcallHandle(
                  address,
                  FunctionDescriptor.of(
                      ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
          set(call, M_MMAP_THRESHOLD, MAPPED_FROM_BYTES);
          set(call, M_TRIM_THRESHOLD, IDLE_BYTES);
        });
  }

  /// Other C libraries for Linux have a `mallopt` that takes other numbers.
  private static boolean isGlibc(Linker linker) {
    return linker.defaultLookup().find("gnu_get_libc_version").isPresent();
  }

  private static void set(MethodHandle mallopt, int parameter, int value) {
    try {
      int _ = (int) mallopt.invokeExact(parameter, value);
    } catch (RuntimeException | Error fault) {
      throw fault;
    } catch (Throwable impossible) {
      throw new AssertionError("mallopt throws nothing", impossible);
    }
  }
}
