package org.modescope.files;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.random.Dialect;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.ShapeCheck;
import org.modescope.experiment.StateLayout;
import org.modescope.experiment.Training;
import org.modescope.nn.Mode;
import org.modescope.words.Phrase;

/// Reads an experiment's top level and hands its parts to their readers.
///
/// @param folder where the files lie that it names
record ExperimentReader(ExperimentFolder folder) {
  static final String FORMAT = "modescope-experiment/1";

  static final List<String> KEYS =
      List.of(
          "format",
          "name",
          "note",
          "seed",
          "generator",
          "network",
          "parameters",
          "input",
          "mode",
          "grad",
          "passes",
          "training");

  Experiment read(JsonValue value) throws IOException {
    JsonObject top = new JsonObject(value, KEYS);
    checkFormat(top);
    top.checkKeys();
    List<LayerSpec> network = network(top);
    InputReader inputs = new InputReader(folder);
    JsonValue input = top.required("input", Phrase.of("file.allowed.input"));
    Optional<JsonValue> training = top.optional("training");
    InputSpec given = inputs.readForPasses(input, training.flatMap(TrainingReader::targetColumn));
    Optional<Parameters> parameters = parameters(top, network);
    Optional<Training> trained =
        training.isEmpty()
            ? Optional.empty()
            : Optional.of(new TrainingReader(inputs).read(training.get(), given));
    Experiment experiment =
        top.make(
            () ->
                new Experiment(
                    top.optional("name").map(JsonValue::text).orElse(""),
                    top.optional("note").map(JsonValue::text).orElse(""),
                    top.optional("seed").map(JsonValue::seed).orElse(0L),
                    top.optional("generator")
                        .map(generator -> generator.word(Dialect.values(), Dialect::key))
                        .orElse(Dialect.PYTORCH),
                    network,
                    parameters,
                    given,
                    top.optional("mode")
                        .map(mode -> mode.word(Mode.values(), Mode::key))
                        .orElse(Mode.TRAIN),
                    top.optional("grad")
                        .map(grad -> grad.word(GradMode.values(), GradMode::key))
                        .orElse(GradMode.GRAD),
                    top.optional("passes")
                        .map(passes -> passes.wholeInt(1, Experiment.MAXIMUM_PASSES))
                        .orElse(1),
                    trained));
    checkMemory(top, experiment);
    return experiment;
  }

  private static void checkFormat(JsonObject top) {
    Phrase allowed = Phrase.verbatim("\"%s\"".formatted(FORMAT));
    JsonValue format = top.required("format", allowed);
    if (!FORMAT.equals(format.node().textValue())) {
      throw format.refuse(allowed);
    }
  }

  private static List<LayerSpec> network(JsonObject top) {
    Phrase allowed = Phrase.of("file.allowed.some-layers");
    JsonValue layers = top.required("network", allowed);
    List<LayerSpec> network = LayerReader.layers(layers, 0);
    if (network.isEmpty()) {
      throw layers.refuse(allowed);
    }
    top.make(
        () -> {
          StateLayout.of(network).checkSize();
          return network;
        });
    return network;
  }

  private Optional<Parameters> parameters(JsonObject top, List<LayerSpec> network)
      throws IOException {
    Optional<JsonValue> named = top.optional("parameters");
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(new ParametersReader(folder).read(named.get(), StateLayout.of(network)));
  }

  /// Other misfits of shapes are the net's own to refuse, as PyTorch would.
  private static void checkMemory(JsonObject top, Experiment experiment) {
    ShapeCheck.of(experiment)
        .misfit()
        .filter(misfit -> misfit.kind() == ShapeCheck.Kind.MEMORY)
        .ifPresent(
            misfit -> {
              throw top.place("network")
                  .child(misfit.index())
                  .invalid(Phrase.verbatim(misfit.message()));
            });
  }
}
