package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.files.pytorch.importing.Value.Dictionary;
import org.modescope.files.pytorch.importing.Value.Items;
import org.modescope.files.pytorch.importing.Value.Range;
import org.modescope.files.pytorch.importing.Value.Sweep;
import org.modescope.files.pytorch.importing.Value.Whole;

/// What a loop goes through.
final class Iteration {
  private static final long MOST = 10_000;

  private Iteration() {}

  /// The values one after another; empty if they are not known.
  static Optional<List<Value>> of(Value source) {
    return switch (source) {
      case Items(List<Value> items, boolean _) -> Optional.of(List.copyOf(items));
      case Range range when range.count() <= MOST -> Optional.of(numbers(range));
      case Dictionary(var entries) -> Optional.of(List.copyOf(entries.keySet()));
      // One value stands for all parameters: what is done to it is done to each.
      case Sweep sweep -> Optional.of(List.of(sweep));
      case Group group -> Optional.of(List.copyOf(group.members().values()));
      default -> Optional.empty();
    };
  }

  private static List<Value> numbers(Range range) {
    List<Value> numbers = new ArrayList<>();
    for (long i = 0; i < range.count(); i++) {
      numbers.add(new Whole(range.from() + i * range.step()));
    }
    return numbers;
  }
}
