package org.modescope.files.pytorch.importing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Argument;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.OtherLayers;
import org.modescope.experiment.StateLayout;
import org.modescope.files.NearMiss;
import org.modescope.files.pytorch.importing.Value.Fraction;
import org.modescope.files.pytorch.importing.Value.Items;
import org.modescope.files.pytorch.importing.Value.Nothing;
import org.modescope.files.pytorch.importing.Value.Truth;
import org.modescope.files.pytorch.importing.Value.Whole;
import org.modescope.files.pytorch.importing.Value.Words;
import org.modescope.words.Phrase;

/// Makes layers of what the source gives them.
record LayerMaker(Session session) {
  private static final String NAMELESS = "_";

  /// What a layer became, or why it did not.
  sealed interface Result {}

  record Made(LayerSpec layer) implements Result {}

  record Refused(Phrase problem) implements Result {}

  /// The module that `nn.TYPE(…)` makes.
  Module module(String type, Given given, int line) {
    Optional<LayerType> known =
        LayerType.named(type).filter(each -> !each.isContainer() && isTorch(each));
    if (known.isEmpty()) {
      List<String> names = names();
      return new Missing(
          line,
          "nn." + type,
          Phrase.of("import.problem.layer", "type", type, "hint", hint(type, names)));
    }
    return switch (make(known.get(), Signature.ofModule(known.get()), given, line)) {
      case Made(LayerSpec layer) -> new Leaf(line, layer);
      case Refused(Phrase problem) ->
          new Missing(line, "nn." + type, problem, arguments(known.get()));
    };
  }

  private static Phrase arguments(LayerType type) {
    return Phrase.of(
        "import.understood.arguments",
        "type",
        type.torchName(),
        "names",
        type.arguments().stream().map(Argument::name).collect(Collectors.joining(", ")));
  }

  private static Phrase hint(String type, List<String> names) {
    return (OtherLayers.has(type) ? Optional.<String>empty() : NearMiss.of(type, names))
        .map(name -> Phrase.of("import.problem.near", "name", name))
        .orElse(Phrase.verbatim("."));
  }

  /// The names of all layers that PyTorch has as modules.
  static List<String> names() {
    return Arrays.stream(LayerType.values())
        .filter(type -> isTorch(type) && type != LayerType.RESIDUAL)
        .map(LayerType::torchName)
        .toList();
  }

  private static boolean isTorch(LayerType type) {
    return type != LayerType.VIEW
        && type != LayerType.PERMUTE
        && type != LayerType.FUNCTIONAL_DROPOUT
        && type != LayerType.CONCAT;
  }

  Result make(LayerType type, Signature signature, Given given, int line) {
    if (type == LayerType.IDENTITY) {
      // It takes any arguments and heeds none.
      return new Made(LayerSpec.of(type, NAMELESS, Map.of()));
    }
    SequencedMap<String, Value> values = new LinkedHashMap<>();
    for (int place = 0; place < given.places().size(); place++) {
      if (place >= signature.names().size()) {
        return refuse(type, Phrase.of("import.problem.too-many-arguments"));
      }
      values.put(signature.names().get(place), given.places().get(place));
    }
    values.putAll(given.names());
    SequencedMap<String, @Nullable Object> arguments = new LinkedHashMap<>();
    for (Map.Entry<String, Value> value : values.entrySet()) {
      String name = value.getKey();
      Optional<Argument> argument =
          type.arguments().stream().filter(each -> each.name().equals(name)).findFirst();
      Optional<Phrase> problem =
          argument.isPresent()
              ? put(arguments, argument.get(), value.getValue())
              : ignore(signature, name, value.getValue());
      if (problem.isPresent()) {
        return refuse(type, problem.get());
      }
    }
    try {
      LayerSpec layer = LayerSpec.of(type, NAMELESS, arguments);
      StateLayout.checkSize(layer);
      return new Made(layer);
    } catch (InvalidValueException wrong) {
      return refuse(type, Phrase.verbatim(String.valueOf(wrong.getMessage()).replace(" _ ", " ")));
    }
  }

  private static Refused refuse(LayerType type, Phrase problem) {
    return new Refused(
        Phrase.of("import.problem.argument", "type", type.torchName(), "problem", problem));
  }

  private static Optional<Phrase> put(
      Map<String, @Nullable Object> arguments, Argument argument, Value value) {
    if (value instanceof Nothing) {
      arguments.put(argument.name(), null);
      return Optional.empty();
    }
    Optional<Object> plain = plain(value);
    plain.ifPresent(found -> arguments.put(argument.name(), normal(argument, found)));
    return plain.isPresent()
        ? Optional.empty()
        : Optional.of(Phrase.of("import.problem.unknown-value", "name", argument.name()));
  }

  /// One number for two that are equal, or for a tuple of one, as layers are usually written.
  private static Object normal(Argument argument, Object found) {
    boolean areEqual =
        argument.kind() == Argument.Kind.PAIR
            && found instanceof List<?> pair
            && pair.size() == 2
            && pair.getFirst() instanceof Integer
            && pair.getFirst().equals(pair.getLast());
    boolean isOne =
        argument.kind() == Argument.Kind.INTEGER && found instanceof List<?> one && one.size() == 1;
    return areEqual || isOne ? ((List<?>) found).getFirst() : found;
  }

  private static Optional<Phrase> ignore(Signature signature, String name, Value value) {
    boolean isHarmless =
        switch (name) {
          // Without max_norm nothing is measured by it.
          case "norm_type" -> true;
          default ->
              only(name)
                  .map(value::equals)
                  .orElse(signature.ignored().contains(name) || name.equals("training"));
        };
    return isHarmless
        ? Optional.empty()
        : Optional.of(
            only(name)
                .map(allowed -> refused(name, value, allowed))
                .orElse(Phrase.of("import.problem.no-argument", "name", name)));
  }

  /// The value of an argument that no layer here has, where it changes nothing.
  private static Optional<Value> only(String name) {
    return switch (name) {
      case "padding_mode" -> Optional.of(new Words("zeros"));
      case "return_indices", "scale_grad_by_freq", "sparse" -> Optional.of(new Truth(false));
      case "max_norm" -> Optional.of(Value.NOTHING);
      default -> Optional.empty();
    };
  }

  private static Phrase refused(String name, Value found, Value allowed) {
    return python(found)
        .map(
            written ->
                Phrase.of(
                    "import.problem.only",
                    "name",
                    name,
                    "found",
                    written,
                    "allowed",
                    python(allowed).orElse("")))
        .orElse(Phrase.of("import.problem.unknown-value", "name", name));
  }

  /// A value as Python writes it.
  private static Optional<String> python(Value value) {
    return switch (value) {
      case Nothing _ -> Optional.of("None");
      case Truth(boolean is) -> Optional.of(is ? "True" : "False");
      case Whole(long number) -> Optional.of(Long.toString(number));
      case Fraction(double number) -> Optional.of(Double.toString(number));
      case Words(String text) -> Optional.of("'" + text + "'");
      default -> Optional.empty();
    };
  }

  /// A value as layers take it: numbers, words, lists of whole numbers.
  static Optional<Object> plain(Value value) {
    return switch (value) {
      case Whole(long number) when number == (int) number -> Optional.of((int) number);
      case Whole(long number) -> Optional.of((double) number);
      case Fraction(double number) -> Optional.of(number);
      case Truth(boolean is) -> Optional.of(is);
      case Words(String text) -> Optional.of(text);
      case Items(List<Value> items, boolean _) -> integers(items);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> integers(List<Value> items) {
    List<@Nullable Integer> integers = new java.util.ArrayList<>();
    for (Value item : items) {
      if (item instanceof Nothing) {
        integers.add(null);
      } else if (item instanceof Whole(long number) && number == (int) number) {
        integers.add((int) number);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(integers);
  }
}
