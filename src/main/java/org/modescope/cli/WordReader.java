package org.modescope.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;
import org.modescope.words.Text;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An option that takes one of a few words.
abstract class WordReader<T> implements ITypeConverter<T>, Iterable<String> {
  private final List<T> values;
  private final Function<T, String> key;

  private WordReader(T[] values, Function<T, String> key) {
    this.values = List.of(values);
    this.key = key;
  }

  /// The words, for completion.
  @Override
  public final Iterator<String> iterator() {
    return values.stream().map(key).iterator();
  }

  @Override
  public final T convert(String word) {
    return values.stream()
        .filter(value -> key.apply(value).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    Text.english().say("cli.wrong.word", "allowed", allowed(), "found", word)));
  }

  private String allowed() {
    return values.stream()
        .map(key)
        .reduce((first, next) -> Text.english().say("cli.wrong.or", "first", first, "next", next))
        .orElse("");
  }

  /// `--mode`.
  static final class OfMode extends WordReader<Mode> {
    OfMode() {
      super(Mode.values(), Mode::key);
    }
  }

  /// `--grad`.
  static final class OfGradMode extends WordReader<GradMode> {
    OfGradMode() {
      super(GradMode.values(), GradMode::key);
    }
  }

  /// `--to`.
  static final class OfFramework extends WordReader<ExportCommand.Framework> {
    OfFramework() {
      super(
          ExportCommand.Framework.values(), framework -> framework.name().toLowerCase(Locale.ROOT));
    }
  }
}
