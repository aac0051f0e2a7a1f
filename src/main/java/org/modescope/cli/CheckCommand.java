package org.modescope.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.modescope.experiment.DirectRun;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.ShapeCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `modescope check`.
@Command(
    name = "check",
    description = "Checks an experiment; lists its layers with output shapes and parameter counts.",
    footer = {"", "Example:", "  modescope check preset:mycomplexnet"})
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final ExperimentArgument argument = new ExperimentArgument();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    return argument.use(terminal, UnaryOperator.identity(), this::check);
  }

  private int check(Experiment experiment) {
    ShapeCheck check = ShapeCheck.of(experiment);
    if (check.misfit().isPresent()) {
      throw MisfitText.of(argument.name(), experiment, check.misfit().get());
    }
    new DirectRun(experiment).close();
    new LayerTable(experiment).print(terminal.out());
    return ExitCode.DONE;
  }
}
