package org.modescope;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds `docs/model.md` to the glossary that the program shows, and the glossary to its own form.
final class GlossaryTest {
  private static final Path WORDS = Path.of("resources/org/modescope/words");
  private static final Path NAMES = WORDS.resolve("glossary.properties");
  private static final Path EXPLANATIONS = WORDS.resolve("en/glossary.properties");
  private static final Path DOCUMENT = Path.of("docs/model.md");
  private static final List<String> PARTS =
      List.of("term", "text", "pytorch", "keras", "dl4j", "docs", "see");
  private static final Pattern NAME = Pattern.compile("glossary\\.([a-z0-9-]+)\\.([a-z0-9]+)");
  private static final Pattern WORD = Pattern.compile("glossary\\.(term|text)\\.([a-z0-9-]+)");
  private static final Pattern SECTION =
      Pattern.compile(
          "glossary.properties\\. -->\n\n(.*)\n<!-- End of the glossary", Pattern.DOTALL);

  /// The parts of each entry, by its id.
  private static final Map<String, Map<String, String>> ENTRIES = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    Properties names = properties(NAMES);
    for (String key : names.stringPropertyNames()) {
      Matcher match = NAME.matcher(key);
      assertThat(match.matches()).as("%s is glossary.<id>.<part>", key).isTrue();
      put(match.group(1), match.group(2), names.getProperty(key));
    }
    Properties words = properties(EXPLANATIONS);
    for (String key : words.stringPropertyNames()) {
      Matcher match = WORD.matcher(key);
      if (match.matches()) {
        put(match.group(2), match.group(1), words.getProperty(key));
      }
    }
  }

  private static Properties properties(Path file) throws IOException {
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    }
    return read;
  }

  private static void put(String id, String part, String value) {
    ENTRIES.computeIfAbsent(id, each -> new LinkedHashMap<>()).put(part, value);
  }

  static Stream<String> ids() throws IOException {
    return Files.readAllLines(EXPLANATIONS).stream()
        .filter(line -> line.startsWith("glossary.term."))
        .map(line -> line.substring("glossary.term.".length(), line.indexOf('=')));
  }

  @Test
  void noEntryStandsThereTwice() throws IOException {
    assertThat(ids()).doesNotHaveDuplicates().hasSameSizeAs(ENTRIES.keySet());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyEntryHasAllParts(String id) {
    Map<String, String> entry = ENTRIES.get(id);

    assertThat(entry).containsOnlyKeys(PARTS);
    assertThat(entry.values()).noneMatch(String::isBlank);
    assertThat(entry.get("text").split("(?<=(?<!\\b\\p{Lu})\\.) ")).as("two sentences").hasSize(2);
    assertThat(entry.get("text")).endsWith(".");
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyEntryLeadsOnToOthers(String id) {
    assertThat(next(id)).isNotEmpty().doesNotHaveDuplicates().doesNotContain(id);
    assertThat(ENTRIES.keySet()).containsAll(next(id));
  }

  @Test
  void theDocumentShowsTheGlossary() throws IOException {
    var section = SECTION.matcher(Files.readString(DOCUMENT));

    assertThat(section.find()).as("the marks around the glossary in %s", DOCUMENT).isTrue();
    assertThat(section.group(1)).isEqualTo(document());
  }

  @Test
  void everyTermHasAnAnchorOfItsOwn() {
    assertThat(ENTRIES.values().stream().map(entry -> anchor(entry.get("term"))))
        .doesNotHaveDuplicates()
        .noneMatch(String::isEmpty);
  }

  private static List<String> next(String id) {
    return List.of(ENTRIES.get(id).get("see").split(" "));
  }

  /// The section that the document should have.
  private static String document() {
    return ENTRIES.values().stream()
        .sorted(
            comparing((Map<String, String> entry) -> entry.get("term").toLowerCase(Locale.ROOT)))
        .map(GlossaryTest::paragraphs)
        .collect(Collectors.joining("\n"));
  }

  private static String paragraphs(Map<String, String> entry) {
    SequencedMap<String, String> names = new LinkedHashMap<>();
    names.put("PyTorch", "pytorch");
    names.put("Keras", "keras");
    names.put("DL4J", "dl4j");
    names.put("PyTorch's documentation", "docs");
    String lines =
        names.entrySet().stream()
            .map(name -> "- %s: %s\n".formatted(name.getKey(), entry.get(name.getValue())))
            .collect(Collectors.joining());
    return "### %s\n\n%s\n\n%s- See %s\n"
        .formatted(entry.get("term"), entry.get("text"), lines, links(entry.get("see")))
        .replace('’', '\'');
  }

  private static String links(String ids) {
    return Stream.of(ids.split(" "))
        .map(id -> ENTRIES.get(id).get("term"))
        .map(term -> "[%s](#%s)".formatted(term, anchor(term)))
        .collect(Collectors.joining(", "));
  }

  /// How a heading is linked to.
  private static String anchor(String term) {
    return term.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
  }
}
