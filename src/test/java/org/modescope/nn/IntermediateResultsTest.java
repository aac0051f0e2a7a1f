package org.modescope.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.RandomStream;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;
import org.modescope.nn.BatchNorm.Affine;
import org.modescope.nn.BatchNorm.Tracking;

/// Passes that are not recorded compute in the memory of intermediate results; nobody sees it.
class IntermediateResultsTest {
  private static final int CHANNELS = 3;
  private static final Shape SHAPE = Shape.of(2, CHANNELS, 24, 24);
  private static final RandomStream STREAM = RandomStream.of(1);

  static Stream<Sequential> nets() {
    return Stream.of(
        net(relu("a"), norm("b"), relu("c")),
        net(norm("a"), relu("b"), norm("c")),
        net(new Identity("a"), relu("b")),
        net(
            new Dropout("a", 0.5, Target.FRESH),
            relu("b"),
            new Dropout("c", 0.5, Target.FRESH),
            norm("d")),
        net(new Flatten("a", 1, -1), relu("b")),
        net(new Sequential("a", List.of(relu("a.0"), norm("a.1"))), relu("b"), norm("c")),
        net(norm("a"), residual(List.of(relu("b.0"), norm("b.1")), List.of()), relu("c")),
        net(norm("a"), residual(List.of(norm("b.0")), List.of(relu("b.1"))), norm("c")),
        net(residual(List.of(), List.of(norm("b.0"))), relu("c")),
        net(norm("a"), residual(List.of(), List.of()), relu("c")),
        net(norm("a"), residual(List.of(), List.of(norm("b.0"))), relu("c")),
        net(norm("a"), residual(List.of(new Identity("b.0")), List.of(relu("b.1"))), relu("c")));
  }

  @ParameterizedTest
  @MethodSource("nets")
  void unrecordedPassGivesWhatARecordedOneGives(Sequential net) {
    try (net;
        Arena _ = Arena.open()) {
      Watch recorded = new Watch();
      Watch unrecorded = new Watch();

      float[] expected = net.apply(input(), watched(recorded)).values();
      float[] found = GradMode.NO_GRAD.call(() -> net.apply(input(), watched(unrecorded)).values());

      assertThat(found).isEqualTo(expected);
      assertThat(unrecorded.seen).usingRecursiveComparison().isEqualTo(recorded.seen);
    }
  }

  @ParameterizedTest
  @MethodSource("nets")
  void inputOfAnUnrecordedPassKeepsItsValues(Sequential net) {
    try (net;
        Arena _ = Arena.open()) {
      GradMode.NO_GRAD.run(
          () -> {
            Tensor computed = input().add(input());
            float[] before = computed.values();

            net.apply(computed, watched(Probe.NONE));

            assertThat(computed.values()).isEqualTo(before);
          });
    }
  }

  @ParameterizedTest
  @MethodSource("nets")
  void resultThatAProbeHoldsKeepsItsValues(Sequential net) {
    try (net;
        Arena _ = Arena.open()) {
      Watch watch = new Watch();

      GradMode.NO_GRAD.run(() -> net.apply(input(), watched(watch)));

      assertThat(watch.held).isNotEmpty();
      watch.held.forEach(
          (layer, view) -> assertThat(view.values()).as(layer).isEqualTo(watch.seen.get(layer)));
    }
  }

  /// Copies what each layer hands on, and goes on holding it.
  private static final class Watch implements Probe {
    private final Map<String, float[]> seen = new LinkedHashMap<>();
    private final Map<String, Tensor> held = new LinkedHashMap<>();

    @Override
    public void leaving(String layer, Tensor output) {
      seen.put(layer, output.values());
      held.put(layer, output.view(output.shape(), "ViewBackward0"));
    }
  }

  private static Passes watched(Probe probe) {
    return Passes.of(0, 1, Draws.seeded(1)).watchedBy(probe);
  }

  private static Tensor input() {
    float[] values = new float[Math.toIntExact(SHAPE.elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) STREAM.normal(i);
    }
    return Tensor.input(SHAPE, values);
  }

  private static Sequential net(Layer... layers) {
    Sequential net = new Sequential("", List.of(layers));
    net.eval();
    return net;
  }

  private static Layer residual(List<Layer> body, List<Layer> shortcut) {
    return new Residual(
        "b", new ArrayList<>(body), new ArrayList<>(shortcut), Residual.Activation.RELU);
  }

  private static Layer relu(String path) {
    return new ReLU(path, Target.FRESH);
  }

  /// Shifted, so that the same layer twice makes a difference.
  private static Layer norm(String path) {
    Layer norm =
        new BatchNorm2d(path, CHANNELS, 1e-5, Optional.of(0.1), Affine.LEARNED, Tracking.RUNNING);
    GradMode.NO_GRAD.run(
        () -> norm.parameters().get(path + ".bias").set(new float[] {0.5f, -0.25f, 0.1f}));
    return norm;
  }
}
