package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.modescope.experiment.Argument;
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
    switch (type) {
      case MAX_POOL_2D -> names.add(names.indexOf("ceil_mode"), "return_indices");
      case CONV_2D -> names.add("padding_mode");
      case DROPOUT, DROPOUT_1D, DROPOUT_2D, ALPHA_DROPOUT, RELU, LEAKY_RELU, RRELU, SILU ->
          addInplace(names);
      default -> {
        // The others have the arguments of their layers, and perhaps the two below.
      }
    }
    names.add("device");
    names.add("dtype");
    return new Signature(names, IGNORED);
  }

  private static void addInplace(List<String> names) {
    if (!names.contains("inplace")) {
      names.add("inplace");
    }
  }

  /// The arguments of a function of `torch.nn.functional` that does what a layer does, without the
  /// tensor that it is given.
  static Signature ofFunction(LayerType type) {
    Signature module = ofModule(type);
    List<String> names = new ArrayList<>(module.names());
    switch (type) {
      case MAX_POOL_2D -> {
        names.remove("return_indices");
        names.add(names.indexOf("ceil_mode") + 1, "return_indices");
      }
      case DROPOUT, DROPOUT_1D, DROPOUT_2D, ALPHA_DROPOUT -> names.add(1, "training");
      case SOFTMAX, LOG_SOFTMAX -> names.add(1, "_stacklevel");
      default -> {
        // The others have their layer's order.
      }
    }
    return new Signature(names, IGNORED);
  }
}
