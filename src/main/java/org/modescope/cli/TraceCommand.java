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
import org.modescope.words.Phrase;
import org.modescope.words.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `modescope trace`.
@Command(
    name = "trace",
    footer = "  modescope trace preset:simplenet --layer bn1 --pass 4 --json trace.json")
final class TraceCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final ExperimentArgument argument = new ExperimentArgument();
  @Mixin private final Overrides overrides = new Overrides();

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      required = true,
      descriptionKey = "help.trace.layer")
  private String layer;

  @Option(
      names = "--pass",
      paramLabel = "N",
      defaultValue = "1",
      descriptionKey = "help.trace.pass",
      converter = CountReader.Passes.class)
  private int pass;

  @Option(names = "--json", paramLabel = "OUT", descriptionKey = "help.trace.json")
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
      return new TraceRun(experiment, layer, pass, 0).go(made -> show(made, bar), stopped);
    }
  }

  /// Of a large net the pass itself takes longest.
  private void show(Tracing made, ProgressBar bar) {
    if (made.layersDone() > 0) {
      bar.update(made.layersDone(), Traceable.of(made.experiment()).size(), "layers");
    } else {
      bar.update(made.passesDone(), pass, "passes");
    }
  }

  /// @throws WrongUseException if there is no such layer
  private void checkLayer(Experiment experiment) {
    List<String> known = Traceable.of(experiment).stream().map(PlacedLayer::path).toList();
    if (!known.contains(layer)) {
      throw new WrongUseException(
          Phrase.of(
              "cli.wrong.no-layer",
              "file",
              argument.name(),
              "layer",
              layer,
              "hint",
              NearMiss.hint(layer, known),
              "known",
              String.join(", ", known)));
    }
  }
}
