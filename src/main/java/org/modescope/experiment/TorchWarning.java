package org.modescope.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.modescope.autograd.Shape;

/// What PyTorch warns of when a layer is given its input, in PyTorch's words.
///
/// It does so in either mode and whatever p is.
///
/// @param layer the layer's path
/// @param given the shape that the layer is given
/// @param text what a `UserWarning` says
public record TorchWarning(String layer, Kind kind, Shape given, String text) {
  private static final int IMAGE_AXES = 4;

  /// What is warned of.
  public enum Kind {
    /// A softmax along an axis that was guessed.
    GUESSED_DIM,
    /// A `Dropout2d` of samples of channels of positions.
    POSITIONS,
    /// A `Dropout2d` of fewer axes than an image has.
    FEW_AXES,
    /// A `Dropout2d` of more axes than a batch of images has.
    MANY_AXES,
    /// A `Dropout3d` of other axes than volumes or a batch of them have.
    NO_VOLUMES
  }

  /// The warnings of an experiment's passes, up to the first layer that cannot take its input, in
  /// the order in which layers compute.
  public static List<TorchWarning> of(Experiment experiment) {
    List<TorchWarning> warnings = new ArrayList<>();
    if (PlacedLayer.of(experiment).stream().anyMatch(layer -> mayWarn(layer.spec()))) {
      collect(experiment.network(), "", experiment.input().shape(), warnings);
    }
    return List.copyOf(warnings);
  }

  private static boolean mayWarn(LayerSpec layer) {
    return layer.type() == LayerType.DROPOUT_2D
        || layer.type() == LayerType.DROPOUT_3D
        || isWithoutDim(layer);
  }

  private static boolean isWithoutDim(LayerSpec layer) {
    return (layer.type() == LayerType.SOFTMAX || layer.type() == LayerType.LOG_SOFTMAX)
        && layer.integerOrNone("dim").isEmpty();
  }

  private static void collect(
      List<LayerSpec> layers, String prefix, Shape input, List<TorchWarning> warnings) {
    Shape given = input;
    for (LayerSpec layer : layers) {
      String path = prefix + layer.name();
      for (List<LayerSpec> way : layer.ways()) {
        collect(way, path + ".", given, warnings);
      }
      about(layer, path, given).ifPresent(warnings::add);
      if (!(ShapeRules.apply(layer, given) instanceof ShapeRules.Fits(Shape output))) {
        return;
      }
      given = output;
    }
  }

  private static Optional<TorchWarning> about(LayerSpec layer, String path, Shape given) {
    if (isWithoutDim(layer)) {
      String name = layer.type() == LayerType.SOFTMAX ? "softmax" : "log_softmax";
      return Optional.of(new TorchWarning(path, Kind.GUESSED_DIM, given, guessed(name)));
    }
    if (layer.type() == LayerType.DROPOUT_3D) {
      boolean areVolumes = given.rank() == IMAGE_AXES || given.rank() == IMAGE_AXES + 1;
      return areVolumes
          ? Optional.empty()
          : Optional.of(
              new TorchWarning(path, Kind.NO_VOLUMES, given, deprecated(3, given.rank())));
    }
    return layer.type() != LayerType.DROPOUT_2D || given.rank() == IMAGE_AXES
        ? Optional.empty()
        : Optional.of(dropout(path, given));
  }

  private static String guessed(String function) {
    return "Implicit dimension choice for %s has been deprecated. Change the call to include dim=X as an argument."
        .formatted(function);
  }

  private static TorchWarning dropout(String path, Shape given) {
    int rank = given.rank();
    if (rank == IMAGE_AXES - 1) {
      return new TorchWarning(
          path,
          Kind.POSITIONS,
          given,
          "dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout"
              + " behavior is desired - input is interpreted as shape (N, C, L), where C is the"
              + " channel dim. This behavior will change in a future release to interpret the"
              + " input as one without a batch dimension, i.e. shape (C, H, W). To maintain the 1D"
              + " channel-wise dropout behavior, please switch to using dropout1d instead.");
    }
    return new TorchWarning(
        path, rank < IMAGE_AXES ? Kind.FEW_AXES : Kind.MANY_AXES, given, deprecated(2, rank));
  }

  private static String deprecated(int axes, int rank) {
    return String.format(
        Locale.ROOT,
        "dropout%1$dd: Received a %2$d-D input to dropout%1$dd, which is deprecated and will result"
            + " in an error in a future release. To retain the behavior and silence this warning,"
            + " please use dropout instead. Note that dropout%1$dd exists to provide channel-wise"
            + " dropout on inputs with %1$d spatial dimensions, a channel dimension, and an"
            + " optional batch dimension (i.e. %3$dD or %4$dD inputs).",
        axes,
        rank,
        axes + 1,
        axes + 2);
  }
}
