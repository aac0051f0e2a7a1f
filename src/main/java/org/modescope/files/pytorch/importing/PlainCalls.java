package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.modescope.files.pytorch.importing.Value.Dictionary;
import org.modescope.files.pytorch.importing.Value.Items;
import org.modescope.files.pytorch.importing.Value.Range;
import org.modescope.files.pytorch.importing.Value.SeededGenerator;
import org.modescope.files.pytorch.importing.Value.Truth;
import org.modescope.files.pytorch.importing.Value.Whole;
import org.modescope.files.pytorch.importing.Value.Words;

/// Follows calls of what Python itself has: lists, texts, numbers.
final class PlainCalls {
  private static final int LONGEST_LIST = 10_000;

  /// A method of a value that is no module and no tensor of a `forward`.
  Value method(Value owner, String name, Given given) {
    return switch (owner) {
      case Items list when !list.isTuple() -> ofList(list.items(), name, given);
      case Dictionary(Map<Value, Value> entries) -> ofDictionary(entries, name, given);
      case Words(String text) -> ofText(text, name, given);
      case SeededGenerator generator when name.equals("manual_seed") ->
          given.first() instanceof Whole(long seed)
              ? new SeededGenerator(OptionalLong.of(seed))
              : generator;
      // What is made of an output or an input outside of the net stays that.
      case Value.Output output -> output;
      case Value.Sample sample when isUnchanged(name) -> sample;
      default -> Value.UNKNOWN;
    };
  }

  private static boolean isUnchanged(String name) {
    return switch (name) {
      case "to", "cuda", "cpu", "float", "long", "int", "clone", "detach", "requires_grad_" -> true;
      default -> false;
    };
  }

  private static Value ofList(List<Value> list, String name, Given given) {
    switch (name) {
      case "append" -> {
        if (list.size() < LONGEST_LIST) {
          list.add(given.first());
        }
        return Value.NOTHING;
      }
      case "extend" -> {
        // What is not known takes a place, so that it is not missing unsaid.
        Optional.of(Iteration.of(given.first()).orElseGet(() -> List.of(given.first())))
            .filter(more -> list.size() + more.size() < LONGEST_LIST)
            .ifPresent(list::addAll);
        return Value.NOTHING;
      }
      case "insert" -> {
        if (given.first() instanceof Whole(long place) && given.places().size() == 2) {
          list.add(Math.clamp(place, 0, list.size()), given.places().getLast());
        }
        return Value.NOTHING;
      }
      case "pop" -> {
        return list.isEmpty() ? Value.UNKNOWN : list.removeLast();
      }
      default -> {
        return Value.UNKNOWN;
      }
    }
  }

  private static Value ofDictionary(Map<Value, Value> entries, String name, Given given) {
    return switch (name) {
      case "keys" -> new Items(new ArrayList<>(entries.keySet()), false);
      case "values" -> new Items(new ArrayList<>(entries.values()), false);
      case "items" -> {
        List<Value> pairs = new ArrayList<>();
        entries.forEach(
            (key, value) -> pairs.add(new Items(new ArrayList<>(List.of(key, value)), true)));
        yield new Items(pairs, false);
      }
      case "get" ->
          Operators.isPlain(given.first())
              ? entries.getOrDefault(given.first(), given.find(1, "default").orElse(Value.NOTHING))
              : Value.UNKNOWN;
      default -> Value.UNKNOWN;
    };
  }

  private static Value ofText(String text, String name, Given given) {
    Optional<Words> argument =
        given.first() instanceof Words words ? Optional.of(words) : Optional.empty();
    return switch (name) {
      case "startswith" -> tell(argument.map(words -> text.startsWith(words.text())));
      case "endswith" -> tell(argument.map(words -> text.endsWith(words.text())));
      case "lower" -> new Words(text.toLowerCase(java.util.Locale.ROOT));
      // A number may stand where a name of a layer is put together.
      case "format" ->
          given.places().size() == 1 && given.first() instanceof Whole(long number)
              ? new Words(text.replace("{}", Long.toString(number)))
              : Value.UNKNOWN;
      default -> Value.UNKNOWN;
    };
  }

  private static Value tell(Optional<Boolean> is) {
    return is.<Value>map(Truth::new).orElse(Value.UNKNOWN);
  }

  /// A function that Python has without any import; empty if it is none of those followed here.
  Optional<Value> function(String name, Given given) {
    Value first = given.first();
    return switch (name) {
      case "range" -> Optional.of(range(given));
      case "len" -> Iteration.of(first).map(items -> new Whole(items.size()));
      case "list", "tuple", "reversed" ->
          items(first)
              .map(
                  items ->
                      new Items(
                          new ArrayList<>(name.equals("reversed") ? items.reversed() : items),
                          name.equals("tuple")));
      case "dict", "OrderedDict" -> Optional.of(dictionary(given));
      case "int" ->
          Optional.of(
              switch (first) {
                case Whole whole -> whole;
                case Value.Fraction(double number) when Math.abs(number) < 1L << 53 ->
                    new Whole((long) number);
                default -> Value.UNKNOWN;
              });
      case "str" ->
          Optional.of(
              first instanceof Whole(long number)
                  ? new Words(Long.toString(number))
                  : first instanceof Words ? first : Value.UNKNOWN);
      case "enumerate" -> Iteration.of(first).map(PlainCalls::numbered);
      case "zip" -> Optional.of(zip(given));
      default -> Optional.empty();
    };
  }

  private static Optional<List<Value>> items(Value value) {
    return value instanceof Value.Sweep(Module module)
        ? Optional.of(
            Members.namedParameters(module).stream()
                .map(pair -> ((Items) pair).items().getLast())
                .toList())
        : Iteration.of(value);
  }

  private static Value range(Given given) {
    List<Long> bounds = new ArrayList<>();
    for (Value bound : given.places()) {
      if (!(bound instanceof Whole(long number))) {
        return Value.UNKNOWN;
      }
      bounds.add(number);
    }
    return switch (bounds.size()) {
      case 1 -> new Range(0, bounds.getFirst(), 1);
      case 2 -> new Range(bounds.get(0), bounds.get(1), 1);
      case 3 ->
          bounds.get(2) == 0
              ? Value.UNKNOWN
              : new Range(bounds.get(0), bounds.get(1), bounds.get(2));
      default -> Value.UNKNOWN;
    };
  }

  private static Value dictionary(Given given) {
    if (given.first() instanceof Dictionary dictionary) {
      return dictionary;
    }
    Map<Value, Value> entries = new java.util.LinkedHashMap<>();
    Iteration.of(given.first())
        .ifPresent(
            pairs ->
                pairs.forEach(
                    pair -> {
                      if (pair instanceof Items(List<Value> both, boolean _)
                          && both.size() == 2
                          && Operators.isPlain(both.getFirst())) {
                        entries.put(both.getFirst(), both.getLast());
                      }
                    }));
    given.names().forEach((name, value) -> entries.put(new Words(name), value));
    return new Dictionary(entries);
  }

  private static Value numbered(List<Value> items) {
    List<Value> numbered = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      numbered.add(new Items(new ArrayList<>(List.of(new Whole(i), items.get(i))), true));
    }
    return new Items(numbered, false);
  }

  private static Value zip(Given given) {
    List<List<Value>> all = new ArrayList<>();
    for (Value value : given.places()) {
      Optional<List<Value>> items = Iteration.of(value);
      if (items.isEmpty()) {
        return Value.UNKNOWN;
      }
      all.add(items.get());
    }
    int size = all.stream().mapToInt(List::size).min().orElse(0);
    List<Value> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int row = i;
      rows.add(new Items(new ArrayList<>(all.stream().map(each -> each.get(row)).toList()), true));
    }
    return new Items(rows, false);
  }
}
