package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.modescope.experiment.InvalidValueException;

/// Compares what an experiment refuses before anything is built, in its own words, with what
/// PyTorch refuses later: both must speak of the same argument or of the same number.
final class EarlyRefusal {
  private EarlyRefusal() {}

  static void assertSameSubject(InvalidValueException refused, String torchMessage) {
    assertThat(subjects(refused))
        .as("“%s” for PyTorch's “%s”", refused.getMessage(), torchMessage)
        .anyMatch(subject -> contains(torchMessage, subject));
  }

  private static List<String> subjects(InvalidValueException refused) {
    return Stream.concat(
            Stream.of(refused.name(), refused.found()), torchNames(refused.name()).stream())
        .toList();
  }

  /// How PyTorch's pooling calls an argument in some of its messages. A stride that is left out is
  /// the kernel's size, and PyTorch looks at it first.
  private static List<String> torchNames(String argument) {
    return switch (argument) {
      case "kernel_size" -> List.of("kernel size", "stride");
      case "padding" -> List.of("pad");
      default -> List.of();
    };
  }

  private static boolean contains(String message, String subject) {
    return Pattern.compile("(?<![\\w-])" + Pattern.quote(subject) + "(?!\\w)")
        .matcher(message)
        .find();
  }
}
