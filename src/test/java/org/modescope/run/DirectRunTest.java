package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.Parameters;
import org.modescope.measure.Comparison;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.PassDetail;
import org.modescope.nn.Mode;
import org.modescope.nn.StateDict;
import org.modescope.preset.Presets;

class DirectRunTest {

  @Test
  void tellsTheFirstPassesInFull() {
    Recording recording = new Recording(3);

    Observation seen = run(Presets.simpleNet(), RunOptions.plain(20), recording);

    assertThat(seen.progress().status()).isEqualTo(Status.FINISHED);
    assertThat(recording.details).extracting(PassDetail::index).containsExactly(0, 1, 2);
    assertThat(recording.outputs).hasSize(20);
    PassDetail third = recording.details.get(2);
    assertThat(third.output()).isEqualTo(recording.outputs.get(2));
    assertThat(third.buffers().counter("bn1.num_batches_tracked")).isEqualTo(3);
    assertThat(third.memory().packedBytes()).isEqualTo(9440);
    assertThat(third.memory().heldBytes()).isGreaterThanOrEqualTo(7840);
    assertThat(recording.masks).hasSize(20).allMatch(mask -> mask.length == 32 * 20);
  }

  @Test
  void gradientsAreThoseOfTheLastPassAlone() {
    Experiment net = Presets.simpleNet().withMode(Mode.EVAL);
    Recording once = new Recording(0);
    Recording often = new Recording(0);

    run(net, RunOptions.plain(1).withBackward(), once);
    run(net, RunOptions.plain(5).withBackward(), often);

    assertThat(often.gradients.orElseThrow().entries().keySet())
        .containsExactly(
            "fc1.weight", "fc1.bias", "bn1.weight", "bn1.bias", "fc2.weight", "fc2.bias");
    assertThat(often.gradients.orElseThrow().floats("fc2.bias", Shape.of(1))).containsExactly(32);
    assertThat(often.gradients.orElseThrow().floats("fc1.weight", Shape.of(20, 10)))
        .isEqualTo(once.gradients.orElseThrow().floats("fc1.weight", Shape.of(20, 10)));
  }

  @Test
  void backwardWithoutAGraphIsRefusedInPyTorchsWords() {
    Observation seen =
        run(
            Presets.simpleNet().withGradMode(GradMode.NO_GRAD),
            RunOptions.plain(2).withBackward(),
            RunRecorder.NONE);

    assertThat(seen.progress().status()).isEqualTo(Status.REFUSED);
    assertThat(seen.refusal().orElseThrow().message())
        .isEqualTo("element 0 of tensors does not require grad and does not have a grad_fn");
  }

  @Test
  void warmingUpLeavesTheStateAlone() {
    try (DirectRun run = new DirectRun(Presets.simpleNet())) {
      StateDict before = run.state();

      run.warmUp(10, () -> false);

      assertThat(run.state()).usingRecursiveComparison().isEqualTo(before);
      assertThat(run.hasMovedStatistics()).isFalse();
    }
  }

  @Test
  void startsFromGivenParameters() {
    Experiment experiment =
        Presets.simpleNet()
            .withMode(Mode.EVAL)
            .withInput(new InputSpec.Drawn(Shape.of(32, 10), InputSpec.Distribution.NORMAL, 1));
    Recording own = new Recording(0);
    Recording loaded = new Recording(0);
    try (DirectRun other = new DirectRun(experiment.withSeed(7))) {
      other.go(RunOptions.plain(1), own, _ -> {}, () -> false);
      Parameters parameters = new Parameters("seven.safetensors", other.state());

      run(experiment.withParameters(Optional.of(parameters)), RunOptions.plain(1), loaded);
    }

    assertThat(loaded.outputs.getFirst()).isEqualTo(own.outputs.getFirst());
  }

  @Test
  void allSixCellsStartFromTheSameState() {
    Comparison comparison = SixCells.compare(Presets.simpleNet(), 5, _ -> {}, () -> false);

    assertThat(comparison.cells()).hasSize(6);
    assertThat(comparison.cells().subList(0, 3))
        .allMatch(cell -> cell.mode() == Mode.TRAIN && cell.movedStatistics());
    assertThat(comparison.cells().subList(3, 6))
        .allMatch(cell -> cell.mode() == Mode.EVAL && !cell.movedStatistics());
    assertThat(comparison.cells())
        .extracting(cell -> cell.seen().memory().orElseThrow().uniqueBytes())
        .containsExactly(9440L, 0L, 0L, 6720L, 0L, 0L);
    assertThat(comparison.cells().subList(0, 3))
        .extracting(cell -> cell.seen().output().orElseThrow().mean())
        .allMatch(mean -> java.util.Arrays.equals(mean, mean(comparison.cells().getFirst())));
  }

  private static double[] mean(Comparison.Cell cell) {
    return cell.seen().output().orElseThrow().mean();
  }

  private static Observation run(Experiment experiment, RunOptions options, RunRecorder recorder) {
    try (DirectRun run = new DirectRun(experiment)) {
      return run.go(options, recorder, _ -> {}, () -> false);
    }
  }

  private static final class Recording implements RunRecorder {
    final List<PassDetail> details = new ArrayList<>();
    final List<float[]> outputs = new ArrayList<>();
    final List<float[]> masks = new ArrayList<>();
    Optional<StateDict> gradients = Optional.empty();
    private final int detailed;

    Recording(int detailed) {
      this.detailed = detailed;
    }

    @Override
    public int detailedPasses() {
      return detailed;
    }

    @Override
    public boolean wantsFactors() {
      return true;
    }

    @Override
    public void detailed(PassDetail pass) {
      details.add(pass);
    }

    @Override
    public void output(int pass, Shape shape, float[] values) {
      assertThat(pass).isEqualTo(outputs.size());
      outputs.add(values);
    }

    @Override
    public void drew(String layer, int pass, Shape shape, float[] factor) {
      assertThat(layer).isEqualTo("dropout");
      assertThat(pass).isEqualTo(masks.size());
      masks.add(factor);
    }

    @Override
    public void gradients(StateDict last) {
      gradients = Optional.of(last);
    }
  }
}
