package org.modescope.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modescope.autograd.Shape;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;

/// The texts are what PyTorch 2.7.1 says.
class TypeMisfitTest {
  private static final Map<String, Object> CHANNELS = Map.of("num_features", 4);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "linear|LONG|mat1 and mat2 must have the same dtype, but got Long and Float",
        "linear|DOUBLE|mat1 and mat2 must have the same dtype, but got Double and Float",
        "linear|HALF|mat1 and mat2 must have the same dtype, but got Half and Float",
        "linear|BFLOAT16|mat1 and mat2 must have the same dtype, but got BFloat16 and Float",
        "linear|BYTE|mat1 and mat2 must have the same dtype, but got Byte and Float",
        "linear without bias|LONG|expected m1 and m2 to have the same dtype, but got: long int !="
            + " float",
        "linear without bias|HALF|expected m1 and m2 to have the same dtype, but got: c10::Half !="
            + " float",
        "conv|BYTE|Input type (unsigned char) and bias type (float) should be the same",
        "conv|DOUBLE|Input type (double) and bias type (float) should be the same",
        "conv without bias|LONG|expected scalar type Long but found Float",
        "batch norm|LONG|\"batch_norm\" not implemented for 'Long'",
        "batch norm|DOUBLE|mixed dtype (CPU): all inputs must share same datatype.",
        "layer norm|LONG|mixed dtype (CPU): all inputs must share same datatype.",
        "layer norm without weight|BYTE|\"LayerNormKernelImpl\" not implemented for 'Byte'",
        "dropout|LONG|result type Float can't be cast to the desired output type Long",
        "leaky|LONG|\"leaky_relu_cpu\" not implemented for 'Long'",
        "gelu|BYTE|\"GeluKernelImpl\" not implemented for 'Byte'",
        "softmax 1|LONG|\"softmax_kernel_impl\" not implemented for 'Long'",
        "softmax -1|LONG|\"softmax_lastdim_kernel_impl\" not implemented for 'Long'",
        "rrelu|HALF|\"rrelu_with_noise_out_cpu\" not implemented for 'Half'",
        "average to 1|LONG|mean(): could not infer output dtype. Input dtype must be either a"
            + " floating point or complex dtype. Got: Long",
        "average to 2|BYTE|\"adaptive_avg_pool2d\" not implemented for 'Byte'"
      })
  void whatPyTorchRefusesIsRefused(String layer, NumberType type, String text) {
    assertThat(misfit(Mode.TRAIN, type, layer(layer))).isEqualTo(List.of("layer: " + text));
  }

  @ParameterizedTest
  @CsvSource({
    "batch norm,HALF",
    "batch norm without weight,DOUBLE",
    "layer norm without weight,DOUBLE",
    "dropout,DOUBLE",
    "leaky,HALF",
    "sigmoid,LONG",
    "rrelu,DOUBLE",
    "linear,FLOAT"
  })
  void whatPyTorchTakesIsTaken(String layer, NumberType type) {
    assertThat(misfit(Mode.TRAIN, type, layer(layer))).isEmpty();
  }

  @Test
  void dropoutThatRestsTakesWholeNumbers() {
    assertThat(misfit(Mode.EVAL, NumberType.LONG, layer("dropout"))).isEmpty();
  }

  @Test
  void theFirstLayerThatComputesWithItsOwnRefuses() {
    LayerSpec same = LayerSpec.of(LayerType.IDENTITY, "same", Map.of());
    LayerSpec relu = LayerSpec.of(LayerType.RELU, "relu", Map.of());
    LayerSpec block =
        LayerSpec.of(
            LayerType.RESIDUAL,
            "block",
            Map.of("body", List.of(layer("linear")), "shortcut", List.of()));

    assertThat(misfit(Mode.TRAIN, NumberType.LONG, same, relu, block))
        .containsExactly(
            "block.layer: mat1 and mat2 must have the same dtype, but got Long and Float");
  }

  @Test
  void wholeNumbersMadeFractionsAreTakenBehind() {
    LayerSpec sigmoid = LayerSpec.of(LayerType.SIGMOID, "sigmoid", Map.of());
    LayerSpec block =
        LayerSpec.of(
            LayerType.RESIDUAL, "block", Map.of("body", List.of(sigmoid), "shortcut", List.of()));

    assertThat(misfit(Mode.TRAIN, NumberType.LONG, block, layer("linear"))).isEmpty();
    assertThat(misfit(Mode.TRAIN, NumberType.DOUBLE, block, layer("linear"))).hasSize(1);
  }

  private static LayerSpec layer(String kind) {
    return switch (kind) {
      case "linear" -> made(LayerType.LINEAR, Map.of("in_features", 4, "out_features", 3));
      case "linear without bias" ->
          made(LayerType.LINEAR, Map.of("in_features", 4, "out_features", 3, "bias", false));
      case "conv" ->
          made(LayerType.CONV_2D, Map.of("in_channels", 4, "out_channels", 2, "kernel_size", 1));
      case "conv without bias" ->
          made(
              LayerType.CONV_2D,
              Map.of("in_channels", 4, "out_channels", 2, "kernel_size", 1, "bias", false));
      case "batch norm" -> made(LayerType.BATCH_NORM_2D, CHANNELS);
      case "batch norm without weight" ->
          made(
              LayerType.BATCH_NORM_2D,
              Map.of("num_features", 4, "affine", false, "track_running_stats", false));
      case "layer norm" -> made(LayerType.LAYER_NORM, Map.of("normalized_shape", List.of(4)));
      case "layer norm without weight" ->
          made(
              LayerType.LAYER_NORM,
              Map.of("normalized_shape", List.of(4), "elementwise_affine", false));
      case "dropout" -> made(LayerType.DROPOUT, Map.of("p", 0.5));
      case "leaky" -> made(LayerType.LEAKY_RELU, Map.of());
      case "gelu" -> made(LayerType.GELU, Map.of());
      case "sigmoid" -> made(LayerType.SIGMOID, Map.of());
      case "rrelu" -> made(LayerType.RRELU, Map.of());
      case "softmax 1" -> made(LayerType.SOFTMAX, Map.of("dim", 1));
      case "softmax -1" -> made(LayerType.SOFTMAX, Map.of("dim", -1));
      case "average to 1" -> made(LayerType.ADAPTIVE_AVG_POOL_2D, Map.of("output_size", 1));
      case "average to 2" -> made(LayerType.ADAPTIVE_AVG_POOL_2D, Map.of("output_size", 2));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static LayerSpec made(LayerType type, Map<String, Object> arguments) {
    return LayerSpec.of(type, "layer", arguments);
  }

  private static List<String> misfit(Mode mode, NumberType type, LayerSpec... layers) {
    Shape shape = Shape.of(2, 4, 4, 4);
    InputSpec input =
        new InputSpec.FromSafetensors("x.safetensors", "x", shape, type, new float[128]);
    Experiment experiment =
        Presets.simpleNet().withNetwork(List.of(layers)).withInput(input).withMode(mode);
    return TypeMisfit.of(experiment, input).stream()
        .map(misfit -> misfit.layer() + ": " + misfit.text())
        .toList();
  }
}
