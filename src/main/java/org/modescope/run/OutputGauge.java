package org.modescope.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.Experiment;
import org.modescope.measure.DropoutPrediction;
import org.modescope.measure.OutputAccumulator;

/// Sums up what comes out, and what theory says of its spread.
final class OutputGauge implements Gauge {
  private final Optional<DropoutPrediction> prediction;
  private @Nullable OutputAccumulator sum;
  private Optional<double[]> predicted = Optional.empty();
  private float[] predictionInput = new float[0];
  private boolean isFirst;

  OutputGauge(Experiment experiment) {
    prediction = DropoutPrediction.of(experiment);
  }

  /// The first pass whose output has a number that is not finite, from 0.
  OptionalInt firstNonFinite() {
    return sum == null ? OptionalInt.empty() : sum.firstNonFinite();
  }

  @Override
  public void beforeBlock(Block block) {
    isFirst = block.beginsSeries();
  }

  @Override
  public void entering(String layer, Tensor input) {
    if (isFirst) {
      prediction
          .filter(theory -> theory.dropoutLayer().equals(layer))
          .ifPresent(_ -> predictionInput = input.values());
    }
  }

  @Override
  public void outputs(Block block, Shape shape, List<float[]> values) {
    OutputAccumulator accumulator = sum == null ? new OutputAccumulator(shape) : sum;
    values.forEach(accumulator::add);
    sum = accumulator;
  }

  @Override
  public void afterBlock(Block block) {
    // Theory speaks of what varies while the input stays.
    if (isFirst && !block.setting().live().experiment().input().fresh()) {
      LiveNet live = block.setting().live();
      predicted =
          prediction.flatMap(
              theory ->
                  theory.deviations(
                      predictionInput,
                      theory.weightKey().map(live::parameter).orElse(new float[0])));
    }
  }

  @Override
  public void tell(ObservationDraft draft) {
    if (sum != null) {
      draft.output(sum.summary(predicted));
    }
  }
}
