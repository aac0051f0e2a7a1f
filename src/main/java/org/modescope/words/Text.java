package org.modescope.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// The program's words in one language: sentences by their keys, with named values in them.
///
/// A key such as `bench.run.text` belongs to the file `bench.properties` in the language's folder.
/// A pattern is written in a part of ICU's MessageFormat syntax, see [Message]. Whole numbers are
/// written as the language writes them; any other number is given as text, made by [Numbers], so
/// that its digits are chosen where it is known what it measures.
///
/// Safe on any thread.
public final class Text {
  private static final Text ENGLISH = new Text(Language.ENGLISH, BundleFiles.of("en"));

  private final Language language;
  private final Patterns patterns;
  private final Numbers numbers;
  private final Map<String, Message> parsed = new ConcurrentHashMap<>();

  Text(Language language, Patterns patterns) {
    this.language = language;
    this.patterns = patterns;
    this.numbers = Numbers.of(language);
  }

  /// The words in English: what files, results and the command line are written in.
  public static Text english() {
    return ENGLISH;
  }

  /// The words in a language of the program.
  public static Text in(Language language) {
    return language.equals(Language.ENGLISH)
        ? ENGLISH
        : new Text(language, BundleFiles.of(language.tag()));
  }

  /// The words in the language that comes nearest to a locale; English where there is none.
  public static Text of(Locale locale) {
    return in(Language.nearest(locale));
  }

  public Language language() {
    return language;
  }

  /// Numbers as this language writes them.
  public Numbers numbers() {
    return numbers;
  }

  /// The text of a key.
  ///
  /// @param values names and values by turns: `"rows", 32`
  /// @throws IllegalArgumentException if there is no such key, a name has no value, or a value is
  ///   neither text nor a whole number
  public String say(String key, Object... values) {
    return message(key).format(named(key, values), numbers, language);
  }

  /// Whether there is such a key.
  public boolean has(String key) {
    return patterns.find(key).isPresent();
  }

  /// The keys of an area.
  public Set<String> keys(String area) {
    return patterns.keys(area);
  }

  /// Several things in a row: `a`, `a and b`, `a, b and c`.
  public String list(List<String> names) {
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> names.getFirst();
      case 2 -> say("common.list.two", "first", names.getFirst(), "last", names.getLast());
      default ->
          say(
              "common.list.many",
              "first",
              String.join(say("common.list.separator"), names.subList(0, names.size() - 1)),
              "last",
              names.getLast());
    };
  }

  /// A layer by its path, set off from the words around it; one without a name as Python would get
  /// it from the net: `net[2]`.
  public String layer(String path) {
    return say("common.layer", "name", LayerPath.inPython(path));
  }

  /// The text of a key, its first letter a capital one: for patterns that may begin with a value.
  String sentence(String key, Object... values) {
    String said = say(key, values);
    int first = said.offsetByCodePoints(0, said.isEmpty() ? 0 : 1);
    return said.substring(0, first).toUpperCase(language.locale()) + said.substring(first);
  }

  /// Sentences that stand one after another.
  public String paragraph(String... sentences) {
    return paragraph(List.of(sentences));
  }

  /// Sentences that stand one after another.
  public String paragraph(List<String> sentences) {
    List<String> told = new ArrayList<>(sentences);
    told.removeIf(String::isEmpty);
    return String.join(" ", told);
  }

  private Message message(String key) {
    return parsed.computeIfAbsent(
        key,
        each ->
            Message.parse(
                patterns
                    .find(each)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "no words for “%s” in %s".formatted(each, language.tag())))));
  }

  private static Map<String, Object> named(String key, Object... values) {
    if (values.length % 2 != 0) {
      throw new IllegalArgumentException(key + ": names and values must come by turns");
    }
    Map<String, Object> named = new HashMap<>();
    IntStream.range(0, values.length / 2)
        .forEach(pair -> named.put((String) values[2 * pair], values[2 * pair + 1]));
    return named;
  }
}
