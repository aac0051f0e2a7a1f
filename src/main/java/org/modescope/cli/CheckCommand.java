package org.modescope.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.modescope.cli.result.Delivery;
import org.modescope.cli.result.Destination;
import org.modescope.cli.result.Json;
import org.modescope.cli.result.LayerList;
import org.modescope.cli.result.LoadedState;
import org.modescope.cli.result.OutputFiles;
import org.modescope.cli.text.InputNotes;
import org.modescope.cli.text.LayerTable;
import org.modescope.cli.text.LoadedText;
import org.modescope.cli.text.MisfitText;
import org.modescope.cli.text.Title;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.ShapeCheck;
import org.modescope.run.DirectRun;
import org.modescope.run.TrainingRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `modescope check`.
@Command(name = "check", footer = "  modescope check preset:mycomplexnet")
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final ExperimentArgument argument = new ExperimentArgument();

  @Option(names = "--json", paramLabel = "OUT", descriptionKey = "help.check.json")
  private Optional<String> json;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Destination> destination = json.map(where -> Destination.ofFile("--json", where));
    return argument.use(
        terminal,
        new OutputFiles().add("--json", destination),
        UnaryOperator.identity(),
        experiment -> check(experiment, destination));
  }

  private int check(Experiment experiment, Optional<Destination> destination) throws IOException {
    Optional<ShapeCheck.Misfit> misfit = ShapeCheck.of(experiment).misfit();
    if (misfit.isPresent()) {
      throw MisfitText.of(argument.name(), experiment, misfit.get());
    }
    build(experiment);
    LayerList layers = LayerList.of(experiment);
    if (destination.isPresent()) {
      Delivery delivery = new Delivery();
      delivery.add(destination.get(), out -> write(layers, LoadedState.of(experiment), out));
      delivery.deliver(terminal.out());
    }
    if (json.filter(Destination::isStandardOutput).isEmpty()) {
      new LayerTable(Title.of(experiment), layers).print(terminal.out());
      LoadedState.of(experiment).ifPresent(state -> new LoadedText(state).print(terminal.out()));
      InputNotes.print(experiment, terminal.out(), terminal.columns());
    }
    return ExitCode.DONE;
  }

  /// Some arguments are refused by the layers only, and some targets by the loss.
  private static void build(Experiment experiment) {
    if (experiment.training().isPresent()) {
      new TrainingRun(experiment).close();
    } else {
      new DirectRun(experiment).close();
    }
  }

  private static void write(LayerList layers, Optional<LoadedState> state, OutputStream out)
      throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("format", "modescope-check/1");
      json.writeNumberField("parameters", layers.parameters());
      json.writeNumberField("trainable", layers.trainable());
      writeAll(layers.entries(), json);
      if (state.isPresent()) {
        state.get().write(json);
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void writeAll(List<LayerList.Entry> entries, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart("layers");
    for (LayerList.Entry entry : entries) {
      json.writeStartObject();
      json.writeStringField("path", entry.path());
      json.writeStringField("type", entry.layer().type().torchName());
      Json.shape(json, entry.output());
      json.writeNumberField("parameters", entry.parameters());
      if (entry.layer().type().isContainer()) {
        writeAll(entry.inside(), json);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
