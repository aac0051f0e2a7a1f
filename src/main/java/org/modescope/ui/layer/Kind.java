package org.modescope.ui.layer;

import org.modescope.experiment.LayerFamily;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.ModeEffect;
import org.modescope.measure.NormGroup;
import org.modescope.measure.Terms;

/// In which way a layer is shown.
enum Kind {
  /// Values that are centred and scaled together.
  NORM,
  /// Input times mask is output.
  DROP,
  /// Each output is a sum of products.
  SUM,
  /// What comes out, beside what goes in.
  THROUGH;

  static Kind of(LayerSpec layer) {
    if (NormGroup.has(layer)) {
      return NORM;
    }
    if (LayerFamily.of(layer.type()) == LayerFamily.DROPOUT
        || layer.type().effect() == ModeEffect.DRAWS_SLOPES) {
      return DROP;
    }
    return Terms.has(layer) ? SUM : THROUGH;
  }
}
