package org.modescope.measure;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RandomLayers;
import org.modescope.nn.Mode;

/// What theory says of the output's spread where one Dropout is the only random layer and at most
/// one Linear follows: the standard deviation of output j is √(Σᵢ wⱼᵢ²hᵢ²·p/(1−p)), h being the
/// dropout's input.
public final class DropoutPrediction {
  /// Beyond this the sum would take longer than the pass itself.
  private static final long LARGEST_SUM = 20_000_000;

  private final PlacedLayer dropout;
  private final Optional<PlacedLayer> linear;

  private DropoutPrediction(PlacedLayer dropout, Optional<PlacedLayer> linear) {
    this.dropout = dropout;
    this.linear = linear;
  }

  /// The prediction that this experiment allows, if it allows one.
  public static Optional<DropoutPrediction> of(Experiment experiment) {
    List<PlacedLayer> layers = PlacedLayer.of(experiment);
    List<PlacedLayer> random = layers.stream().filter(RandomLayers::draws).toList();
    boolean isPlain =
        experiment.network().stream().noneMatch(layer -> layer.type() == LayerType.RESIDUAL);
    if (random.size() != 1 || !isPlain || !isElementwise(random.getFirst())) {
      return Optional.empty();
    }
    PlacedLayer dropout = random.getFirst();
    List<PlacedLayer> after =
        layers.subList(layers.indexOf(dropout) + 1, layers.size()).stream()
            .filter(layer -> !isIdentity(layer))
            .toList();
    boolean fits =
        after.isEmpty() || after.size() == 1 && after.getFirst().spec().type() == LayerType.LINEAR;
    return fits
        ? Optional.of(new DropoutPrediction(dropout, after.stream().findFirst()))
        : Optional.empty();
  }

  /// The path of the layer whose input the prediction needs.
  public String dropoutLayer() {
    return dropout.path();
  }

  /// The key of the weights the prediction needs, if it needs any.
  public Optional<String> weightKey() {
    return linear.map(layer -> layer.path() + ".weight");
  }

  /// The standard deviation of each output element.
  ///
  /// @param input the dropout's input, row-major
  /// @param weight the linear layer's weight `[out, in]`, empty where there is none
  public Optional<double[]> deviations(float[] input, float[] weight) {
    double p = dropout.spec().number("p");
    double spread = p / (1 - p);
    if (linear.isEmpty()) {
      double[] deviations = new double[input.length];
      for (int i = 0; i < input.length; i++) {
        deviations[i] = Math.abs(input[i]) * Math.sqrt(spread);
      }
      return Optional.of(deviations);
    }
    int in = linear.get().spec().integer("in_features");
    int out = linear.get().spec().integer("out_features");
    int rows = input.length / in;
    if ((long) rows * in * out > LARGEST_SUM) {
      return Optional.empty();
    }
    double[] deviations = new double[rows * out];
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < out; j++) {
        double sum = 0;
        for (int i = 0; i < in; i++) {
          double term = (double) weight[j * in + i] * input[row * in + i];
          sum += term * term;
        }
        deviations[row * out + j] = Math.sqrt(sum * spread);
      }
    }
    return Optional.of(deviations);
  }

  private static boolean isElementwise(PlacedLayer layer) {
    return layer.spec().type() == LayerType.DROPOUT
        || layer.spec().type() == LayerType.FUNCTIONAL_DROPOUT;
  }

  private static boolean isIdentity(PlacedLayer layer) {
    return switch (layer.spec().type().effect()) {
      case NONE -> layer.spec().type() == LayerType.IDENTITY;
      case DROPS_ELEMENTS, DROPS_CHANNELS, DROPS_TO_SATURATION ->
          layer.mode() == Mode.EVAL || layer.spec().number("p") == 0;
      case DROPS_IN_EITHER_MODE, DRAWS_SLOPES, NORMALISES_BY_BATCH, NORMALISES_BY_SAMPLE -> false;
    };
  }
}
