package org.modescope.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.FrozenLayers;
import org.modescope.experiment.IncompatibleKeys;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.Loading;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.StateEdits;
import org.modescope.experiment.StateLayout;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.LastBatch;
import org.modescope.experiment.Training.Loss;
import org.modescope.experiment.Training.OldTask;
import org.modescope.experiment.Training.RowOrder;
import org.modescope.experiment.Training.TargetSpec;
import org.modescope.experiment.Training.Validation;
import org.modescope.nn.StateDict;
import org.modescope.words.Phrase;

/// Reads how a net is trained.
///
/// @param inputs reads targets and validation's inputs
/// @param folder where the state lies that an old task names
/// @param network the net that is trained
record TrainingReader(InputReader inputs, ExperimentFolder folder, List<LayerSpec> network) {
  static final List<String> KEYS =
      List.of(
          "optimizer",
          "loss",
          "target",
          "batch_size",
          "epochs",
          "shuffle",
          "drop_last",
          "accumulate",
          "validation",
          "forgotten",
          "old_task");

  static final List<String> VALIDATION_KEYS = List.of("input", "target");
  static final List<String> OLD_TASK_KEYS = List.of("input", "target", "head");
  private static final String TARGET = "target";
  private static final String COLUMN = "column";
  private static final Phrase A_TARGET =
      Phrase.of("file.allowed.target", "form", "{\"column\": …}");

  /// Checks a target against its rows.
  @FunctionalInterface
  private interface Check {
    void accept(TargetSpec target);
  }

  /// The column that a training's or a validation's target names, before anything is checked.
  static Optional<String> targetColumn(JsonValue training) {
    return Optional.ofNullable(training.node().path(TARGET).path(COLUMN).textValue());
  }

  /// @param input what the net is trained on
  Training read(JsonValue value, InputSpec input) throws IOException {
    JsonObject object = value.object(KEYS);
    JsonValue optimizer = object.required("optimizer", Phrase.of("file.allowed.optimizer"));
    Loss loss =
        object
            .required("loss", Phrase.of("file.allowed.loss"))
            .word(Loss.values(), Loss::torchName);
    TargetSpec target = target(object, each -> each.checkFits(input, loss));
    Optional<JsonValue> held = object.optional("validation");
    Optional<Validation> validation =
        held.isEmpty()
            ? Optional.empty()
            : Optional.of(validation(held.get(), loss, input, target));
    Optional<JsonValue> old = object.optional("old_task");
    Optional<OldTask> oldTask =
        old.isEmpty() ? Optional.empty() : Optional.of(oldTask(old.get(), loss));
    Training training =
        object.make(
            () ->
                new Training(
                    OptimizerReader.read(optimizer),
                    loss,
                    target,
                    count(object, "batch_size", Integer.MAX_VALUE),
                    count(object, "epochs", Training.MAXIMUM_EPOCHS),
                    InputReader.flag(object, "shuffle") ? RowOrder.SHUFFLED : RowOrder.AS_GIVEN,
                    InputReader.flag(object, "drop_last") ? LastBatch.DROPPED : LastBatch.KEPT,
                    count(object, "accumulate", Integer.MAX_VALUE),
                    validation,
                    forgotten(object),
                    oldTask));
    return checked(object, training, input);
  }

  private static Training checked(JsonObject object, Training training, InputSpec input) {
    try {
      training.checkBatches(input);
      return training;
    } catch (InvalidValueException noneLeft) {
      throw object.place("drop_last").invalid(noneLeft);
    }
  }

  static int count(JsonObject object, String key, int most) {
    return object.optional(key).map(value -> value.wholeInt(1, most)).orElse(1);
  }

  static Set<Forgotten> forgotten(JsonObject object) {
    Set<Forgotten> lines = EnumSet.noneOf(Forgotten.class);
    object
        .optional("forgotten")
        .ifPresent(
            list ->
                list.elements(allowedLines()).stream()
                    .map(line -> line.word(Forgotten.values(), Forgotten::key))
                    .forEach(lines::add));
    return lines;
  }

  private static Phrase allowedLines() {
    return Phrase.of(
        "file.allowed.forgotten",
        "lines",
        String.join(", ", Arrays.stream(Forgotten.values()).map(Forgotten::key).toList()));
  }

  private Validation validation(
      JsonValue value, Loss loss, InputSpec trained, TargetSpec trainedTarget) throws IOException {
    JsonObject object = value.object(VALIDATION_KEYS);
    InputSpec input = input(object, value);
    return new Validation(
        input,
        target(object, each -> each.checkFitsValidation(input, loss, trained, trainedTarget)));
  }

  private OldTask oldTask(JsonValue value, Loss loss) throws IOException {
    JsonObject object = value.object(OLD_TASK_KEYS);
    InputSpec input = input(object, value);
    TargetSpec target = target(object, each -> each.checkFits(input, loss));
    JsonValue head = object.required("head", Phrase.of("file.allowed.head"));
    Path file = folder.resolve(head);
    try {
      return new OldTask(input, target, head(head.text(), file));
    } catch (InvalidFileException unfit) {
      throw head.place().invalid(unfit);
    }
  }

  /// Only layers that learn are taken from it, so that a file of those is enough.
  private Parameters head(String name, Path file) throws IOException {
    StateLayout all = StateLayout.of(network);
    StateDict state = StateFile.read(file, all, Loading.WHAT_FITS, ReadProgress.NONE);
    IncompatibleKeys keys =
        IncompatibleKeys.of(StateLayout.of(FrozenLayers.learning(network)), state);
    boolean holdsAllThatLearn = keys.missing().isEmpty() && keys.mismatched().isEmpty();
    return holdsAllThatLearn && !all.fits(state)
        ? new Parameters(name, Loading.WHAT_FITS, state, StateEdits.NONE)
        : new Parameters(name, StateFile.read(file, all));
  }

  private InputSpec input(JsonObject object, JsonValue value) throws IOException {
    return inputs.read(
        object.required("input", Phrase.of("file.allowed.measured")), targetColumn(value));
  }

  private TargetSpec target(JsonObject object, Check check) throws IOException {
    JsonValue value = object.required(TARGET, A_TARGET);
    TargetSpec target;
    if (value.node().has(COLUMN)) {
      JsonObject named = value.object(List.of(COLUMN));
      target = new Training.Column(named.required(COLUMN, Phrase.of("file.allowed.column")).text());
    } else if (value.node().isObject()) {
      target = new Training.Given(inputs.read(value, Optional.empty()));
    } else {
      throw value.refuse(A_TARGET);
    }
    try {
      check.accept(target);
    } catch (InvalidValueException misfit) {
      JsonPlace place =
          target instanceof Training.Column ? value.place().child(COLUMN) : value.place();
      throw place.invalid(misfit);
    }
    return target;
  }
}
