package org.modescope.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.library.Lessons;
import org.modescope.ui.lesson.GivenAnswer.Outcome;
import org.modescope.words.Language;
import org.modescope.words.Text;

class LearningLogFileTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void answersComeBackAsTheyWereGiven() throws IOException {
    LearningLog log =
        LearningLog.EMPTY
            .with(given(0, "10", NOON).with(new Outcome("1", false)))
            .with(given(1, "a “few”, <b>", NOON));

    file().save(log);

    assertThat(file().load().log()).isEqualTo(log);
    assertThat(folder.resolve("deep")).isDirectoryContaining("glob:**predictions.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"version\": 9}",
        "{\"version\": 1, \"answers\": [{\"at\": \"noon\"}]}"
      })
  void unreadableFileIsPutAsideAndNeverOverwritten(String broken) throws IOException {
    Path kept = folder.resolve("deep/predictions.json");
    Files.createDirectories(kept.getParent());
    Files.writeString(kept, broken);

    LearningLogFile.Loaded loaded = file().load();
    file().save(LearningLog.EMPTY.with(given(0, "10", NOON)));

    assertThat(loaded.log()).isEqualTo(LearningLog.EMPTY);
    assertThat(loaded.aside().orElseThrow()).hasContent(broken);
    assertThat(file().load().log().answers()).hasSize(1);
  }

  @Test
  void newestAnswerToAQuestionCounts() {
    Lesson lesson = Lessons.read("which-switch", Language.ENGLISH).orElseThrow();
    LearningLog log =
        LearningLog.EMPTY
            .with(given(0, "1", NOON).with(new Outcome("10", false)))
            .with(given(0, "10", NOON.plusSeconds(60)).with(new Outcome("10", true)));

    assertThat(log.of(lesson).outcomes())
        .containsExactly(Optional.of(true), Optional.empty(), Optional.empty());
    assertThat(log.of(lesson).isDone()).isFalse();
    assertThat(log.of(lesson).next()).isEqualTo(1);
    assertThat(log.answers()).hasSize(2);
  }

  @Test
  void pageAndTableHoldEveryPredictionAndEscapeIt() {
    Lesson lesson = Lessons.read("which-switch", Language.ENGLISH).orElseThrow();
    LearningLog log =
        LearningLog.EMPTY.with(given(0, "a “few”, <b>", NOON).with(new Outcome("10", false)));

    String page = LogPage.html(log, List.of(lesson), Text.english());
    String table = LogPage.csv(log);

    assertThat(page)
        .contains("Which switch makes ten equal answers?", "a “few”, &lt;b&gt;", "10 (missed)")
        .doesNotContain("<b>");
    assertThat(table.lines())
        .containsExactly(
            "at,lesson,question,ask,predicted,why,measured,right",
            "2026-01-01T12:00:00Z,which-switch,1,How many?,\"a “few”, <b>\",because,10,false");
  }

  private LearningLogFile file() {
    return new LearningLogFile(Optional.of(folder.resolve("deep/predictions.json")));
  }

  private static GivenAnswer given(int question, String said, Instant at) {
    return new GivenAnswer(
        "which-switch", question, "How many?", said, "because", at, Optional.empty());
  }
}
