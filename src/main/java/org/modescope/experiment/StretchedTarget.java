package org.modescope.experiment;

import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Training.Given;
import org.modescope.experiment.Training.Loss;
import org.modescope.experiment.Training.TargetSpec;
import org.modescope.experiment.Training.Targets;

/// A target of another shape than the output that it is compared with: a loss stretches both to one
/// shape, and PyTorch warns of it.
///
/// @param loss PyTorch's name of it
/// @param output of a batch
/// @param target of a batch
public record StretchedTarget(String loss, Shape output, Shape target) {

  /// That of a training's first batch; empty where the shapes are alike or cannot be stretched.
  public static Optional<StretchedTarget> of(Experiment experiment) {
    return experiment
        .training()
        .filter(training -> stretches(training.loss()))
        .flatMap(training -> of(experiment, training));
  }

  /// The others refuse what is not alike.
  private static boolean stretches(Loss loss) {
    return loss.targets() == Targets.NUMBERS && loss != Loss.BCE_WITH_LOGITS;
  }

  private static Optional<StretchedTarget> of(Experiment experiment, Training training) {
    Shape input = experiment.input().shape();
    Shape targets = shape(training.target(), input);
    if (input.rank() == 0 || targets.rank() == 0) {
      return Optional.empty();
    }
    int rows = Math.min(training.batchSize(), input.size(0));
    ShapeCheck shapes = ShapeCheck.of(experiment.network(), input.with(0, rows));
    if (shapes.misfit().isPresent() || shapes.outputs().isEmpty()) {
      return Optional.empty();
    }
    Shape output = shapes.outputs().getLast();
    Shape target = targets.with(0, rows);
    return output.equals(target) || !canBeJoined(output, target)
        ? Optional.empty()
        : Optional.of(new StretchedTarget(training.loss().torchName(), output, target));
  }

  private static Shape shape(TargetSpec target, Shape input) {
    return switch (target) {
      case Given(InputSpec values) -> values.shape();
      case Training.Column _ -> Shape.of(input.rank() == 0 ? 1 : input.size(0), 1);
    };
  }

  private static boolean canBeJoined(Shape one, Shape other) {
    for (int axis = 1; axis <= Math.min(one.rank(), other.rank()); axis++) {
      int size = one.size(-axis);
      int otherSize = other.size(-axis);
      if (size != otherSize && size != 1 && otherSize != 1) {
        return false;
      }
    }
    return true;
  }

  /// What a `UserWarning` says.
  public String warning() {
    return "Using a target size (%s) that is different to the input size (%s). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size."
        .formatted(target.toTorch(), output.toTorch());
  }

  /// The shape that both are stretched to.
  public Shape joined() {
    return output.broadcast(target);
  }

  /// The training with its targets in the shape of the output; empty where they are not as many.
  public Optional<Training> mended(Training training) {
    if (target.elements() != output.elements()) {
      return Optional.empty();
    }
    return reshaped(training.target())
        .map(
            shaped ->
                training
                    .withLoss(training.loss(), shaped)
                    .withValidation(training.validation().map(this::reshaped)));
  }

  private Training.Validation reshaped(Training.Validation held) {
    return new Training.Validation(held.input(), reshaped(held.target()).orElse(held.target()));
  }

  private Optional<TargetSpec> reshaped(TargetSpec given) {
    return switch (given) {
      case Given(InputSpec.Drawn drawn) ->
          Optional.of(
              new Given(
                  new InputSpec.Drawn(
                      like(drawn.shape()), drawn.distribution(), drawn.seed(), drawn.fresh())));
      case Given(InputSpec.Values values) ->
          Optional.of(new Given(new InputSpec.Values(like(values.shape()), values.values())));
      case Given _, Training.Column _ -> Optional.empty();
    };
  }

  private Shape like(Shape all) {
    return output.with(0, all.size(0));
  }
}
