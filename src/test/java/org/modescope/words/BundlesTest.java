package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.experiment.LayerType;

/// The words and the code that asks for them agree: no key is missing, unused, said twice or
/// different from language to language.
class BundlesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path RESOURCES = Path.of("resources");
  private static final Path FOLDER = RESOURCES.resolve("org/modescope/words");

  /// A literal that names a key, or, with a dot at its end, the beginning of several.
  private static final Pattern KEY =
      Pattern.compile(
          "[\"%]((?:"
              + BundleFiles.AREAS.stream().sorted().collect(Collectors.joining("|"))
              + ")\\.(?!(?:fxml|json|css|properties|safetensors)\")[a-z0-9_.-]*)\"");

  /// Between letters, behind a place or at the end of a plural; one before a brace is a pattern's.
  private static final Pattern TYPED_APOSTROPHE = Pattern.compile("[\\p{L}}]'+\\p{L}|s''?\\s");

  private static final Set<String> ENGLISH = BundleFiles.of("en").keys();

  /// What only the command line says: English in every language, since scripts read it.
  private static final Set<String> OF_THE_COMMAND_LINE = Set.of("cli", "help");

  @Test
  void everyKeyThatIsAskedForHasWords() throws IOException {
    List<String> missing =
        asked().stream()
            .filter(
                key ->
                    key.endsWith(".")
                        ? ENGLISH.stream().noneMatch(each -> each.startsWith(key))
                        : !ENGLISH.contains(key))
            .toList();

    assertThat(missing).isEmpty();
  }

  @Test
  void everyKeyIsAskedFor() throws IOException {
    Set<String> asked = asked();
    List<String> unused =
        ENGLISH.stream()
            .filter(key -> !asked.contains(key))
            .filter(
                key -> asked.stream().noneMatch(each -> each.endsWith(".") && key.startsWith(each)))
            .toList();

    assertThat(unused).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(LayerType.class)
  void layerTypeHasItsLineInThePalette(LayerType type) {
    assertThat(ENGLISH).contains("layer." + type.torchName() + ".help");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyPatternIsOneThatIcuReadsInTheSameWay(Language language) {
    BundleFiles words = BundleFiles.of(language.tag());

    for (String key : words.keys()) {
      String pattern = words.find(key).orElseThrow();
      assertThat(Message.parse(pattern).names())
          .as(key)
          .containsExactlyInAnyOrderElementsOf(icuNames(pattern));
    }
  }

  private static List<Language> languages() {
    return Language.ALL;
  }

  private static List<Language> translated() {
    return Language.ALL.stream().filter(each -> !each.equals(Language.ENGLISH)).toList();
  }

  /// All places, those within choices included.
  private static Set<String> icuNames(String pattern) {
    MessagePattern parsed = new MessagePattern(pattern);
    return IntStream.range(0, parsed.countParts())
        .mapToObj(parsed::getPart)
        .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
        .map(parsed::getSubstring)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("translated")
  void languageHasTheKeysOfEnglish(Language language) {
    Set<String> windows = new TreeSet<>(ENGLISH);
    windows.removeIf(key -> OF_THE_COMMAND_LINE.contains(key.substring(0, key.indexOf('.'))));

    assertThat(BundleFiles.of(language.tag()).keys())
        .as(language.tag())
        .containsExactlyInAnyOrderElementsOf(windows);
  }

  @ParameterizedTest
  @MethodSource("translated")
  void languageHasThePlacesOfEnglish(Language language) {
    BundleFiles words = BundleFiles.of(language.tag());
    BundleFiles english = BundleFiles.of("en");
    List<String> different = new ArrayList<>();
    for (String key : words.keys()) {
      Set<String> places = Message.parse(words.find(key).orElseThrow()).names();
      if (!english.find(key).map(each -> Message.parse(each).names()).equals(Optional.of(places))) {
        different.add(key + " " + places);
      }
    }

    assertThat(different).as(language.tag()).isEmpty();
  }

  @Test
  void everyFileBelongsToAnAreaAndSaysEachKeyOnce() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : filesBelow(FOLDER, ".properties")) {
      // The words that go with names of the glossary: they have a test of their own.
      if (file.endsWith("names.properties")) {
        continue;
      }
      String area = file.getFileName().toString().replace(".properties", "");
      if (!BundleFiles.AREAS.contains(area)) {
        wrong.add("no area: " + file);
      }
      Set<String> seen = new TreeSet<>();
      for (String line : Files.readAllLines(file)) {
        Matcher key = Pattern.compile("^([a-z][A-Za-z0-9_.-]*)\\s*=").matcher(line);
        if (key.find()) {
          if (!seen.add(key.group(1))) {
            wrong.add("twice: " + key.group(1));
          }
          if (!key.group(1).startsWith(area + ".")) {
            wrong.add("belongs elsewhere: " + key.group(1));
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyApostropheIsTheOneOfPrintedText(Language language) {
    BundleFiles words = BundleFiles.of(language.tag());
    List<String> typed =
        words.keys().stream()
            .filter(key -> TYPED_APOSTROPHE.matcher(words.find(key).orElseThrow()).find())
            .toList();

    assertThat(typed).as(language.tag()).isEmpty();
  }

  private static Set<String> asked() throws IOException {
    Set<String> keys = new TreeSet<>();
    List<Path> files = new ArrayList<>(filesBelow(SOURCES, ".java"));
    files.addAll(filesBelow(RESOURCES, ".fxml"));
    for (Path file : files) {
      Matcher found = KEY.matcher(Files.readString(file));
      while (found.find()) {
        keys.add(found.group(1));
      }
    }
    return keys;
  }

  private static List<Path> filesBelow(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
