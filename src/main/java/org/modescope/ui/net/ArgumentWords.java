package org.modescope.ui.net;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Argument;
import org.modescope.experiment.StateLayout;
import org.modescope.ui.control.WholeNumber;
import org.modescope.words.Text;

/// What the window says about arguments: what they mean and what values they take.
final class ArgumentWords {
  private ArgumentWords() {}

  /// What an argument means, in a sentence or two.
  static Optional<String> help(String argument, Text text) {
    String key = "argument." + argument + ".help";
    return text.has(key) ? Optional.of(text.say(key)) : Optional.empty();
  }

  /// Why a value was refused.
  ///
  /// @param found what was typed
  static String refusal(Argument argument, String found, Text text) {
    return text.say(
        "net.value.refused",
        "argument",
        argument.name(),
        "allowed",
        allowed(argument, text),
        "found",
        WholeNumber.quoted(text, found.strip()));
  }

  /// Why a value was refused that is allowed in itself.
  static String tooLarge(Argument argument, String found, Text text) {
    return text.say(
        "net.value.too-large",
        "argument",
        argument.name(),
        "value",
        found.strip(),
        "most",
        text.numbers().roughBytes(StateLayout.MAXIMUM_BYTES));
  }

  private static String allowed(Argument argument, Text text) {
    String values =
        switch (argument.kind()) {
          case BOOLEAN -> text.say("net.value.flag");
          case INTEGER -> ranged("net.value.integer", argument, text);
          case NUMBER -> number(argument, text);
          case PAIR -> ranged("net.value.pair", argument, text);
          case SIZES -> ranged("net.value.sizes", argument, text);
          case WORD -> either(argument.words(), text);
          case LAYERS -> text.say("net.value.layers");
        };
    boolean hasWordsToo = argument.kind() == Argument.Kind.PAIR && !argument.words().isEmpty();
    String all =
        hasWordsToo ? either(List.of(values, either(argument.words(), text)), text) : values;
    return switch (argument.presence()) {
      case REQUIRED, DEFAULTED -> all;
      case NULLABLE -> text.say("net.value.or-none", "allowed", all);
      case REQUIRED_PARTLY_NULLABLE -> text.say("net.value.partly-none", "allowed", all);
    };
  }

  private static String ranged(String key, Argument argument, Text text) {
    return text.say(key, "least", (long) argument.minimum(), "most", (long) argument.maximum());
  }

  private static String number(Argument argument, Text text) {
    if (argument.maximum() == Double.MAX_VALUE) {
      return text.say("net.value.number");
    }
    return text.say(
        "net.value.number-range",
        "least",
        text.numbers().plain(argument.minimum()),
        "most",
        text.numbers().plain(argument.maximum()));
  }

  private static String either(List<String> choices, Text text) {
    return choices.stream()
        .reduce((first, last) -> text.say("net.value.either", "first", first, "last", last))
        .orElse("");
  }
}
