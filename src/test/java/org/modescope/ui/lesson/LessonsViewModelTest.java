package org.modescope.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.library.Lessons;
import org.modescope.preset.Presets;
import org.modescope.ui.Desks;
import org.modescope.ui.FakePicker;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.document.RecentViewModel;
import org.modescope.ui.message.Dialog;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.settings.RecentFilesStore;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.ui.workbench.Workbench;

class LessonsViewModelTest {
  private static final GivenAnswer WRONG =
      new GivenAnswer(
          "which-switch",
          0,
          "how many?",
          "1",
          "no_grad is safe, they say; \"always\"",
          Instant.parse("2026-01-01T12:00:00Z"),
          Optional.of(new GivenAnswer.Outcome("10", false)));

  private final FakePicker picker = new FakePicker();
  private final Desk desk =
      Desks.of(new Workbench(new FakeRunner(), Presets.simpleNet()), picker, new TasksAtOnce());

  @TempDir private Path folder;
  private Path kept;
  private Learning learning;
  private PlayerViewModel player;
  private LessonsViewModel lessons;

  @BeforeEach
  void open() {
    kept = folder.resolve("predictions.json");
    learning = new Learning(desk, Optional.of(kept));
    DocumentViewModel document =
        new DocumentViewModel(
            desk, new RecentViewModel(new RecentFilesStore(Optional.empty()), new TasksAtOnce()));
    player = new PlayerViewModel(desk, document, learning, Clock.systemUTC());
    lessons = new LessonsViewModel(desk, learning, player);
    learning.load();
  }

  @Test
  void listHasEveryLessonInItsGroupAndMarksTheFirstThatIsNotDone() {
    LessonsFace face = lessons.faceProperty().get();

    assertThat(face.groups())
        .extracting(LessonsFace.Group::name)
        .containsExactly("Two switches", "Dropout", "BatchNorm", "In real training");
    assertThat(face.groups().stream().flatMap(group -> group.cards().stream()))
        .hasSameSizeAs(Lessons.names())
        .filteredOn(LessonsFace.Card::isNext)
        .extracting(card -> card.lesson().id())
        .containsExactly("same-input");
    assertThat(face.hasLog()).isFalse();
  }

  @Test
  void predictionsAreSavedAsAPageAndAsATable() throws IOException {
    learning.add(WRONG);

    picker.choose(folder.resolve("mine.html"));
    lessons.exportPage();
    picker.choose(folder.resolve("mine.csv"));
    lessons.exportTable();

    assertThat(Files.readString(folder.resolve("mine.html")))
        .contains("Which switch makes ten equal answers?", "&quot;always&quot;", "10 (missed)");
    assertThat(Files.readAllLines(folder.resolve("mine.csv")))
        .element(1)
        .asString()
        .contains("which-switch,1,how many?,1,", ",10,false");
  }

  @Test
  void predictionsAreDeletedOnceThatIsConfirmed() throws IOException {
    learning.add(WRONG);
    assertThat(Files.readString(kept)).contains("no_grad is safe");

    lessons.askToForget();
    assertThat(learning.log().answers()).hasSize(1);
    Dialog dialog = desk.dialogs().shownProperty().get().orElseThrow();
    dialog.answers().stream()
        .filter(answer -> answer.key().equals("delete"))
        .findFirst()
        .orElseThrow()
        .action()
        .run();

    assertThat(learning.log().answers()).isEmpty();
    assertThat(Files.readString(kept)).doesNotContain("no_grad is safe");
    assertThat(lessons.faceProperty().get().hasLog()).isFalse();
  }

  @Test
  void lessonOfOnesOwnIsTakenAndABrokenOneIsToldOf() throws IOException {
    Path own = folder.resolve("own.lesson.md");
    Files.writeString(own, Lessons.text("survivors").orElseThrow().replace("id: s", "id: my-s"));
    picker.choose(own);
    lessons.open();
    assertThat(player.faceProperty().get().map(PlayerFace::lesson).map(Lesson::id))
        .contains("my-survivors");
    player.leave();

    Files.writeString(own, "nothing");
    lessons.open();

    assertThat(player.faceProperty().get()).isEmpty();
    assertThat(desk.dialogs().shownProperty().get().orElseThrow().text())
        .contains("line 1", "a lesson begins with its head");
    assertThat(picker.asked()).isEqualTo(List.of("open LESSON", "open LESSON"));
  }
}
