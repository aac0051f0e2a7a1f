package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Words that go with a name of the glossary follow the language; the name itself does not.
class GlossaryNamesTest {
  /// Words of English prose that are no words of code.
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(the|of|which|and|or|with|an|not|from|to|its|it|that|by|for|under|such|as|only"
              + "|default|none|other|what|less|near|loop|in|on|at|outside|alone|after|called"
              + "|retained|sample|example|iteration|activation)\\b");

  /// A word of code, as [Pattern] finds it between words of a sentence.
  private static final Pattern CODE =
      Pattern.compile("[A-Za-z]*[A-Z0-9_.=(][A-Za-z0-9_.=()\\[\\]-]*");

  private static final Properties IN_ENGLISH = Glossary.names(Language.ENGLISH);

  private static List<Language> translated() {
    return Language.ALL.stream().filter(each -> !each.equals(Language.ENGLISH)).toList();
  }

  @ParameterizedTest
  @MethodSource("translated")
  void noEnglishIsLeftBesideNames(Language language) {
    Properties names = Glossary.names(language);

    assertThat(keys())
        .allSatisfy(
            key ->
                assertThat(prose(names.getProperty(key))).as(key).doesNotContainPattern(ENGLISH));
  }

  @ParameterizedTest
  @MethodSource("translated")
  void namesStayAsTheyAre(Language language) {
    Properties names = Glossary.names(language);

    assertThat(keys())
        .allSatisfy(
            key ->
                assertThat(code(names.getProperty(key)))
                    .as(key)
                    .containsAll(code(IN_ENGLISH.getProperty(key))));
  }

  @ParameterizedTest
  @MethodSource("translated")
  void nothingIsTranslatedThatIsNotThere(Language language) {
    Properties names = Glossary.names(language);
    Set<String> own = new TreeSet<>(names.stringPropertyNames());

    assertThat(own).isSubsetOf(IN_ENGLISH.stringPropertyNames());
    assertThat(own.stream().filter(key -> names.containsKey(key)))
        .isNotEmpty()
        .allMatch(key -> keys().contains(key))
        .allMatch(key -> !names.getProperty(key).equals(IN_ENGLISH.getProperty(key)));
  }

  /// What stands in a column of PyTorch, Keras or DL4J.
  private static List<String> keys() {
    return IN_ENGLISH.stringPropertyNames().stream()
        .filter(key -> key.matches(".*\\.(pytorch|keras|dl4j)"))
        .filter(key -> !IN_ENGLISH.getProperty(key).equals("none"))
        .toList();
  }

  /// Without values in quotes and what stands in brackets, where a translation repeats the word of
  /// the documents.
  private static String prose(String name) {
    return name.replaceAll("\"[^\"]*\"|\\([^)]*\\)", "")
        .replaceAll("[A-Za-z_.]*[_.=][A-Za-z_.=\"]*", "");
  }

  private static Set<String> code(String name) {
    return Stream.of(name.split("[\\s;:,]+|’s\\b|'s\\b"))
        .filter(word -> CODE.matcher(word).matches())
        .map(word -> word.replaceAll("\\.$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
