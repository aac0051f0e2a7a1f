package org.modescope.files.pytorch;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;

/// What a net's modules need besides `torch` and `nn`.
enum Needs {
  /// `from collections import OrderedDict`
  ORDERED_DICT,
  /// `import torch.nn.functional as F`
  FUNCTIONAL,
  /// A module that views.
  VIEW,
  /// A module that puts axes in another order.
  PERMUTE,
  /// A module that calls `F.dropout`.
  FUNCTIONAL_DROPOUT;

  static Set<Needs> of(List<LayerSpec> network) {
    Set<Needs> needs = EnumSet.noneOf(Needs.class);
    collect(network, Blocks.isIndexed(network), needs);
    return needs;
  }

  private static void collect(List<LayerSpec> layers, boolean isSequence, Set<Needs> needs) {
    for (LayerSpec layer : layers) {
      boolean holdsSequence = Form.of(layer) == Form.SEQUENCE && !Blocks.isBlock(layer);
      if (layer.type() == LayerType.FUNCTIONAL_DROPOUT
          || (layer.type() == LayerType.RESIDUAL && layer.word("activation").isPresent())) {
        needs.add(FUNCTIONAL);
      }
      if (isSequence && LayerCall.isInline(layer)) {
        needs.add(
            switch (LayerCall.Inlined.of(layer)) {
              case VIEW -> VIEW;
              case PERMUTE -> PERMUTE;
              case DROPOUT -> FUNCTIONAL_DROPOUT;
            });
      }
      if (holdsSequence && !Blocks.isIndexed(layer.children())) {
        needs.add(ORDERED_DICT);
      }
      collect(layer.children(), holdsSequence, needs);
    }
  }
}
