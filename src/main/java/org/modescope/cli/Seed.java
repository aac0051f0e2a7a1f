package org.modescope.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An option that takes a seed.
final class Seed implements ITypeConverter<Long> {
  @Override
  public Long convert(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException notASeed) {
      throw new TypeConversionException(
          String.format(
              Locale.ROOT,
              "must be a whole number from %d to %d; found “%s”",
              Long.MIN_VALUE,
              Long.MAX_VALUE,
              text));
    }
  }
}
