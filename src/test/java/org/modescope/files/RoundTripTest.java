package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.Rows;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.LastBatch;
import org.modescope.experiment.Training.Loss;
import org.modescope.experiment.Training.OptimizerSpec;
import org.modescope.experiment.Training.RowOrder;
import org.modescope.nn.Mode;
import org.modescope.nn.Pair;
import org.modescope.run.RandomNet;

class RoundTripTest {
  private static final int ROWS = 3;

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void experimentComesBackAsItWasWritten(@ForAll("experiments") Experiment experiment)
      throws IOException {
    Path file = Path.of("any.modescope.json");

    Experiment read =
        new ExperimentReader(ExperimentFolder.of(file, Reach.OWN_FOLDER))
            .read(JsonText.parse(file, ExperimentText.pretty(ExperimentFile.toJson(experiment))));

    assertThat(read)
        .usingRecursiveComparison()
        .withEqualsForType(Arrays::equals, float[].class)
        .isEqualTo(experiment);
  }

  @Provide
  Arbitrary<Experiment> experiments() {
    return Combinators.combine(
            Arbitraries.strings().ofMaxLength(20),
            Arbitraries.longs(),
            RandomNet.small(),
            inputs(),
            Arbitraries.of(Mode.class),
            Arbitraries.of(GradMode.class),
            Arbitraries.integers().between(1, Experiment.MAXIMUM_PASSES),
            trainings().optional())
        .as(
            (note, seed, net, input, mode, gradMode, passes, training) ->
                new Experiment(
                    "any",
                    note,
                    seed,
                    net.layers(),
                    Optional.empty(),
                    input,
                    mode,
                    gradMode,
                    passes,
                    training));
  }

  private static Arbitrary<InputSpec> inputs() {
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(Distribution.class), Arbitraries.longs())
            .as((distribution, seed) -> new InputSpec.Drawn(Shape.of(ROWS, 2), distribution, seed)),
        values(Shape.of(ROWS, 2, 2)),
        Combinators.combine(
                Arbitraries.integers().between(0, 1000),
                Arbitraries.of(true, false),
                Arbitraries.integers().between(1, 9).map(side -> new Pair(side, 4)).optional(),
                Arbitraries.of(true, false))
            .as(
                (first, flatten, resize, standardize) ->
                    new InputSpec.FromDataSet(
                        DataSet.DIGITS,
                        new Rows(first, first + ROWS),
                        flatten,
                        resize,
                        standardize)));
  }

  /// Floats of all kinds of bits.
  private static Arbitrary<InputSpec> values(Shape shape) {
    return Arbitraries.integers()
        .map(Float::intBitsToFloat)
        .array(float[].class)
        .ofSize((int) shape.elements())
        .map(values -> new InputSpec.Values(shape, canonical(values)));
  }

  /// All NaNs are one in JSON.
  private static float[] canonical(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.isNaN(values[i]) ? Float.NaN : values[i];
    }
    return values;
  }

  private static Arbitrary<Training> trainings() {
    return Combinators.combine(
            optimizers(),
            values(Shape.of(ROWS, 1)),
            Arbitraries.integers().greaterOrEqual(1),
            Arbitraries.integers().between(1, Training.MAXIMUM_EPOCHS),
            Arbitraries.of(RowOrder.class),
            loops(),
            Arbitraries.just(
                    new Training.Validation(
                        new InputSpec.FromDataSet(
                            DataSet.IRIS, new Rows(5, 50), false, Optional.empty(), true),
                        new Training.Column(DataSet.LABEL)))
                .optional())
        .as(
            (optimizer, target, batchSize, epochs, order, loop, validation) ->
                new Training(
                        optimizer,
                        loop.loss(),
                        new Training.Given(target),
                        batchSize,
                        epochs,
                        order,
                        validation)
                    .withLastBatch(batchSize > ROWS ? LastBatch.KEPT : loop.lastBatch())
                    .withAccumulate(loop.accumulate())
                    .withForgotten(loop.forgotten()));
  }

  private record Loop(Loss loss, LastBatch lastBatch, int accumulate, Set<Forgotten> forgotten) {}

  private static Arbitrary<Loop> loops() {
    return Combinators.combine(
            Arbitraries.of(Loss.MSE, Loss.L1, Loss.BCE_WITH_LOGITS),
            Arbitraries.of(LastBatch.class),
            Arbitraries.integers().greaterOrEqual(1),
            Arbitraries.of(Forgotten.class).set())
        .as(Loop::new);
  }

  private static Arbitrary<OptimizerSpec> optimizers() {
    Arbitrary<Double> numbers = Arbitraries.of(0.0, 0.001, 0.01, 0.1, 1e-8, 0.123456789);
    Arbitrary<List<Double>> five =
        Combinators.combine(
                numbers, Arbitraries.of(0.9, 0.5), Arbitraries.of(0.999, 0.0), numbers, numbers)
            .as((a, b, c, d, e) -> List.of(a, b, c, d, e));
    return Combinators.combine(five, Arbitraries.integers().between(0, 2))
        .as(
            (n, type) ->
                switch (type) {
                  case 0 -> new Training.Sgd(n.get(0), n.get(1), n.get(3), n.get(4) > 0);
                  case 1 -> new Training.Adam(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4));
                  default -> new Training.AdamW(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4));
                });
  }
}
