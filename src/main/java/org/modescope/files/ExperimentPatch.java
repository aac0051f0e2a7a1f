package org.modescope.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.LastBatch;
import org.modescope.nn.Mode;
import org.modescope.words.Phrase;

/// Some keys of an experiment file that are set anew in an experiment, as lessons do from question
/// to question.
public final class ExperimentPatch {
  /// The keys that can be set. `network` is another net, `layers` holds arguments by the layer's
  /// name; one that is null goes back to its default. `training` changes the training that there
  /// is, by some of [#TRAINING_KEYS].
  public static final List<String> KEYS =
      List.of("mode", "grad", "passes", "seed", "network", "layers", "input", "training");

  /// What can be changed about a training.
  public static final List<String> TRAINING_KEYS =
      List.of("epochs", "batch_size", "drop_last", "forgotten");

  private final JsonObject given;
  private final InputReader inputs;

  private ExperimentPatch(JsonObject given, InputReader inputs) {
    this.given = given;
    this.inputs = inputs;
  }

  /// An experiment with what is set in `given`.
  ///
  /// @param given an object with some of [#KEYS]
  /// @param file where it comes from; files that it names must lie in its folder or below
  /// @throws InvalidFileException if anything in it is unknown or out of range
  /// @throws IOException if a file cannot be read
  public static Experiment apply(Experiment experiment, JsonNode given, Path file)
      throws IOException {
    JsonObject keys = new JsonValue(JsonPlace.top(file), given).object(KEYS);
    InputReader inputs = new InputReader(ExperimentFolder.of(file, Reach.OWN_FOLDER));
    return new ExperimentPatch(keys, inputs).applied(experiment);
  }

  private Experiment applied(Experiment experiment) throws IOException {
    Experiment set = experiment;
    Optional<JsonValue> network = given.optional("network");
    if (network.isPresent()) {
      List<LayerSpec> layers = LayerReader.layers(network.get(), 0);
      set = given.make(() -> experiment.withNetwork(layers));
    }
    if (given.has("layers")) {
      set = set.withNetwork(layers(set));
    }
    Optional<JsonValue> input = given.optional("input");
    if (input.isPresent()) {
      set = set.withInput(inputs.read(input.get(), Optional.empty()));
    }
    Optional<JsonValue> training = given.optional("training");
    if (training.isPresent()) {
      set = set.withTraining(Optional.of(training(set, training.get())));
    }
    Optional<Mode> mode = given.optional("mode").map(word -> word.word(Mode.values(), Mode::key));
    Optional<GradMode> grad =
        given.optional("grad").map(word -> word.word(GradMode.values(), GradMode::key));
    Optional<Integer> passes =
        given.optional("passes").map(count -> count.wholeInt(1, Experiment.MAXIMUM_PASSES));
    Optional<Long> seed = given.optional("seed").map(JsonValue::seed);
    set = set.withMode(mode.orElse(set.mode())).withGradMode(grad.orElse(set.gradMode()));
    return set.withPasses(passes.orElse(set.passes())).withSeed(seed.orElse(set.seed()));
  }

  private static Training training(Experiment experiment, JsonValue value) {
    JsonObject changes = value.object(TRAINING_KEYS);
    Training set =
        experiment
            .training()
            .orElseThrow(() -> value.place().invalid(Phrase.of("lesson.file.no-training")));
    if (changes.has("epochs")) {
      set = set.withEpochs(TrainingReader.count(changes, "epochs", Training.MAXIMUM_EPOCHS));
    }
    if (changes.has("batch_size")) {
      set = set.withBatchSize(TrainingReader.count(changes, "batch_size", Integer.MAX_VALUE));
    }
    if (changes.has("drop_last")) {
      set =
          set.withLastBatch(
              InputReader.flag(changes, "drop_last") ? LastBatch.DROPPED : LastBatch.KEPT);
    }
    return changes.has("forgotten") ? set.withForgotten(TrainingReader.forgotten(changes)) : set;
  }

  private List<LayerSpec> layers(Experiment experiment) {
    JsonPlace place = given.place("layers");
    JsonNode changes = given.value().node().get("layers");
    ArrayNode network = LayerWriter.toJson(experiment.network(), 0);
    List<String> names = experiment.network().stream().map(LayerSpec::name).toList();
    new JsonValue(place, changes).object(new ArrayList<>(names));
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      merge((ObjectNode) network.get(names.indexOf(change.getKey())), change.getValue(), place);
    }
    return LayerReader.layers(new JsonValue(place, network), 0);
  }

  private static void merge(ObjectNode layer, JsonNode change, JsonPlace place) {
    if (!change.isObject()) {
      throw new JsonValue(place, change).refuse(Phrase.of("file.allowed.object"));
    }
    for (Map.Entry<String, JsonNode> argument : change.properties()) {
      if (argument.getValue().isNull()) {
        layer.remove(argument.getKey());
      } else {
        layer.set(argument.getKey(), argument.getValue());
      }
    }
  }
}
