package org.modescope.lesson.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.file.LessonFile;
import org.modescope.lesson.library.Lessons;
import org.modescope.words.Text;

class TranslationTest {
  private static final String ENGLISH = Lessons.text("which-switch").orElseThrow();

  @Test
  void wordsAndCommentsMayDiffer() throws IOException {
    String other =
        ENGLISH
            .replace("Which switch makes", "¿Qué interruptor da")
            .replace("# what layers do", "# lo que hacen las capas")
            .replace("gave {distinct_outputs} different", "han dado {distinct_outputs} otras")
            .replace("{passes} passes han dado", "en {passes} pasadas han salido");

    assertThat(check(other)).isEmpty();
  }

  /// Each line makes the translation differ in one thing.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minutes: 6|minutes: 7|1|minutes is not as",
        "id: which-switch|id: que-interruptor|1|id is not as",
        "hide: [code]|hide: [net]|1|hide is not as",
        "lock: [net, seed]|lock: [net]|1|lock is not as",
        "experiment: preset:simplenet|experiment: preset:digits|1|experiment is not as",
        "{distinct_outputs} different|ten different|30|{…} is not as",
        "`no_grad` only keeps|no_grad only keeps|30|`…` is not as",
        "grad: no_grad, passes: 10}|grad: no_grad, passes: 9}|15|set is not as",
        "point: [grad, output-variance]|point: [output-variance]|15|point is not as",
        "veil: [output-variance, running-statistics]|veil: [output-variance]|15|veil is not as",
        "right: distinct_outputs == 10|right: distinct_outputs >= 10|15|answer is not as",
        "not identical and distinct_outputs|identical or distinct_outputs|34|claim is not as",
        "net.eval()               #|net.train()               #|93|remember is not as"
      })
  void restMayNot(String says, String saysNow, int line, String problem) throws IOException {
    assertThat(ENGLISH).contains(says);

    List<Mismatch> found = check(ENGLISH.replaceFirst(Pattern.quote(says), saysNow));

    assertThat(found)
        .first()
        .satisfies(
            each -> {
              assertThat(each.line()).isEqualTo(line);
              assertThat(each.problem().in(Text.english())).startsWith(problem);
            });
  }

  @Test
  void missingAndAddedPiecesAreFoundWhereTheyAre() throws IOException {
    String paragraph = "**no_grad was not needed for that.**";
    String less = ENGLISH.replaceFirst("(?m)^" + Pattern.quote(paragraph) + ".*$", "");
    String more = ENGLISH + "\nOne more paragraph.\n";

    assertThat(check(less))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.problem().in(Text.english()))
                    .contains("a piece of the kind “prose” here; found “claim”"));
    assertThat(check(more))
        .singleElement()
        .satisfies(each -> assertThat(each.problem().in(Text.english())).contains("pieces"));
  }

  private static List<Mismatch> check(String other) throws IOException {
    return Translation.check(read(ENGLISH), read(other));
  }

  private static Lesson read(String text) throws IOException {
    return LessonFile.read(Path.of("own.lesson.md"), text.getBytes(StandardCharsets.UTF_8));
  }
}
