package org.modescope.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `modescope open`.
@Command(name = "open", footer = "  modescope open preset:mc-dropout")
final class OpenCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Outside outside;

  @Mixin private final ExperimentArgument argument = new ExperimentArgument();

  OpenCommand(Terminal terminal, Outside outside) {
    this.terminal = terminal;
    this.outside = outside;
  }

  /// What cannot be read is told in the window, as it is when a desktop opens a file.
  @Override
  public Integer call() {
    try {
      outside.open(argument.name());
      return ExitCode.DONE;
    } catch (UnsupportedOperationException noDisplay) {
      terminal.err().println(NoDisplay.message(noDisplay));
      return ExitCode.WRONG;
    }
  }
}
