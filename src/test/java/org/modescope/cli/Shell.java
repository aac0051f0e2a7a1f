package org.modescope.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Carries commands out in this process and keeps what they print.
public final class Shell {
  private final List<String> opened = new ArrayList<>();
  private Consumer<String> window = opened::add;
  private Interruption interruption = Interruption.NONE;

  /// What a command came to.
  public record Outcome(int exitCode, String out, String err) {}

  /// A shell in which a person presses Ctrl-C once a command has looked so many times.
  static Shell interruptedAfter(int looks) {
    Shell shell = new Shell();
    int[] looked = {0};
    shell.interruption = () -> () -> looked[0]++ >= looks;
    return shell;
  }

  public Outcome run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Outcome outcome = runInto(out, arguments);
    return new Outcome(outcome.exitCode(), out.toString(StandardCharsets.UTF_8), outcome.err());
  }

  /// Carries a command out that prints its results into a given stream.
  Outcome runInto(OutputStream out, String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ResultStream(out, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            80,
            () -> false,
            interruption);
    int exitCode = ModeScopeCommand.run(terminal, new OutsideInTests(window), arguments);
    return new Outcome(exitCode, "", err.toString(StandardCharsets.UTF_8));
  }

  /// From now on windows open as this does it.
  void openWith(Consumer<String> opening) {
    window = opening;
  }

  /// The experiments that the window was opened with.
  List<String> opened() {
    return List.copyOf(opened);
  }
}
