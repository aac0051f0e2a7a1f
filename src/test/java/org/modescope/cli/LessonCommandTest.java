package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.cli.Shell.Outcome;
import org.modescope.lesson.library.Lessons;

class LessonCommandTest {
  private final Shell shell = new Shell();
  @TempDir private Path folder;

  @Test
  void listsEveryLesson() throws IOException {
    Outcome outcome = shell.run("lesson", "list", "--json", "-");

    JsonNode lessons = new ObjectMapper().readTree(outcome.out()).get("lessons");
    assertThat(lessons).hasSize(Lessons.names().size());
    assertThat(lessons.get(1).get("id").asText()).isEqualTo("which-switch");
    assertThat(lessons.get(1).get("languages").toString()).startsWith("[\"en\"");
    assertThat(lessons.get(1).fieldNames())
        .toIterable()
        .containsExactly("id", "title", "group", "minutes", "goal", "languages");
    assertThat(shell.run("lesson", "list").out()).contains("lesson:which-switch");
  }

  @Test
  void checkSaysWhatIsNotSoAndWhatWasMeasured() throws IOException {
    String wrong = Lessons.text("which-switch").orElseThrow();
    Path file = folder.resolve("wrong.lesson.md");
    Files.writeString(file, wrong.replace("identical and bn1", "not identical and bn1"));

    Outcome outcome = shell.run("lesson", "check", file.toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err())
        .contains("line 65", "not identical and bn1.num_batches_tracked == 10")
        .contains("measured: identical = true, bn1.num_batches_tracked = 10");
    assertThat(shell.run("lesson", "check", "lesson:which-switch").exitCode()).isZero();
  }

  @Test
  void checkHoldsATranslationToTheEnglishLesson() throws IOException {
    Path english = folder.resolve("own.lesson.md");
    Path spanish = folder.resolve("own.es.lesson.md");
    String text = Lessons.text("which-switch").orElseThrow();
    Files.writeString(english, text);
    Files.writeString(spanish, text);
    assertThat(shell.run("lesson", "check", english.toString()).exitCode()).isZero();

    Files.writeString(spanish, text.replace("{distinct_outputs} different", "ten different"));
    Outcome fromEnglish = shell.run("lesson", "check", english.toString());
    Outcome fromSpanish = shell.run("lesson", "check", spanish.toString());

    for (Outcome outcome : List.of(fromEnglish, fromSpanish)) {
      assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
      assertThat(outcome.err()).contains("own.es.lesson.md: line 30", "is not as in the English");
    }
  }

  @Test
  void brokenFileIsRefusedWithItsLine() throws IOException {
    Path file = folder.resolve("broken.lesson.md");
    Files.writeString(file, "---\nformat: modescope-lesson/9\n---\n");

    Outcome outcome = shell.run("lesson", "check", file.toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err()).contains("line 2", "modescope-lesson/9");
  }

  @Test
  void guideIsOnePageWithEveryPrediction() throws IOException {
    Path page = folder.resolve("guide.html");

    Outcome outcome = shell.run("lesson", "guide", "lesson:which-switch", "--out", page.toString());

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(Files.readString(page))
        .contains("Which switch makes ten equal answers?", "✓ 1")
        .contains("Who says so believes", "What to say", "look at Output variance")
        .contains("Only no_grad makes a net safe to evaluate.")
        .contains("Measured: distinct_outputs = 1", "All 10 passes gave the same 32 numbers")
        .doesNotContain("http", "<script", "{passes}");
  }

  @Test
  void guideSaysWhatIsTrained() throws IOException {
    Path page = folder.resolve("guide.html");

    shell.run("lesson", "guide", "lesson:kept-graphs", "--out", page.toString());

    assertThat(Files.readString(page))
        .contains("3 epochs, batches of 32; forgotten in the loop: total_plus_loss and no_no_grad.")
        .contains("forgotten in the loop: nothing.", "look at Held memory");
  }

  @Test
  void guideInALanguageThatIsNoneIsRefused() {
    Outcome outcome =
        shell.run("lesson", "guide", "lesson:which-switch", "--language", "tlh", "--out", "x.html");

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err()).contains("there is no language “tlh”; there are en");
  }

  @Test
  void lessonThatIsWrongHasNoGuide() throws IOException {
    String wrong =
        Lessons.text("which-switch").orElseThrow().replace("outputs == 32", "outputs == 3");
    Path file = folder.resolve("wrong.lesson.md");
    Files.writeString(file, wrong);
    Path page = folder.resolve("guide.html");

    Outcome outcome = shell.run("lesson", "guide", file.toString(), "--out", page.toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(page).doesNotExist();
  }

  @Test
  void wrongNameHasAHint() {
    assertThat(shell.run("lesson", "check", "lesson:which-swich").err())
        .contains("did you mean “which-switch”?");
    assertThat(shell.run("lesson").exitCode()).isEqualTo(ExitCode.WRONG);
  }
}
