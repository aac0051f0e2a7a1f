package org.modescope.experiment;

import java.util.List;

/// Whether a net writes over the very input that it is given: where a layer in place is reached
/// through nothing but views and layers that pass their input on.
///
/// Here each pass is given the input as it was; code has to copy it.
public final class OverwrittenInput {
  private OverwrittenInput() {}

  public static boolean by(List<LayerSpec> layers) {
    for (LayerSpec layer : layers) {
      boolean isInPlace = Boolean.TRUE.equals(layer.arguments().get("inplace"));
      if (isInPlace || isOverwrittenInside(layer)) {
        return true;
      }
      if (!handsMemoryOn(layer)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isOverwrittenInside(LayerSpec layer) {
    return layer.ways().stream().anyMatch(OverwrittenInput::by);
  }

  private static boolean handsMemoryOn(LayerSpec layer) {
    return switch (LayerFamily.of(layer.type())) {
      // In eval mode, and where nothing is to be dropped, the very input comes out.
      case SHAPE, DROPOUT -> true;
      case CONTAINER ->
          layer.type() == LayerType.SEQUENTIAL
              && layer.children().stream().allMatch(OverwrittenInput::handsMemoryOn);
      case LEARNED, NORMALISATION, ACTIVATION, POOLING -> false;
    };
  }
}
