package org.modescope.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The glossary in one language: what the words of the program mean, in two sentences each, and
/// what PyTorch, Keras and DL4J call the same thing.
///
/// Explanations stand in the folder of the language. Names are those of code and have a file of
/// their own beside the folders, which is read when an entry is first shown in full; where words go
/// with a name, a language has them in `names.properties` of its folder.
public final class Glossary {
  /// Where the first sentence ends: at a full stop, unless that of an initial.
  private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=(?<!\\b\\p{Lu})\\.) ");

  private static final String NONE = "none";

  private final Text text;
  private @Nullable Properties names;

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
    return EnglishNames.READ.stringPropertyNames().stream()
        .filter(key -> key.endsWith(".see"))
        .map(key -> key.split("\\.")[1])
        .sorted()
        .toList();
  }

  private String explanation(String id) {
    return text.say("glossary.text." + id);
  }

  private Optional<String> name(String id, String part) {
    Properties read = names;
    if (read == null) {
      read = names(text.language());
      names = read;
    }
    return Optional.ofNullable(read.getProperty("glossary." + id + "." + part))
        .filter(name -> !name.equals(NONE));
  }

  /// Those of a language; the English ones where it has no others.
  static Properties names(Language language) {
    Properties names = new Properties(EnglishNames.READ);
    read(language.tag() + "/names.properties", names);
    return names;
  }

  private static void read(String name, Properties into) {
    try (InputStream file = Glossary.class.getResourceAsStream(name)) {
      if (file != null) {
        into.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read the names of the glossary", broken);
    }
  }

  private static final class EnglishNames {
    static final Properties READ = new Properties();

    static {
      read("glossary.properties", READ);
    }
  }
}
