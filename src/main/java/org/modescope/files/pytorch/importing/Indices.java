package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
      case Group group
          when index instanceof Words(String name) && group.members().containsKey(name) ->
          group.member(name);
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

  Value slice(Value owner, Optional<Value> from, Optional<Value> to, Value step) {
    boolean areKnown =
        from.stream().allMatch(Whole.class::isInstance)
            && to.stream().allMatch(Whole.class::isInstance);
    boolean isBackward = step.equals(new Whole(-1)) && from.isEmpty() && to.isEmpty();
    if (!areKnown || !(isBackward || step instanceof Whole(long by) && by > 0)) {
      return Value.UNKNOWN;
    }
    int every = isBackward ? -1 : (int) Math.min(((Whole) step).number(), Integer.MAX_VALUE);
    return switch (owner) {
      case Items(List<Value> items, boolean isTuple) ->
          new Items(new ArrayList<>(part(items, from, to, every)), isTuple);
      case Group group -> {
        Group part = new Group(group.line(), group.kind());
        part(List.copyOf(group.members().values()), from, to, every).forEach(part::add);
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

  /// @param every from one to the next; -1 for all of them backward
  private static <T> List<T> part(
      List<T> items, Optional<Value> from, Optional<Value> to, int every) {
    if (every < 0) {
      return items.reversed();
    }
    int first = bound(from, 0, items.size());
    int end = Math.max(first, bound(to, items.size(), items.size()));
    List<T> all = items.subList(first, end);
    return IntStream.range(0, Math.ceilDiv(all.size(), every))
        .mapToObj(count -> all.get(count * every))
        .toList();
  }

  private static int bound(Optional<Value> bound, int otherwise, int size) {
    if (bound.isEmpty() || !(bound.get() instanceof Whole(long number))) {
      return otherwise;
    }
    return Math.clamp(number < 0 ? size + number : number, 0, size);
  }
}
