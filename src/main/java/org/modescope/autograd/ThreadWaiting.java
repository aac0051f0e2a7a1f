package org.modescope.autograd;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// How the threads of ND4J's native library wait for each other.
///
/// OpenMP's threads wait by spinning, unless told otherwise before their library is loaded. On a
/// machine whose cores are also drawing a window, a spinning thread keeps the very thread it waits
/// for from running: a ResNet-18 then takes twenty times as long.
final class ThreadWaiting {
  private static final String POLICY = "OMP_WAIT_POLICY";

  private ThreadWaiting() {}

  /// Has threads sleep while they wait, unless whoever started the process has decided.
  static void sleep() {
    if (System.getenv(POLICY) == null) {
      setEnvironment(POLICY, "PASSIVE");
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
