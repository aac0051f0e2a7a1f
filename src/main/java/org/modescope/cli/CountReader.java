package org.modescope.cli;

import org.modescope.experiment.Experiment;
import org.modescope.mystery.Level;
import org.modescope.words.Text;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An option that takes a whole number within bounds.
abstract class CountReader implements ITypeConverter<Integer> {
  private final int least;
  private final int most;

  private CountReader(int least, int most) {
    this.least = least;
    this.most = most;
  }

  @Override
  public final Integer convert(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw refused(text);
    }
    throw refused(text);
  }

  private TypeConversionException refused(String text) {
    return new TypeConversionException(
        Text.english().say("cli.wrong.count", "least", least, "most", most, "found", text));
  }

  /// How many passes to make.
  static final class Passes extends CountReader {
    Passes() {
      super(1, Experiment.MAXIMUM_PASSES);
    }
  }

  /// How many passes to do something to, perhaps none.
  static final class SomePasses extends CountReader {
    SomePasses() {
      super(0, Experiment.MAXIMUM_PASSES);
    }
  }

  /// A row of an input, from 0.
  static final class Row extends CountReader {
    Row() {
      super(0, Integer.MAX_VALUE);
    }
  }

  /// How many companies a row meets.
  static final class Companies extends CountReader {
    Companies() {
      super(1, 10_000);
    }
  }

  /// A level of mystery nets.
  static final class MysteryLevel extends CountReader {
    MysteryLevel() {
      super(1, Level.values().length);
    }
  }
}
