package org.modescope.experiment;

import java.util.List;
import org.modescope.nn.Mode;

/// Which layers of an experiment do not follow train(): those whose mode matters, and that they or
/// what is around them hold in eval mode.
public final class HeldInEval {
  private HeldInEval() {}

  /// All of them, in order.
  public static List<PlacedLayer> of(Experiment experiment) {
    return PlacedLayer.of(experiment.withMode(Mode.TRAIN)).stream()
        .filter(layer -> layer.mode() == Mode.EVAL)
        .filter(layer -> RandomLayers.mayDraw(layer.spec()) || couplesRows(layer.spec()))
        .toList();
  }

  /// Those of them that would normalise by the batch.
  public static List<PlacedLayer> couplingRows(Experiment experiment) {
    return of(experiment).stream().filter(layer -> couplesRows(layer.spec())).toList();
  }

  private static boolean couplesRows(LayerSpec layer) {
    return layer.type().effect() == ModeEffect.NORMALISES_BY_BATCH && layer.tracksStatistics();
  }
}
