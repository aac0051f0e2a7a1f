package org.modescope.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.modescope.cli.result.ComparisonCsv;
import org.modescope.cli.result.ComparisonJson;
import org.modescope.cli.result.ComparisonResult;
import org.modescope.cli.result.Delivery;
import org.modescope.cli.result.Destination;
import org.modescope.cli.result.OutputFiles;
import org.modescope.cli.text.ComparisonReport;
import org.modescope.cli.text.ProgressBar;
import org.modescope.cli.text.RefusalText;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison;
import org.modescope.measure.Refusal;
import org.modescope.run.SixCells;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `modescope compare`.
@Command(name = "compare", footer = "  modescope compare preset:simplenet --passes 20")
final class CompareCommand implements Callable<Integer> {
  private static final int CELLS = 6;

  private final Terminal terminal;

  @Mixin private final ExperimentArgument argument = new ExperimentArgument();
  @Mixin private final ResultOptions results = new ResultOptions();

  @Mixin private final PassesOption passes = new PassesOption();
  @Mixin private final SeedOption seed = new SeedOption();

  CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    boolean isTableWanted = !results.takeStandardOutput();
    Optional<Destination> json = results.json();
    Optional<Destination> csv = results.csv();
    return argument.use(
        terminal,
        new OutputFiles().add("--json", json).add("--csv", csv),
        experiment -> seed.applied(passes.applied(experiment)),
        experiment -> {
          ComparisonResult result = compare(experiment);
          Delivery delivery = new Delivery();
          json.ifPresent(place -> delivery.add(place, out -> ComparisonJson.write(result, out)));
          csv.ifPresent(place -> delivery.add(place, out -> ComparisonCsv.write(result, out)));
          delivery.deliver(terminal.out());
          if (isTableWanted) {
            new ComparisonReport(result).print(terminal.out());
          }
          return tellRefusal(experiment, result);
        });
  }

  private ComparisonResult compare(Experiment experiment) {
    BooleanSupplier stopped = terminal.interruption().listen();
    try (ProgressBar bar = terminal.progressBar()) {
      Comparison comparison =
          SixCells.compare(
              experiment,
              experiment.passes(),
              made -> bar.update(made.cellsDone(), CELLS, "cells"),
              stopped);
      return new ComparisonResult(experiment, comparison, comparison.isComplete());
    }
  }

  private int tellRefusal(Experiment experiment, ComparisonResult result) {
    Optional<Refusal> refusal = result.firstRefusal();
    refusal.ifPresent(first -> new RefusalText(experiment, first).print(terminal.err()));
    return refusal.isPresent() ? ExitCode.REFUSED : ExitCode.DONE;
  }
}
