package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Rows;
import org.modescope.experiment.Table;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.Observation;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;

/// Each pass of a fresh input gets a batch of its own, the same one whatever block it is computed
/// in and however the passes are asked for.
class FreshBatchesTest {
  private static final int PASSES = 40;

  private static final Experiment SIMPLE = Presets.simpleNet();

  static Stream<InputSpec> inputs() {
    Table table =
        new Table(
            7,
            new LinkedHashMap<>(
                Map.of("a", new Table.Numbers(new double[] {1, 2, 3, 4, 5, 6, 7}))));
    return Stream.of(
        new InputSpec.Drawn(Shape.of(8, 10), Distribution.NORMAL).withFresh(true),
        new InputSpec.Drawn(Shape.of(3, 3), Distribution.UNIFORM).withFresh(true),
        new InputSpec.Drawn(Shape.of(8, 10), Distribution.NORMAL, 5).withFresh(true),
        digits(true),
        digits(false),
        new InputSpec.FromCsv("own.csv", table, List.of("a"), new Rows(2, 5), true)
            .withFresh(true));
  }

  private static InputSpec digits(boolean standardize) {
    return new InputSpec.FromDataSet(
            DataSet.DIGITS, new Rows(1780, 1790), true, Optional.empty(), standardize)
        .withFresh(true);
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void batchesAreTheSameInBlocksAndOneByOne(InputSpec input) {
    Experiment fresh = net(input);

    List<Seen> together = seen(fresh, RunOptions.plain(PASSES));
    // Backward asks for passes one by one.
    List<Seen> oneByOne = seen(fresh, RunOptions.plain(PASSES).withBackward());
    List<Seen> stepped =
        seen(
            fresh,
            RunOptions.plain(1),
            RunOptions.plain(1),
            RunOptions.watched(5),
            RunOptions.plain(PASSES - 7));

    assertThat(together).hasSize(PASSES).isEqualTo(oneByOne).isEqualTo(stepped);
    assertThat(together.stream().map(Seen::batch).distinct().count()).isGreaterThan(6);
  }

  @Test
  void drawnBatchComesBeforeTheMasksOfItsPass() {
    Experiment fresh =
        SIMPLE
            .withNetwork(List.of(LayerSpec.of(LayerType.DROPOUT, "drop", Map.of())))
            .withInput(new InputSpec.Drawn(Shape.of(4, 5), Distribution.NORMAL).withFresh(true));
    Generator torch = Generator.seeded(fresh.seed());

    List<Seen> seen = seen(fresh, RunOptions.plain(12));

    for (Seen pass : seen) {
      float[] batch = new float[20];
      torch.normal(batch);
      assertThat(pass.batch()).isEqualTo(list(batch));
      // What Dropout(0.5) draws on the CPU: one number for each value.
      float[] mask = new float[20];
      for (int i = 0; i < mask.length; i++) {
        mask[i] = pass.output().get(i) == 0 ? 0 : 1;
      }
      float[] expected = mask(torch, mask.length);
      assertThat(mask).isEqualTo(expected);
    }
  }

  private static float[] mask(Generator torch, int values) {
    try (var drawn = org.modescope.autograd.DropoutMask.draw(Shape.of(values), 0.5, 1, torch)) {
      float[] mask = drawn.values();
      for (int i = 0; i < mask.length; i++) {
        mask[i] = mask[i] == 0 ? 0 : 1;
      }
      return mask;
    }
  }

  @Test
  void rowsGoOnAndBeginAgain() {
    Table table =
        new Table(
            5, new LinkedHashMap<>(Map.of("a", new Table.Numbers(new double[] {0, 1, 2, 3, 4}))));
    Experiment fresh =
        net(
            new InputSpec.FromCsv("own.csv", table, List.of("a"), new Rows(3, 5), false)
                .withFresh(true));

    assertThat(seen(fresh, RunOptions.plain(4)).stream().map(Seen::batch))
        .containsExactly(List.of(3f, 4f), List.of(0f, 1f), List.of(2f, 3f), List.of(4f, 0f));
  }

  @Test
  void rewindingBeginsWithTheFirstBatch() {
    Experiment fresh =
        net(new InputSpec.Drawn(Shape.of(8, 10), Distribution.NORMAL, 5).withFresh(true));

    assertThat(seen(fresh, RunOptions.plain(3))).isEqualTo(seen(fresh, RunOptions.plain(3)));
  }

  @Test
  void traceOfAPassHasThatPassesBatch() {
    Experiment fresh = net(digits(false));
    List<Seen> seen = seen(fresh, RunOptions.plain(3));

    LayerTrace trace =
        new TraceRun(fresh, "first", 3, 0).go(_ -> {}, () -> false).trace().orElseThrow();

    assertThat(list(trace.stages().getFirst().values())).isEqualTo(seen.get(2).batch());
  }

  @Test
  void sameBatchForAllGivesWhatTheFirstFreshOneGives() {
    Experiment fresh = net(digits(true));
    Experiment same = fresh.withInput(fresh.input().withFresh(false));

    assertThat(seen(fresh, RunOptions.plain(1)).getFirst().output())
        .isEqualTo(seen(same, RunOptions.plain(1)).getFirst().output());
  }

  @Test
  void heldBytesAreThoseOfTheGraphAlone() {
    InputSpec drawn = new InputSpec.Drawn(Shape.of(64, 10), Distribution.NORMAL);

    assertThat(observed(SIMPLE.withInput(drawn.withFresh(true))).memory().orElseThrow().heldBytes())
        .isEqualTo(observed(SIMPLE.withInput(drawn)).memory().orElseThrow().heldBytes());
  }

  private static Observation observed(Experiment experiment) {
    try (DirectRun run = new DirectRun(experiment)) {
      return run.go(RunOptions.plain(3), RunRecorder.NONE, _ -> {}, () -> false);
    }
  }

  private static Experiment net(InputSpec input) {
    int width = Math.toIntExact(input.shape().elements() / input.shape().size(0));
    return SIMPLE
        .withNetwork(
            List.of(
                LayerSpec.of(
                    LayerType.LINEAR, "first", Map.of("in_features", width, "out_features", 6)),
                LayerSpec.of(LayerType.BATCH_NORM_1D, "bn", Map.of("num_features", 6)),
                LayerSpec.of(LayerType.DROPOUT, "drop", Map.of("p", 0.3)),
                LayerSpec.of(LayerType.RELU, "relu", Map.of()),
                LayerSpec.of(LayerType.DROPOUT, "late", Map.of())))
        .withInput(input)
        .withMode(Mode.TRAIN)
        .withGradMode(GradMode.GRAD);
  }

  /// A pass, as numbers that can be compared.
  private record Seen(List<Float> batch, List<Float> output) {}

  private static List<Seen> seen(Experiment experiment, RunOptions... runs) {
    List<List<Float>> batches = new ArrayList<>();
    List<List<Float>> outputs = new ArrayList<>();
    RunRecorder recorder =
        new RunRecorder() {
          @Override
          public void batch(int pass, Shape shape, float[] values) {
            batches.add(list(values));
          }

          @Override
          public void output(int pass, Shape shape, float[] values) {
            outputs.add(list(values));
          }
        };
    try (DirectRun run = new DirectRun(experiment)) {
      Arrays.stream(runs).forEach(options -> run.go(options, recorder, _ -> {}, () -> false));
    }
    List<Seen> seen = new ArrayList<>();
    for (int pass = 0; pass < outputs.size(); pass++) {
      seen.add(new Seen(batches.isEmpty() ? List.of() : batches.get(pass), outputs.get(pass)));
    }
    return seen;
  }

  private static List<Float> list(float[] values) {
    List<Float> list = new ArrayList<>(values.length);
    for (float value : values) {
      list.add(value);
    }
    return list;
  }
}
