package org.modescope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;

/// The texts are what PyTorch 1.13 warns of, in train and eval mode.
class TorchWarningTest {
  @Test
  void dropout2dOfThreeAxesIsWarnedOf() {
    assertThat(texts("2,3,4", dropout2d()))
        .containsExactly(
            "dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout"
                + " behavior is desired - input is interpreted as shape (N, C, L), where C is the"
                + " channel dim. This behavior will change in a future release to interpret the"
                + " input as one without a batch dimension, i.e. shape (C, H, W). To maintain the"
                + " 1D channel-wise dropout behavior, please switch to using dropout1d instead.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"3 | 1-D", "3,4 | 2-D", "2,3,4,5,6 | 5-D", "1,2,3,4,5,6 | 6-D"})
  void dropout2dOfOtherAxesIsWarnedOf(String sizes, String axes) {
    assertThat(texts(sizes, dropout2d()))
        .containsExactly(
            ("dropout2d: Received a %s input to dropout2d, which is deprecated and will result in"
                    + " an error in a future release. To retain the behavior and silence this"
                    + " warning, please use dropout instead. Note that dropout2d exists to provide"
                    + " channel-wise dropout on inputs with 2 spatial dimensions, a channel"
                    + " dimension, and an optional batch dimension (i.e. 3D or 4D inputs).")
                .formatted(axes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "3,4", "2,3,4", "2,3,4,5"})
  void guessedDimIsWarnedOf(String sizes) {
    assertThat(
            texts(
                sizes,
                LayerSpec.of(LayerType.SOFTMAX, "a", Map.of()),
                LayerSpec.of(LayerType.LOG_SOFTMAX, "b", Map.of())))
        .containsExactly(
            "Implicit dimension choice for softmax has been deprecated. Change the call to include"
                + " dim=X as an argument.",
            "Implicit dimension choice for log_softmax has been deprecated. Change the call to"
                + " include dim=X as an argument.");
  }

  @Test
  void nothingIsWarnedOfWhereAllIsSaid() {
    assertThat(
            texts(
                "2,3,4,5",
                dropout2d(),
                LayerSpec.of(LayerType.SOFTMAX, "a", Map.of("dim", 1)),
                LayerSpec.of(LayerType.LOG_SOFTMAX, "b", Map.of("dim", -1))))
        .isEmpty();
  }

  @Test
  void layersInContainersAreWarnedOfByPathUntilOneRefuses() {
    LayerSpec flat = LayerSpec.of(LayerType.FLATTEN, "flat", Map.of());
    LayerSpec refuses =
        LayerSpec.of(LayerType.LINEAR, "fc", Map.of("in_features", 7, "out_features", 7));
    LayerSpec block =
        LayerSpec.of(
            LayerType.RESIDUAL,
            "block",
            Map.of("body", List.of(flat, dropout2d()), "shortcut", List.of(flat.named("other"))));

    assertThat(TorchWarning.of(experiment("2,3,4", block, refuses, dropout2d())))
        .extracting(TorchWarning::layer, warning -> warning.given().rank())
        .containsExactly(tuple("block.drop", 2));
  }

  private static LayerSpec dropout2d() {
    return LayerSpec.of(LayerType.DROPOUT_2D, "drop", Map.of("p", 0.0));
  }

  private static List<String> texts(String sizes, LayerSpec... layers) {
    Experiment experiment = experiment(sizes, layers);
    List<String> texts = TorchWarning.of(experiment).stream().map(TorchWarning::text).toList();
    assertThat(TorchWarning.of(experiment.withMode(Mode.EVAL)))
        .extracting(TorchWarning::text)
        .isEqualTo(texts);
    return texts;
  }

  private static Experiment experiment(String sizes, LayerSpec... layers) {
    Shape shape = Shape.of(Arrays.stream(sizes.split(",")).mapToInt(Integer::parseInt).toArray());
    return Presets.simpleNet()
        .withNetwork(List.of(layers))
        .withInput(new InputSpec.Drawn(shape, Distribution.ONES, 1));
  }
}
