package org.modescope.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.modescope.experiment.DirectRun;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Observation;
import org.modescope.experiment.RunOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `modescope run`.
@Command(
    name = "run",
    description = "Sends the same input through the net, pass after pass, and tells what varied.",
    footer = {
      "",
      "Example:",
      "  modescope run preset:simplenet --mode eval --passes 100 --json result.json"
    })
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final ExperimentArgument argument = new ExperimentArgument();
  @Mixin private final Overrides overrides = new Overrides();

  @Option(
      names = "--detail",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many passes --json lists in full (default: ${DEFAULT-VALUE}).",
      converter = WholeNumber.SomePasses.class)
  private int detail;

  @Option(
      names = "--backward",
      description = "Call backward on the sum of the output after each pass.")
  private boolean backward;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      defaultValue = "0",
      description = "Run N passes on a copy first, uncounted (default: ${DEFAULT-VALUE}).",
      converter = WholeNumber.SomePasses.class)
  private int warmup;

  @Option(
      names = "--json",
      paramLabel = "OUT",
      description = "Write the result as JSON to a file, or to standard output for -.")
  private Optional<String> json;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    return argument.use(terminal, overrides::applied, this::run);
  }

  private int run(Experiment experiment) throws IOException {
    BooleanSupplier stopped = terminal.interruption().listen();
    try (RunOutputs outputs = new RunOutputs(outputs());
        DirectRun run = new DirectRun(experiment)) {
      run.warmUp(warmup, stopped);
      RunOptions plain = RunOptions.plain(experiment.passes()).withAttribution();
      Observation seen = run.go(backward ? plain.withBackward() : plain, outputs, _ -> {}, stopped);
      boolean complete = !stopped.getAsBoolean();
      if (seen.refusal().isPresent()) {
        new RefusalText(experiment, seen.refusal().get()).print(terminal.err());
        return ExitCode.REFUSED;
      }
      RunResult result = new RunResult(seen, complete, run.hasMovedStatistics(), run.state());
      outputs.finish(result);
      outputs.publish();
      if (json.filter(Destination::isStandardOutput).isEmpty()) {
        new RunReport(result, terminal.columns()).print(terminal.out());
      }
    }
    return ExitCode.DONE;
  }

  private List<RunOutput> outputs() throws IOException {
    List<RunOutput> outputs = new ArrayList<>();
    if (json.isPresent()) {
      outputs.add(new RunJson(json.get(), detail, terminal.out()));
    }
    return outputs;
  }
}
