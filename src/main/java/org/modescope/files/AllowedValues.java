package org.modescope.files;

import java.util.List;
import java.util.Locale;
import org.modescope.experiment.Argument;
import org.modescope.words.Phrase;

/// What values a layer's argument may have where it is written as JSON.
final class AllowedValues {
  private AllowedValues() {}

  static Phrase of(Argument argument) {
    Phrase values = orWords(argument, values(argument));
    return switch (argument.presence()) {
      case REQUIRED, DEFAULTED -> values;
      case NULLABLE -> Phrase.of("file.allowed.or-null", "values", values);
      case REQUIRED_PARTLY_NULLABLE -> Phrase.of("file.allowed.partly-null", "values", values);
    };
  }

  private static Phrase values(Argument argument) {
    return switch (argument.kind()) {
      case BOOLEAN -> Phrase.of("file.allowed.flag");
      case INTEGER -> ranged("file.allowed.range", argument);
      case NUMBER -> number(argument);
      case PAIR -> ranged("file.allowed.pair", argument);
      case SIZES -> ranged("file.allowed.whole-numbers", argument);
      case WORD -> either(argument.words());
      case LAYERS ->
          Phrase.of(argument.areBranches() ? "file.allowed.branches" : "file.allowed.layers");
    };
  }

  private static Phrase orWords(Argument argument, Phrase values) {
    boolean hasWordsToo = argument.kind() != Argument.Kind.WORD && !argument.words().isEmpty();
    return hasWordsToo
        ? Phrase.of("file.allowed.or-word", "values", values, "words", either(argument.words()))
        : values;
  }

  private static Phrase ranged(String key, Argument argument) {
    return Phrase.of(key, "least", whole(argument.minimum()), "most", whole(argument.maximum()));
  }

  private static Phrase number(Argument argument) {
    if (argument.maximum() < Double.MAX_VALUE) {
      return Phrase.of(
          "file.allowed.number-range",
          "least",
          plain(argument.minimum()),
          "most",
          plain(argument.maximum()));
    }
    return argument.minimum() == -Double.MAX_VALUE
        ? Phrase.of("file.allowed.number")
        : Phrase.of("file.allowed.number-from", "least", plain(argument.minimum()));
  }

  private static Phrase either(List<String> words) {
    return words.stream()
        .map(Phrase::verbatim)
        .reduce((first, last) -> Phrase.of("file.allowed.either", "first", first, "last", last))
        .orElse(Phrase.verbatim(""));
  }

  /// A negative number is written with a hyphen, as it stands in the file.
  private static Object whole(double bound) {
    long number = (long) bound;
    return number < 0 ? String.format(Locale.ROOT, "%,d", number) : (Object) number;
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
