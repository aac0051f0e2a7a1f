package org.modescope.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.modescope.cli.result.OutputFiles;
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

  /// What cannot be read is told here, to whoever typed the command; a desktop, which opens a file
  /// without a command, has the window tell it.
  @Override
  public Integer call() throws IOException {
    return argument.use(terminal, new OutputFiles(), UnaryOperator.identity(), _ -> open());
  }

  private int open() {
    try {
      outside.open(argument.name());
      return ExitCode.DONE;
    } catch (UnsupportedOperationException noDisplay) {
      terminal.err().println(NoDisplay.message(noDisplay));
      return ExitCode.WRONG;
    }
  }
}
