package org.modescope.files.pytorch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Argument;
import org.modescope.experiment.LayerFamily;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.files.pytorch.Maker.Call;
import org.modescope.files.pytorch.Maker.Passing;
import org.modescope.files.pytorch.Maker.Value;

/// Layers as learners make them: `nn.Linear(10, 20)`, `nn.Conv2d(1, 10, kernel_size=5)`; defaults
/// left out.
final class LayerCall {
  /// The class that stands for a view inside an `nn.Sequential`, which takes only modules.
  static final String VIEW = "View";

  /// The same for a new order of axes.
  static final String PERMUTE = "Permute";

  /// The same for `F.dropout`.
  static final String FUNCTIONAL_DROPOUT = "FunctionalDropout";

  /// Arguments that are passed by their place though they have a default.
  private static final Set<String> BY_PLACE = Set.of("p", "negative_slope");

  private LayerCall() {}

  /// The expression that makes a layer.
  ///
  /// @param layer any but a container
  static Call of(LayerSpec layer) {
    return switch (Form.of(layer)) {
      case MODULE -> new Call("nn." + layer.type().torchName(), values(layer));
      case INLINE ->
          switch (Inlined.of(layer)) {
            case VIEW ->
                new Call(VIEW, List.of(new Value("shape", Passing.POSITION, sizes(layer))));
            case PERMUTE ->
                new Call(PERMUTE, List.of(new Value("dims", Passing.POSITION, sizes(layer))));
            case DROPOUT -> new Call(FUNCTIONAL_DROPOUT, values(layer));
          };
      case SEQUENCE, BLOCK ->
          throw new IllegalArgumentException(layer.name() + " is made of other layers");
    };
  }

  /// Whether a layer is written into `forward` where there is one.
  static boolean isInline(LayerSpec layer) {
    return Form.of(layer) == Form.INLINE;
  }

  /// What is written into `forward`.
  enum Inlined {
    VIEW,
    PERMUTE,
    DROPOUT;

    /// @param layer one that [#isInline]
    static Inlined of(LayerSpec layer) {
      return layer.type() == LayerType.VIEW
          ? VIEW
          : layer.type() == LayerType.PERMUTE ? PERMUTE : DROPOUT;
    }
  }

  /// A view's sizes, or the order of axes, as arguments.
  static String sizes(LayerSpec layer) {
    List<Integer> sizes = layer.sizes(layer.type() == LayerType.VIEW ? "shape" : "dims");
    return sizes.isEmpty() ? "()" : joined(sizes);
  }

  private static List<Value> values(LayerSpec layer) {
    List<Value> values = new ArrayList<>();
    for (Argument argument : layer.type().arguments()) {
      String text = literal(argument, layer.arguments().get(argument.name()));
      boolean isDefault =
          !argument.isRequired() && text.equals(literal(argument, argument.defaultValue()));
      if (!isDefault || argument.name().equals("p")) {
        values.add(new Value(argument.name(), passing(layer.type(), argument), text));
      }
    }
    return values;
  }

  private static Passing passing(LayerType type, Argument argument) {
    boolean isNamedByHabit =
        LayerFamily.of(type) == LayerFamily.LEARNED && argument.name().equals("kernel_size");
    boolean isByPlace = argument.isRequired() || BY_PLACE.contains(argument.name());
    return isByPlace && !isNamedByHabit ? Passing.POSITION : Passing.KEYWORD;
  }

  private static String literal(Argument argument, @Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Boolean flag -> flag ? "True" : "False";
      case Integer size -> size.toString();
      case Double number -> PythonText.number(number);
      case String word -> PythonText.string(word);
      case List<?> sizes when argument.kind() == Argument.Kind.PAIR -> pair(sizes);
      case List<?> sizes -> sizes.size() == 1 ? joined(sizes) : tuple(sizes);
      default ->
          throw new IllegalArgumentException(
              "%s is %s, which is no argument of a layer".formatted(argument.name(), value));
    };
  }

  /// One number stands for two that are equal; not so None, which PyTorch wants twice.
  private static String pair(List<?> sizes) {
    Object first = sizes.getFirst();
    Object second = sizes.getLast();
    return first != null && first.equals(second)
        ? first.toString()
        : "(%s, %s)".formatted(element(first), element(second));
  }

  private static String tuple(List<?> sizes) {
    return "(" + joined(sizes) + ")";
  }

  private static String joined(List<?> sizes) {
    return sizes.stream().map(LayerCall::element).collect(Collectors.joining(", "));
  }

  private static String element(@Nullable Object size) {
    return size == null ? "None" : size.toString();
  }
}
