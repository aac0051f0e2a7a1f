package org.modescope.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.modescope.platform.OperatingSystem;

/// Standard error of this process, asked by the C library: Java's console tells only of standard
/// input and output, and a result that is piped on leaves the error stream to the person.
final class StandardError {
  private static final int DESCRIPTOR = 2;

  private StandardError() {}

  /// Whether it is a terminal. Takes some tens of milliseconds the first time.
  // Nothing goes wrong in a call that takes a number and returns one.
  @SuppressWarnings("restricted")
  static boolean isTerminal() {
    String function = OperatingSystem.current() == OperatingSystem.WINDOWS ? "_isatty" : "isatty";
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> address = linker.defaultLookup().find(function);
    if (address.isEmpty()) {
      return false;
    }
    FunctionDescriptor signature =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    try {
      return (int) linker.downcallHandle(address.get(), signature).invokeExact(DESCRIPTOR) != 0;
    } catch (Throwable unknown) {
      // A progress bar is not worth an error.
      return false;
    }
  }
}
