package org.modescope.mystery;

import java.util.Map;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;

/// What a hidden layer may be.
public enum Kind {
  LINEAR(LayerType.LINEAR),
  BATCH_NORM(LayerType.BATCH_NORM_1D),
  /// BatchNorm without running statistics, which normalises by the batch in either mode.
  BATCH_NORM_UNTRACKED(LayerType.BATCH_NORM_1D),
  LAYER_NORM(LayerType.LAYER_NORM),
  DROPOUT(LayerType.DROPOUT),
  FUNCTIONAL_DROPOUT(LayerType.FUNCTIONAL_DROPOUT),
  RELU(LayerType.RELU),
  IDENTITY(LayerType.IDENTITY);

  private final LayerType type;

  Kind(LayerType type) {
    this.type = type;
  }

  /// Its layer type.
  public LayerType type() {
    return type;
  }

  /// Whether it drops at random, with a probability of its own.
  public boolean drops() {
    return this == DROPOUT || this == FUNCTIONAL_DROPOUT;
  }

  /// Whether it does something else in eval mode than in train mode.
  public boolean followsMode() {
    return this == DROPOUT || this == BATCH_NORM;
  }

  /// Whether such a layer can stand where so many features come in and so many go out.
  public boolean fits(Slot slot) {
    return this == LINEAR || slot.in() == slot.out();
  }

  /// Such a layer.
  ///
  /// @param name of the layer
  /// @param p the probability of zeroing, where it drops
  public LayerSpec layer(String name, Slot slot, double p) {
    return LayerSpec.of(
        type,
        name,
        switch (this) {
          case LINEAR -> Map.of("in_features", slot.in(), "out_features", slot.out());
          case BATCH_NORM -> Map.of("num_features", slot.in());
          case BATCH_NORM_UNTRACKED ->
              Map.of("num_features", slot.in(), "track_running_stats", false);
          case LAYER_NORM -> Map.of("normalized_shape", slot.in());
          case DROPOUT, FUNCTIONAL_DROPOUT -> Map.of("p", p);
          case RELU, IDENTITY -> Map.of();
        });
  }
}
