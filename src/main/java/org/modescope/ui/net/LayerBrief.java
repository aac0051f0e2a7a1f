package org.modescope.ui.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.modescope.experiment.Argument;
import org.modescope.experiment.LayerSpec;

/// A layer's type and arguments in a line or two, as a brief card has them: `Linear 10 → 20`. All
/// of it is PyTorch's, in every language; what is at its default is left out, unless it is what the
/// layer is about.
final class LayerBrief {
  /// Arguments that are always worth a word.
  private static final List<String> TELLING = List.of("p", "momentum");

  private static final Map<String, String> ENDS =
      Map.of("in_features", "out_features", "in_channels", "out_channels");

  private LayerBrief() {}

  static String of(LayerSpec layer) {
    List<String> sizes = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Argument argument : layer.type().arguments()) {
      value(layer, argument).ifPresent(value -> (isSize(argument) ? sizes : others).add(value));
    }
    String first = String.join(" ", sizes).strip();
    String head = (layer.type().torchName() + " " + first).strip();
    if (others.isEmpty()) {
      return head;
    }
    return sizes.isEmpty() && others.size() == 1
        ? head + " " + others.getFirst()
        : head + "\n" + String.join(", ", others);
  }

  private static boolean isSize(Argument argument) {
    return argument.isRequired();
  }

  private static Optional<String> value(LayerSpec layer, Argument argument) {
    String name = argument.name();
    Object value = layer.arguments().get(name);
    if (argument.kind() == Argument.Kind.LAYERS || ENDS.containsValue(name)) {
      return Optional.empty();
    }
    if (ENDS.containsKey(name)) {
      Object end = layer.arguments().get(ENDS.get(name));
      return Optional.of(ArgumentText.of(value) + " → " + ArgumentText.of(end));
    }
    if (argument.isRequired()) {
      String text = ArgumentText.of(value);
      return Optional.of(name.equals("kernel_size") ? "· " + text : text);
    }
    boolean isWorthIt = TELLING.contains(name) || !Objects.equals(value, argument.defaultValue());
    return isWorthIt ? Optional.of(name + " " + ArgumentText.of(value)) : Optional.empty();
  }
}
