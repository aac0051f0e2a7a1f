package org.modescope.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/// The glossary in one language: what the words of the program mean, in two sentences each, and
/// what PyTorch, Keras and DL4J call the same thing.
///
/// Explanations stand in the folder of the language. Names are those of code and of documents in
/// English; they have a file of their own beside the folders, which is read when an entry is first
/// shown in full.
public final class Glossary {
  /// Where the first sentence ends: at a full stop, unless that of an initial.
  private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=(?<!\\b\\p{Lu})\\.) ");

  private static final String NONE = "none";

  private final Text text;

  private Glossary(Text text) {
    this.text = text;
  }

  public static Glossary in(Text text) {
    return new Glossary(text);
  }

  /// The word.
  ///
  /// @throws IllegalArgumentException if there is no such entry
  public String term(String id) {
    return text.say("glossary.term." + id);
  }

  /// What can be said at a glance.
  ///
  /// @throws IllegalArgumentException if there is no such entry
  public String firstSentence(String id) {
    return END_OF_SENTENCE.split(explanation(id), 2)[0];
  }

  /// @throws IllegalArgumentException if there is no such entry
  public GlossaryEntry entry(String id) {
    return new GlossaryEntry(
        id,
        term(id),
        explanation(id),
        name(id, "pytorch"),
        name(id, "keras"),
        name(id, "dl4j"),
        name(id, "docs"),
        List.of(name(id, "see").orElse("").split(" ")));
  }

  /// All of them, by their terms.
  public List<GlossaryEntry> entries() {
    Collator order = Collator.getInstance(text.language().locale());
    return ids().stream()
        .map(this::entry)
        .sorted(Comparator.comparing(GlossaryEntry::term, order::compare))
        .toList();
  }

  /// What entries are called in code.
  public static List<String> ids() {
    return Names.READ.stringPropertyNames().stream()
        .filter(key -> key.endsWith(".see"))
        .map(key -> key.split("\\.")[1])
        .sorted()
        .toList();
  }

  private String explanation(String id) {
    return text.say("glossary.text." + id);
  }

  private static Optional<String> name(String id, String part) {
    return Optional.ofNullable(Names.READ.getProperty("glossary." + id + "." + part))
        .filter(name -> !name.equals(NONE));
  }

  private static final class Names {
    static final Properties READ = read();

    private static Properties read() {
      Properties names = new Properties();
      try (InputStream file =
          Objects.requireNonNull(Glossary.class.getResourceAsStream("glossary.properties"))) {
        names.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      } catch (IOException broken) {
        throw new UncheckedIOException("cannot read the names of the glossary", broken);
      }
      return names;
    }
  }
}
