package org.modescope.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.modescope.cli.result.Delivery;
import org.modescope.cli.result.Destination;
import org.modescope.cli.result.OutputFiles;
import org.modescope.cli.result.TraceJson;
import org.modescope.cli.result.WrongUseException;
import org.modescope.cli.text.ProgressBar;
import org.modescope.cli.text.RefusalText;
import org.modescope.cli.text.TraceReport;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.Traceable;
import org.modescope.files.NearMiss;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.Tracing;
import org.modescope.run.TraceRun;
import org.modescope.words.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `modescope trace`.
@Command(
    name = "trace",
    description = "Looks into one layer on one pass, stage by stage, on a net of its own.",
    footer = {
      "",
      "Example:",
      "  modescope trace preset:simplenet --layer bn1 --pass 4 --json trace.json"
    })
final class TraceCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final ExperimentArgument argument = new ExperimentArgument();
  @Mixin private final Overrides overrides = new Overrides();

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      required = true,
      description = "The layer, by its full name, such as bn1 or layer1.0.bn1.")
  private String layer;

  @Option(
      names = "--pass",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Which pass, counted from 1; those before it are made first (default: ${DEFAULT-VALUE}).",
      converter = CountReader.Passes.class)
  private int pass;

  @Option(
      names = "--json",
      paramLabel = "OUT",
      description = "Write all numbers as JSON to a file, or to standard output for -.")
  private Optional<String> json;

  TraceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Destination> destination = json.map(where -> Destination.ofFile("--json", where));
    return argument.use(
        terminal,
        new OutputFiles().add("--json", destination),
        overrides::applied,
        experiment -> trace(experiment, destination));
  }

  private int trace(Experiment experiment, Optional<Destination> destination) throws IOException {
    checkLayer(experiment);
    Tracing tracing = make(experiment);
    if (tracing.refusal().isPresent()) {
      new RefusalText(experiment, tracing.refusal().get()).print(terminal.err());
      return ExitCode.REFUSED;
    }
    if (tracing.trace().isEmpty()) {
      terminal
          .err()
          .println(Text.english().say("cli.trace.stopped", "passes", tracing.passesDone()));
      return ExitCode.DONE;
    }
    LayerTrace trace = tracing.trace().get();
    if (destination.isPresent()) {
      Delivery delivery = new Delivery();
      delivery.add(destination.get(), out -> TraceJson.write(experiment, trace, out));
      delivery.deliver(terminal.out());
    }
    if (json.filter(Destination::isStandardOutput).isEmpty()) {
      new TraceReport(experiment, trace).print(terminal.out());
    }
    return ExitCode.DONE;
  }

  private Tracing make(Experiment experiment) {
    BooleanSupplier stopped = terminal.interruption().listen();
    try (ProgressBar bar = terminal.progressBar()) {
      return new TraceRun(experiment, layer, pass, 0)
          .go(made -> bar.update(made.passesDone(), pass, "passes"), stopped);
    }
  }

  /// @throws WrongUseException if there is no such layer
  private void checkLayer(Experiment experiment) {
    List<String> known = Traceable.of(experiment).stream().map(PlacedLayer::path).toList();
    if (!known.contains(layer)) {
      throw new WrongUseException(
          "--layer: %s has no layer “%s”; %sthere are %s"
              .formatted(
                  argument.name(), layer, NearMiss.hint(layer, known), String.join(", ", known)));
    }
  }
}
