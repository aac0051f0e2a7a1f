package org.modescope.lesson.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.file.LessonFile;
import org.modescope.lesson.library.Lessons;
import org.modescope.words.Text;

class LessonCheckTest {

  /// Each line turns a shipped lesson into one that says something the engine does not show.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "which-switch|not identical and distinct_outputs == passes|identical|the lesson claims"
            + " identical; measured: identical = false",
        "which-switch|right: distinct_outputs == 10|right: distinct_outputs == 9|no choice is"
            + " right: distinct_outputs == 9 does not hold; measured: distinct_outputs = 10",
        "which-switch|{100 * bn1.share:0}|{bn2.share}|nothing called “bn2.share” was measured here",
        "survivors|abs(output_max - 1 / (1 - 0.2))|abs(output_max - 1 / 0.2)|measured: output_max ="
            + " 1.25",
        "eval-is-not-no-grad|cells.train.grad.extra_bytes == 7840|cells.train.grad.extra_bytes =="
            + " 7841|measured: cells.train.grad.extra_bytes = 7840",
        "what-the-graph-keeps|measure: dropout.extra_bytes|measure: dropout.extra|nothing called"
            + " “dropout.extra”"
      })
  void findsWhatIsNotSo(String name, String says, String saysNow, String problem)
      throws IOException {
    String text = Lessons.text(name).orElseThrow();
    assertThat(text).contains(says);

    List<Mismatch> found = check(text.replace(says, saysNow));

    assertThat(found).isNotEmpty();
    assertThat(found)
        .anySatisfy(
            each -> {
              assertThat(each.problem().in(Text.english())).contains(problem);
              assertThat(text.lines().toList().get(each.line() - 1)).contains(says.strip());
            });
  }

  @Test
  void findsTwoRightChoices() throws IOException {
    String text = Lessons.text("which-switch").orElseThrow();
    String both =
        text.replace(
            "because: no_grad is for evaluation, so nothing random happens.",
            "because: no_grad is for evaluation.\n    right: passes == 10");

    assertThat(check(both))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.problem().in(Text.english()))
                    .contains("two choices of the question in line", "“1” and “10”"));
  }

  private static List<Mismatch> check(String text) throws IOException {
    Lesson lesson =
        LessonFile.read(Path.of("own.lesson.md"), text.getBytes(StandardCharsets.UTF_8));
    return LessonCheck.check(lesson, () -> false);
  }
}
