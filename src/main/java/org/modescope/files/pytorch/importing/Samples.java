package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.InvalidValueException;
import org.modescope.files.pytorch.importing.Value.Fraction;
import org.modescope.files.pytorch.importing.Value.Items;
import org.modescope.files.pytorch.importing.Value.Sample;
import org.modescope.files.pytorch.importing.Value.SeededGenerator;
import org.modescope.files.pytorch.importing.Value.Whole;
import org.modescope.words.Phrase;

/// Makes inputs of what the source draws or writes down.
final class Samples {
  private static final int MOST_WRITTEN = 1 << 16;

  private final Session session;

  Samples(Session session) {
    this.session = session;
  }

  /// `torch.randn(…)` and its like.
  Value make(String function, Given given, int line) {
    try {
      Optional<InputSpec> input =
          switch (function) {
            case "tensor", "LongTensor" -> written(given);
            case "randint" -> whole(given, line);
            default -> drawn(function, given);
          };
      return input.<Value>map(spec -> kept(new Sample(spec, line))).orElse(Value.UNKNOWN);
    } catch (InvalidValueException tooLarge) {
      return Value.UNKNOWN;
    }
  }

  private Sample kept(Sample sample) {
    session.sampled(sample);
    boolean isRandom =
        sample.input() instanceof InputSpec.Drawn drawn
            && drawn.seed().isEmpty()
            && drawn.distribution() != Distribution.ZEROS
            && drawn.distribution() != Distribution.ONES;
    if (isRandom) {
      session.drawn(sample);
    }
    return sample;
  }

  private static Optional<InputSpec> drawn(String function, Given given) {
    List<Value> sizes =
        given.find(0, "size").orElse(Value.NOTHING) instanceof Items(List<Value> items, boolean _)
            ? items
            : given.places();
    List<Integer> shape = new ArrayList<>();
    for (Value size : sizes) {
      if (!(size instanceof Whole(long number)) || number < 0 || number > Integer.MAX_VALUE) {
        return Optional.empty();
      }
      shape.add((int) number);
    }
    boolean hasForeignGenerator =
        given.names().containsKey("generator")
            && !(given.names().get("generator") instanceof SeededGenerator);
    if (shape.isEmpty() || hasForeignGenerator) {
      return Optional.empty();
    }
    OptionalLong seed =
        given.names().get("generator") instanceof SeededGenerator(OptionalLong number)
            ? number
            : OptionalLong.empty();
    Distribution distribution =
        switch (function) {
          case "randn" -> Distribution.NORMAL;
          case "rand" -> Distribution.UNIFORM;
          case "zeros" -> Distribution.ZEROS;
          default -> Distribution.ONES;
        };
    return Optional.of(
        new InputSpec.Drawn(
            Shape.of(shape.stream().mapToInt(Integer::intValue).toArray()), distribution, seed));
  }

  /// `torch.randint(low, high, size)`, or without `low`. What it would draw depends on all that was
  /// drawn before; other numbers of the same range stand for it.
  private Optional<InputSpec> whole(Given given, int line) {
    boolean hasLow = given.places().size() > 2 || given.names().containsKey("low");
    int first = hasLow ? 1 : 0;
    Value low = hasLow ? given.find(0, "low").orElse(Value.UNKNOWN) : new Whole(0);
    Value high = given.find(first, "high").orElse(Value.UNKNOWN);
    if (!(low instanceof Whole(long from) && high instanceof Whole(long end))
        || from >= end
        || !(given.find(first + 1, "size").orElse(Value.UNKNOWN)
            instanceof Items(List<Value> items, boolean _))) {
      return Optional.empty();
    }
    List<Integer> sizes = new ArrayList<>();
    long count = 1;
    for (Value item : items) {
      if (!(item instanceof Whole(long size)) || size < 1 || size > MOST_WRITTEN) {
        return Optional.empty();
      }
      sizes.add((int) size);
      count *= size;
      if (count > MOST_WRITTEN) {
        return Optional.empty();
      }
    }
    session.assume(line, Phrase.of("import.assumed.indices"));
    Shape shape = Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
    return Optional.of(WholeNumbers.of(shape, from, end));
  }

  private static Optional<InputSpec> written(Given given) {
    List<Integer> sizes = new ArrayList<>();
    List<Float> values = new ArrayList<>();
    boolean isRegular = collect(given.first(), 0, sizes, values);
    long count = sizes.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    if (!isRegular || sizes.isEmpty() || count != values.size()) {
      return Optional.empty();
    }
    float[] numbers = new float[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = values.get(i);
    }
    return Optional.of(
        new InputSpec.Values(
            Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray()), numbers));
  }

  private static boolean collect(Value value, int axis, List<Integer> sizes, List<Float> values) {
    int deepest = 8;
    switch (value) {
      case Whole(long number) when axis == sizes.size() -> values.add((float) number);
      case Fraction(double number) when axis == sizes.size() -> values.add((float) number);
      case Items(List<Value> items, boolean _)
          when axis < deepest && !items.isEmpty() && values.size() < MOST_WRITTEN -> {
        if (axis == sizes.size()) {
          if (!values.isEmpty()) {
            return false;
          }
          sizes.add(items.size());
        }
        return sizes.get(axis) == items.size()
            && items.stream().allMatch(item -> collect(item, axis + 1, sizes, values));
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
