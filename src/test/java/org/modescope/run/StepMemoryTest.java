package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.Loss;
import org.modescope.experiment.Training.RowOrder;
import org.modescope.measure.StepMemory;
import org.modescope.measure.StepMemory.Moment;
import org.modescope.measure.StepMemory.Phase;
import org.modescope.preset.Presets;

/// SimpleNet keeps 7,840 B for backward in train mode, MSELoss its input of 32 numbers besides; it
/// has 281 parameters.
class StepMemoryTest {
  private static final long GRADIENTS = 281 * Float.BYTES;
  private static final long SAVED = 7840;
  private static final long LOSS_INPUT = 32 * Float.BYTES;

  private final StepMemory memory = memory(1);

  @Test
  void secondStepIsMeasuredPhaseByPhase() {
    assertThat(memory.step()).isEqualTo(2);
    assertThat(memory.moments().stream().map(Moment::phase).distinct())
        .containsExactly(
            Phase.BEGIN, Phase.ZERO_GRAD, Phase.FORWARD, Phase.LOSS, Phase.BACKWARD, Phase.STEP);
    assertThat(
            memory.moments().stream()
                .filter(each -> each.phase() == Phase.FORWARD)
                .map(Moment::layer))
        .containsExactly("fc1", "bn1", "dropout", "fc2");
  }

  @Test
  void gradientsLiveFromBackwardToTheNextZeroGrad() {
    assertThat(at(Phase.BEGIN).gradientBytes()).isEqualTo(GRADIENTS);
    assertThat(at(Phase.ZERO_GRAD).gradientBytes()).isZero();
    assertThat(at(Phase.LOSS).gradientBytes()).isZero();
    assertThat(at(Phase.BACKWARD).gradientBytes()).isEqualTo(GRADIENTS);
    assertThat(at(Phase.STEP).gradientBytes()).isEqualTo(GRADIENTS);
  }

  @Test
  void graphGrowsForwardAndIsEmptiedBackward() {
    List<Long> forward = saved(Phase.FORWARD);
    List<Long> backward = saved(Phase.BACKWARD);

    assertThat(forward).isSorted().endsWith(SAVED);
    assertThat(at(Phase.LOSS).savedBytes()).isEqualTo(SAVED + LOSS_INPUT);
    assertThat(backward.reversed()).isSorted();
    assertThat(backward).endsWith(0L);
  }

  @Test
  void optimizerKeepsTwoNumbersOfEachParameter() {
    assertThat(at(Phase.BEGIN).optimizerBytes()).isEqualTo(2 * GRADIENTS);
    assertThat(memory(1000).moments().getFirst().optimizerBytes()).isZero();
  }

  @Test
  void allocatorHoldsAtLeastWhatIsSavedAndTheGradients() {
    assertThat(memory.moments())
        .allSatisfy(
            each ->
                assertThat(each.allocatedBytes())
                    .isGreaterThanOrEqualTo(each.savedBytes() + each.gradientBytes()));
    assertThat(memory.peak().orElseThrow().allocatedBytes())
        .isEqualTo(memory.moments().stream().mapToLong(Moment::allocatedBytes).max().orElse(0));
  }

  private List<Long> saved(Phase phase) {
    return memory.moments().stream()
        .filter(each -> each.phase() == phase)
        .map(Moment::savedBytes)
        .toList();
  }

  private Moment at(Phase phase) {
    return memory.last(phase).orElseThrow();
  }

  private static StepMemory memory(int accumulate) {
    InputSpec target =
        new InputSpec.Drawn(Shape.of(32, 1), InputSpec.Distribution.NORMAL, OptionalLong.of(3));
    Training training =
        new Training(
            new Training.Adam(0.1, 0.9, 0.999, 1e-8, 0),
            Loss.MSE,
            new Training.Given(target),
            32,
            accumulate == 1 ? 2 : 1,
            RowOrder.AS_GIVEN,
            Optional.empty());
    Experiment experiment =
        Presets.simpleNet().withTraining(Optional.of(training.withAccumulate(accumulate)));
    try (TrainingRun run = new TrainingRun(experiment)) {
      return run.go(_ -> {}, () -> false).stepMemory().orElseThrow();
    }
  }
}
