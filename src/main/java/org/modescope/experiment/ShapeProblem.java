package org.modescope.experiment;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.modescope.autograd.Shape;

/// Why a layer cannot take its input, as facts: files and the command line tell them in English by
/// [#message()], the window in its own words.
public sealed interface ShapeProblem {

  /// An argument asks for another size than is given.
  record Size(String argument, int expected, int given, Counted counted, Shape input)
      implements ShapeProblem {}

  /// What a size counts.
  enum Counted {
    VALUES_PER_ROW("values per row"),
    CHANNELS("channels");

    private final String english;

    Counted(String english) {
      this.english = english;
    }
  }

  /// A layer of rows is given a single number.
  record NoRows() implements ShapeProblem {}

  /// The input has too few or too many axes.
  ///
  /// @param most `Integer.MAX_VALUE` where there is no end
  record Axes(int fewest, int most, Shape input) implements ShapeProblem {}

  /// Groups do not divide what they group.
  record Groups(String argument, int groups, List<String> divided) implements ShapeProblem {
    public Groups {
      divided = List.copyOf(divided);
    }
  }

  /// An argument names more axes than the input has.
  record MoreAxes(String argument, int axes, Shape input) implements ShapeProblem {}

  /// An argument names the sizes of the last axes, which are others.
  record LastAxes(String argument, List<Integer> expected, List<Integer> given, Shape input)
      implements ShapeProblem {
    public LastAxes {
      expected = List.copyOf(expected);
      given = List.copyOf(given);
    }
  }

  /// An argument names an axis that the input does not have.
  record NoSuchAxis(String argument, int axis, int axes, Shape input) implements ShapeProblem {}

  /// A pooling window has more padding than window.
  record Padding() implements ShapeProblem {}

  /// A window is larger than what it slides over.
  record Window(Shape input) implements ShapeProblem {}

  /// Body and shortcut of a residual block hand on shapes that cannot be added.
  record Sum(Shape body, Shape shortcut) implements ShapeProblem {}

  /// PyTorch's own words.
  record InTorchsWords(String text) implements ShapeProblem {}

  /// A layer inside this one cannot take what it is given.
  record Inside(String layer, ShapeProblem problem) implements ShapeProblem {}

  /// What comes out would not fit into memory.
  record TooLarge(Shape output, BigInteger bytes, long most) implements ShapeProblem {}

  /// The problem in English, as the predicate of a sentence about the layer.
  default String message() {
    return switch (this) {
      case Size size ->
          english(
              "%s is %,d, but it is given %,d %s (%s)",
              size.argument(), size.expected(), size.given(), size.counted().english, size.input());
      case NoRows _ -> "expects rows, is given a single number";
      case Axes axes ->
          english(
              "expects an input of %s axes, is given %d (%s)",
              allowed(axes), axes.input().rank(), axes.input());
      case Groups(String argument, int groups, List<String> divided) ->
          english("%s is %,d, which must divide %s", argument, groups, both(divided));
      case MoreAxes(String argument, int axes, Shape input) ->
          english("%s has %d axes, but it is given %s", argument, axes, input);
      case LastAxes last ->
          english(
              "%s is %s, but its input ends in %s (%s)",
              last.argument(), last.expected(), last.given(), last.input());
      case NoSuchAxis(String argument, int axis, int axes, Shape input) ->
          english("%s is %d, but its input has %d axes (%s)", argument, axis, axes, input);
      case Padding _ -> "padding must be at most half of kernel_size";
      case Window(Shape input) -> english("its window does not fit into %s", input);
      case Sum(Shape body, Shape shortcut) ->
          english("adds its body's %s to its shortcut's %s: they must be alike", body, shortcut);
      case InTorchsWords(String text) -> text;
      case Inside(String layer, TooLarge problem) -> layer + ": " + problem.message();
      case Inside(String layer, ShapeProblem problem) -> layer + " " + problem.message();
      case TooLarge(Shape output, BigInteger bytes, long most) ->
          english(
              "its output (%s) would take %,d bytes; at most %,d are allowed", output, bytes, most);
    };
  }

  private static String allowed(Axes axes) {
    if (axes.most() == Integer.MAX_VALUE) {
      return "at least " + axes.fewest();
    }
    return axes.fewest() == axes.most()
        ? Integer.toString(axes.fewest())
        : axes.fewest() + " or " + axes.most();
  }

  private static String both(List<String> names) {
    return String.join(" and ", names);
  }

  private static String english(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
