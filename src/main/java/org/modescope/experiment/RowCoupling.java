package org.modescope.experiment;

import java.util.List;
import org.modescope.nn.Mode;

/// Which layers of an experiment let a row's answer depend on the other rows of its batch: those
/// that normalise by the batch in the mode they are really in.
public final class RowCoupling {
  private RowCoupling() {}

  /// All of them, in order.
  public static List<PlacedLayer> of(Experiment experiment) {
    return PlacedLayer.of(experiment).stream().filter(RowCoupling::couples).toList();
  }

  private static boolean couples(PlacedLayer layer) {
    return layer.spec().type().effect() == ModeEffect.NORMALISES_BY_BATCH
        && (layer.mode() == Mode.TRAIN || !layer.spec().tracksStatistics());
  }
}
