package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.modescope.experiment.Argument;
import org.modescope.experiment.LayerFamily;
import org.modescope.experiment.LayerType;

/// The arguments of a module or a function in PyTorch's order, those included that no layer here
/// has.
///
/// @param names in the order of their places
/// @param ignored which of them change nothing that is computed here
record Signature(List<String> names, Set<String> ignored) {
  private static final Set<String> IGNORED =
      Set.of("device", "dtype", "inplace", "_stacklevel", "return_indices", "padding_mode");

  Signature {
    names = List.copyOf(names);
  }

  static Signature ofModule(LayerType type) {
    List<String> names = new ArrayList<>(type.arguments().stream().map(Argument::name).toList());
    if (isMaxPool(type)) {
      names.add(names.indexOf("ceil_mode"), "return_indices");
    }
    if (type == LayerType.ADAPTIVE_MAX_POOL_2D) {
      names.add("return_indices");
    }
    if (type == LayerType.EMBEDDING) {
      names.addAll(List.of("max_norm", "norm_type", "scale_grad_by_freq", "sparse"));
    } else if (LayerFamily.of(type) == LayerFamily.LEARNED && type != LayerType.LINEAR) {
      names.add("padding_mode");
    }
    if (type == LayerType.ALPHA_DROPOUT || type == LayerType.FEATURE_ALPHA_DROPOUT) {
      // Their modules take the argument and do not heed it.
      names.add("inplace");
    }
    names.add("device");
    names.add("dtype");
    return new Signature(names, IGNORED);
  }

  /// The arguments of a function of `torch.nn.functional` that does what a layer does, without the
  /// tensor that it is given.
  static Signature ofFunction(LayerType type) {
    List<String> names = new ArrayList<>(ofModule(type).names());
    if (isMaxPool(type)) {
      names.remove("return_indices");
      names.add(names.indexOf("ceil_mode") + 1, "return_indices");
    }
    if (type == LayerType.SOFTMAX || type == LayerType.LOG_SOFTMAX) {
      names.add(1, "_stacklevel");
    }
    return new Signature(names, IGNORED);
  }

  private static boolean isMaxPool(LayerType type) {
    return type == LayerType.MAX_POOL_1D || type == LayerType.MAX_POOL_2D;
  }
}
