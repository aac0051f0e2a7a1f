package org.modescope.ui.training;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.Table;
import org.modescope.experiment.Training.Loss;
import org.modescope.experiment.Training.Targets;

/// A column of a table that is to be the target: words and a few whole numbers from 0 are classes,
/// any other numbers are what the net should put out.
///
/// @param classes how many classes there are; empty for numbers
/// @param areWords whether they are named by words
public record LabelColumn(String name, OptionalInt classes, boolean areWords) {
  /// More whole numbers than these are a quantity.
  private static final int MOST_CLASSES = 100;

  /// Goes through the whole column.
  ///
  /// @throws InvalidValueException if there is no such column
  public static LabelColumn of(Table table, String name) {
    return switch (table.column(name)) {
      case Table.Words(List<String> words) ->
          new LabelColumn(name, OptionalInt.of(new HashSet<>(words).size()), true);
      case Table.Numbers numbers -> new LabelColumn(name, classes(numbers.values()), false);
    };
  }

  /// The classes of a data set's rows.
  ///
  /// @param chosen only rows of these are taken; empty for all
  public static LabelColumn of(DataSet dataSet, List<Integer> chosen) {
    int classes = chosen.isEmpty() ? dataSet.classes() : chosen.size();
    return new LabelColumn(DataSet.LABEL, OptionalInt.of(classes), false);
  }

  private static OptionalInt classes(double[] values) {
    boolean areClasses =
        Arrays.stream(values)
            .allMatch(each -> each >= 0 && each < MOST_CLASSES && each == Math.rint(each));
    return areClasses
        ? OptionalInt.of(1 + (int) Arrays.stream(values).max().orElse(0))
        : OptionalInt.empty();
  }

  /// The loss in hand where it takes such labels, otherwise the usual one that does.
  ///
  /// @param usual for classes
  Loss loss(Optional<Loss> inHand, Loss usual) {
    return inHand.filter(this::isTakenBy).orElse(classes.isPresent() ? usual : Loss.MSE);
  }

  /// Whether a training that goes by these labels already may keep its loss: whole numbers can be a
  /// quantity, too.
  boolean allows(Loss loss) {
    boolean isOfNumbers = loss.targets() == Targets.NUMBERS && loss != Loss.BCE_WITH_LOGITS;
    return isTakenBy(loss) || isOfNumbers && !areWords;
  }

  private boolean isTakenBy(Loss loss) {
    if (loss == Loss.BCE_WITH_LOGITS) {
      return !areWords && classes.isPresent() && classes.getAsInt() <= 2;
    }
    return (loss.targets() == Targets.CLASSES) == classes.isPresent();
  }
}
