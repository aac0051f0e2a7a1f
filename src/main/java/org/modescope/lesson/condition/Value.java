package org.modescope.lesson.condition;

import java.math.BigDecimal;
import org.modescope.words.Phrase;

/// What an expression comes to.
public sealed interface Value {

  /// A number, whole or not.
  record Amount(double number) implements Value {}

  /// A text, such as what PyTorch says when it refuses.
  record Words(String text) implements Value {}

  /// Whether something holds.
  record Truth(boolean holds) implements Value {}

  static Value of(double number) {
    return new Amount(number);
  }

  static Value of(String text) {
    return new Words(text);
  }

  static Value of(boolean holds) {
    return new Truth(holds);
  }

  /// The value as messages show it: the same in every language.
  default String shown() {
    return switch (this) {
      case Amount(double number) ->
          Double.isFinite(number)
              ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
              : Double.toString(number);
      case Words(String text) -> "\"" + text + "\"";
      case Truth(boolean holds) -> Boolean.toString(holds);
    };
  }

  /// What kind of thing it is, for messages.
  default Phrase kind() {
    return switch (this) {
      case Amount _ -> Phrase.of("lesson.kind.number");
      case Words _ -> Phrase.of("lesson.kind.text");
      case Truth _ -> Phrase.of("lesson.kind.truth");
    };
  }
}
