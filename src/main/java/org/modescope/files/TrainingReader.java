package org.modescope.files;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.Loss;
import org.modescope.experiment.Training.RowOrder;
import org.modescope.experiment.Training.TargetSpec;
import org.modescope.experiment.Training.Validation;
import org.modescope.words.Phrase;

/// Reads how a net is trained.
///
/// @param inputs reads targets and validation's inputs
record TrainingReader(InputReader inputs) {
  static final List<String> KEYS =
      List.of("optimizer", "loss", "target", "batch_size", "epochs", "shuffle", "validation");

  static final List<String> VALIDATION_KEYS = List.of("input", "target");
  private static final String TARGET = "target";
  private static final String COLUMN = "column";
  private static final Phrase A_TARGET =
      Phrase.of("file.allowed.target", "form", "{\"column\": …}");

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
    TargetSpec target = target(object, input, loss);
    Optional<JsonValue> held = object.optional("validation");
    Optional<Validation> validation =
        held.isEmpty() ? Optional.empty() : Optional.of(validation(held.get(), loss));
    return object.make(
        () ->
            new Training(
                OptimizerReader.read(optimizer),
                loss,
                target,
                object
                    .optional("batch_size")
                    .map(size -> size.wholeInt(1, Integer.MAX_VALUE))
                    .orElse(1),
                object
                    .optional("epochs")
                    .map(epochs -> epochs.wholeInt(1, Training.MAXIMUM_EPOCHS))
                    .orElse(1),
                object.optional("shuffle").map(JsonValue::flag).orElse(false)
                    ? RowOrder.SHUFFLED
                    : RowOrder.AS_GIVEN,
                validation));
  }

  private Validation validation(JsonValue value, Loss loss) throws IOException {
    JsonObject object = value.object(VALIDATION_KEYS);
    InputSpec input =
        inputs.read(
            object.required("input", Phrase.of("file.allowed.measured")), targetColumn(value));
    return new Validation(input, target(object, input, loss));
  }

  private TargetSpec target(JsonObject object, InputSpec input, Loss loss) throws IOException {
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
      target.checkFits(input, loss);
    } catch (InvalidValueException misfit) {
      JsonPlace place =
          target instanceof Training.Column ? value.place().child(COLUMN) : value.place();
      throw place.invalid(misfit);
    }
    return target;
  }
}
