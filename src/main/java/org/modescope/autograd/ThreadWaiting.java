package org.modescope.autograd;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// How the threads of native libraries wait for their next task.
///
/// They wait busily for a long time, unless told otherwise before their library is loaded, and so
/// keep cores from whoever has work: OpenMP's threads from the window, and even from the thread
/// that they wait for (a ResNet-18 beside other work then takes twenty times as long), OpenBLAS's
/// threads from OpenMP's. Threads that sleep at once must be woken several times per convolution,
/// which then takes a third longer. So both wait busily for about as long as one operation takes,
/// and then sleep.
final class ThreadWaiting {
  private static final String OPENMP_POLICY = "OMP_WAIT_POLICY";

  /// How many times OpenMP's threads look before they sleep.
  private static final String OPENMP_SPINS = "GOMP_SPINCOUNT";

  /// Some 0.2 ms.
  private static final int MOST_SPINS = 5000;

  /// The binary logarithm of how many clock ticks OpenBLAS's threads look before they sleep.
  private static final String OPENBLAS_TIMEOUT = "OPENBLAS_THREAD_TIMEOUT";

  /// Some 0.2 ms.
  private static final int TIMEOUT_EXPONENT = 19;

  private ThreadWaiting() {}

  /// Has threads wait busily for a moment only, unless whoever started the process has decided.
  static void limit() {
    if (System.getenv(OPENMP_POLICY) == null && System.getenv(OPENMP_SPINS) == null) {
      setEnvironment(OPENMP_POLICY, "PASSIVE");
      setEnvironment(OPENMP_SPINS, Integer.toString(MOST_SPINS));
    }
    if (System.getenv(OPENBLAS_TIMEOUT) == null) {
      setEnvironment(OPENBLAS_TIMEOUT, Integer.toString(TIMEOUT_EXPONENT));
    }
  }

  /// Sets a variable that native libraries see; Java's own view of the environment stays as it was.
  /// Where the C library has no `setenv`, as on Windows, nothing is set.
  @SuppressWarnings("restricted")
  private static void setEnvironment(String name, String value) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
    if (setenv.isEmpty()) {
      return;
    }
    var call =
        linker.downcallHandle(
            setenv.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (Arena text = Arena.ofConfined()) {
      int overwrite = 1;
      int failed =
          (int) call.invokeExact(text.allocateFrom(name), text.allocateFrom(value), overwrite);
      if (failed != 0) {
        throw new IllegalStateException("the environment takes no more variables");
      }
    } catch (RuntimeException | Error fault) {
      throw fault;
    } catch (Throwable impossible) {
      throw new AssertionError("setenv throws nothing", impossible);
    }
  }
}
