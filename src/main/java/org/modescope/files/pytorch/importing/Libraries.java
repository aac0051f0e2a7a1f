package org.modescope.files.pytorch.importing;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.modescope.experiment.LayerType;
import org.modescope.files.pytorch.importing.Value.Known;

/// What names mean that a source does not make itself. Listings often leave their imports out.
final class Libraries {
  static final String NN = "torch.nn.";
  static final String FUNCTIONAL = "torch.nn.functional.";

  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("torch", "torch"),
          Map.entry("nn", "torch.nn"),
          Map.entry("F", "torch.nn.functional"),
          Map.entry("optim", "torch.optim"),
          Map.entry("torchvision", "torchvision"),
          Map.entry("models", "torchvision.models"),
          Map.entry("OrderedDict", "collections.OrderedDict"),
          Map.entry("collections", "collections"),
          Map.entry("np", "numpy"));

  private Libraries() {}

  /// What a name that nobody made stands for.
  static Optional<Value> named(String name) {
    return name.equals("__name__")
        ? Optional.of(new Value.Words("__main__"))
        : Optional.of(new Known(USUAL.getOrDefault(name, "builtins." + name)));
  }

  /// What `from module import *` brings.
  static Stream<Known> namesIn(String module) {
    return module.equals("torch.nn")
        ? Stream.concat(
                Arrays.stream(LayerType.values()).map(LayerType::torchName),
                Stream.of("Module", "ModuleList"))
            .map(name -> new Known(NN + name))
        : Stream.empty();
  }
}
