package org.modescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.modescope.cli.result.Closing;
import org.modescope.cli.result.Delivery;
import org.modescope.cli.result.Destination;
import org.modescope.cli.result.OutputFiles;
import org.modescope.cli.result.RunCsv;
import org.modescope.cli.result.RunJson;
import org.modescope.cli.result.RunOutput;
import org.modescope.cli.result.RunOutputs;
import org.modescope.cli.result.RunResult;
import org.modescope.cli.result.TensorDump;
import org.modescope.cli.text.ProgressBar;
import org.modescope.cli.text.RefusalText;
import org.modescope.cli.text.RunReport;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.run.DirectRun;
import org.modescope.run.RunOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `modescope run`.
@Command(
    name = "run",
    footer = "  modescope run preset:simplenet --mode eval --passes 100 --json result.json")
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final ExperimentArgument argument = new ExperimentArgument();
  @Mixin private final Overrides overrides = new Overrides();
  @Mixin private final ResultOptions results = new ResultOptions();

  @Option(
      names = "--detail",
      paramLabel = "N",
      defaultValue = "10",
      descriptionKey = "help.run.detail",
      converter = CountReader.SomePasses.class)
  private int detail;

  @Option(names = "--dump", paramLabel = "DIR", descriptionKey = "help.run.dump")
  private Optional<String> dump;

  @Option(names = "--backward", descriptionKey = "help.run.backward")
  private boolean backward;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      defaultValue = "0",
      descriptionKey = "help.run.warmup",
      converter = CountReader.SomePasses.class)
  private int warmup;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Where results go, each checked before anything is computed.
  private record Places(
      Optional<Destination> json, Optional<Destination> csv, Optional<Path> dump) {

    /// @param run before its first pass
    RunOutputs open(Experiment experiment, int detail, DirectRun run) throws IOException {
      List<RunOutput> outputs = new ArrayList<>();
      try {
        addTo(outputs, experiment, detail, run);
      } catch (IOException | RuntimeException unopened) {
        Closing.all(outputs);
        throw unopened;
      }
      return new RunOutputs(outputs);
    }

    private void addTo(List<RunOutput> outputs, Experiment experiment, int detail, DirectRun run)
        throws IOException {
      if (json.isPresent()) {
        outputs.add(new RunJson(json.get(), detail));
      }
      if (csv.isPresent()) {
        outputs.add(new RunCsv(csv.get()));
      }
      if (dump.isPresent()) {
        outputs.add(TensorDump.begin(dump.get(), experiment, run));
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    boolean isReportWanted = !results.takeStandardOutput();
    Places places =
        new Places(
            results.json(),
            results.csv(),
            dump.map(where -> Destination.ofFolder("--dump", where)));
    OutputFiles files =
        new OutputFiles()
            .add("--json", places.json())
            .add("--csv", places.csv())
            .addAll("--dump", places.dump(), TensorDump.FILES);
    return argument.use(
        terminal, files, overrides::applied, experiment -> run(experiment, places, isReportWanted));
  }

  private int run(Experiment experiment, Places places, boolean isReportWanted) throws IOException {
    BooleanSupplier stopped = terminal.interruption().listen();
    try (DirectRun run = new DirectRun(experiment);
        RunOutputs outputs = places.open(experiment, detail, run)) {
      run.warmUp(warmup, stopped);
      Observation seen = pass(run, experiment, outputs, stopped);
      boolean complete = seen.progress().status() == Observation.Status.FINISHED;
      if (seen.refusal().isPresent()) {
        new RefusalText(experiment, seen.refusal().get()).print(terminal.err());
        return ExitCode.REFUSED;
      }
      RunResult result = new RunResult(seen, complete, run.hasMovedStatistics(), run.state());
      Delivery delivery = new Delivery();
      outputs.addTo(delivery, result);
      delivery.deliver(terminal.out());
      if (isReportWanted) {
        new RunReport(result, terminal.columns()).print(terminal.out());
      }
    }
    return ExitCode.DONE;
  }

  private Observation pass(
      DirectRun run, Experiment experiment, RunOutputs outputs, BooleanSupplier stopped) {
    RunOptions options = RunOptions.plain(experiment.passes()).withAttribution();
    try (ProgressBar bar = terminal.progressBar()) {
      return run.go(
          backward ? options.withBackward() : options,
          outputs,
          seen -> bar.update(seen.progress().done(), seen.progress().asked(), "passes"),
          stopped);
    }
  }
}
