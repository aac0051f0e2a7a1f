package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.files.pytorch.importing.Value.Dictionary;
import org.modescope.files.pytorch.importing.Value.Items;
import org.modescope.files.pytorch.importing.Value.Method;
import org.modescope.files.pytorch.importing.Value.Whole;
import org.modescope.files.pytorch.importing.Value.Words;

/// What `owner[index]` is.
final class Indices {
  Value at(Value owner, Value index) {
    return switch (owner) {
      case Items(List<Value> items, boolean _) when index instanceof Whole(long place) ->
          at(items, place);
      case Dictionary(var entries) when Operators.isPlain(index) ->
          entries.getOrDefault(index, Value.UNKNOWN);
      case Group group when index instanceof Whole(long place) ->
          at(List.copyOf(group.members().values()), place);
      case Method(Composite module, String name)
          when name.equals("_modules") && index instanceof Words(String member) ->
          module.attributes().getOrDefault(member, Value.UNKNOWN);
      // A part of what a net gave is still that.
      case Value.Output output -> output;
      default -> Value.UNKNOWN;
    };
  }

  Value slice(Value owner, Optional<Value> from, Optional<Value> to) {
    boolean areKnown =
        from.stream().allMatch(Whole.class::isInstance)
            && to.stream().allMatch(Whole.class::isInstance);
    if (!areKnown) {
      return Value.UNKNOWN;
    }
    return switch (owner) {
      case Items(List<Value> items, boolean isTuple) ->
          new Items(new ArrayList<>(part(items, from, to)), isTuple);
      case Group group -> {
        Group part = new Group(group.line(), group.kind());
        part(List.copyOf(group.members().values()), from, to).forEach(part::add);
        yield part;
      }
      case Value.Output output -> output;
      default -> Value.UNKNOWN;
    };
  }

  private static Value at(List<? extends Value> items, long place) {
    long at = place < 0 ? items.size() + place : place;
    return at >= 0 && at < items.size() ? items.get((int) at) : Value.UNKNOWN;
  }

  private static <T> List<T> part(List<T> items, Optional<Value> from, Optional<Value> to) {
    int first = bound(from, 0, items.size());
    int end = Math.max(first, bound(to, items.size(), items.size()));
    return items.subList(first, end);
  }

  private static int bound(Optional<Value> bound, int otherwise, int size) {
    if (bound.isEmpty() || !(bound.get() instanceof Whole(long number))) {
      return otherwise;
    }
    return Math.clamp(number < 0 ? size + number : number, 0, size);
  }
}
