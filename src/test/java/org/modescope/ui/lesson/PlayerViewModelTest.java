package org.modescope.ui.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.files.PresetCatalogue;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.Prediction;
import org.modescope.lesson.check.Measured;
import org.modescope.lesson.check.Stage;
import org.modescope.lesson.check.StageRun;
import org.modescope.lesson.file.LessonFile;
import org.modescope.lesson.library.Lessons;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.Desks;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.document.RecentViewModel;
import org.modescope.ui.lesson.PlayerFace.Step;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.settings.RecentFilesStore;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Language;

class PlayerViewModelTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

  private final FakeRunner runner = new FakeRunner();
  private final Workbench workbench = new Workbench(runner, Presets.simpleNet());
  private final Desk desk = Desks.of(workbench);
  private final DocumentViewModel document =
      new DocumentViewModel(
          desk, new RecentViewModel(new RecentFilesStore(Optional.empty()), new TasksAtOnce()));

  private final Lesson lesson = Lessons.read("which-switch", Language.ENGLISH).orElseThrow();

  @TempDir private Path folder;
  private Path kept;
  private Learning learning;
  private PlayerViewModel player;

  @BeforeEach
  void open() {
    kept = folder.resolve("own").resolve("predictions.json");
    learning = new Learning(desk, Optional.of(kept));
    learning.load();
    player = new PlayerViewModel(desk, document, learning, NOON);
  }

  @Test
  void questionSetsTheBenchAndHoldsRuns() {
    player.start(lesson);

    assertThat(face().step()).isEqualTo(Step.PREDICT);
    assertThat(face().number()).isEqualTo(2);
    assertThat(workbench.experiment()).isEqualTo(face().stage().experiment());
    workbench.run();
    workbench.step();
    assertThat(runner.asked()).noneMatch(asked -> asked.startsWith("run"));
  }

  @Test
  void nothingIsLockedInBeforeThereIsAPrediction() {
    player.start(lesson);

    player.lockIn();

    assertThat(face().step()).isEqualTo(Step.PREDICT);
    assertThat(learning.log().answers()).isEmpty();
  }

  @Test
  void lockedInPredictionIsRunLookedAtAndExplained() {
    player.start(lesson);
    predict(0);
    player.whyProperty().set("  no_grad is for evaluation ");

    player.lockIn();
    assertThat(runner.asked()).last().isEqualTo("replay 0, run 10");
    assertThat(face().verdict()).isEmpty();
    arrive();

    assertThat(face().step()).isEqualTo(Step.LOOK);
    Verdict verdict = face().verdict().orElseThrow();
    assertThat(verdict.isRight()).isFalse();
    assertThat(verdict.said()).isEqualTo("1");
    assertThat(verdict.told()).isEqualTo("10");
    assertThat(verdict.why()).isEqualTo("no_grad is for evaluation");
    player.explain();
    assertThat(face().step()).isEqualTo(Step.EXPLAIN);
  }

  @Test
  void netIsBroughtToTheQuestionWhateverWasDoneWithItMeanwhile() {
    answer(1);
    workbench.edit(now -> now.withMode(Mode.EVAL).withPasses(77));
    player.next();
    predict(3);

    player.lockIn();

    assertThat(runner.asked()).last().isEqualTo("replay 1, run 10");
    assertThat(workbench.experiment().passes()).isEqualTo(10);
    arrive();
    assertThat(face().verdict().orElseThrow().isRight()).isTrue();
  }

  @Test
  void setUpAgainRunsTheSameOnceMore() {
    answer(1);
    workbench.edit(now -> now.withPasses(77));

    player.setUpAgain();

    assertThat(runner.asked()).last().isEqualTo("replay 0, run 10");
    assertThat(workbench.experiment()).isEqualTo(face().stage().experiment());
  }

  @Test
  void leavingLetsTheBenchGoAsItStands() {
    player.start(lesson);
    workbench.edit(now -> now.withPasses(3));

    player.leave();
    workbench.run();

    assertThat(player.faceProperty().get()).isEmpty();
    assertThat(runner.asked()).last().isEqualTo("run 3");
    assertThat(document.isChanged()).isFalse();
  }

  @Test
  void elsewhereTheBenchIsFreeUntilTheLessonIsShownAgain() {
    player.start(lesson);

    player.shown(false);
    assertThat(workbench.heldProperty().get()).isFalse();
    player.shown(true);

    assertThat(workbench.heldProperty().get()).isTrue();
  }

  @Test
  void predictionIsKeptBeforeTheNetRuns() throws Exception {
    player.start(lesson);
    predict(2);

    player.lockIn();

    LearningLog log = new LearningLogFile(Optional.of(kept)).load().log();
    assertThat(log.answers())
        .singleElement()
        .satisfies(
            given -> {
              assertThat(given.said()).isEqualTo("A few");
              assertThat(given.outcome()).isEmpty();
            });
  }

  @Test
  void lessonGoesOnWhereItWasLeft() {
    answer(1);
    player.leave();

    player.start(lesson);

    assertThat(face().question()).isEqualTo(2);
    assertThat(learning.log().of(lesson).right()).isEqualTo(1);
  }

  @Test
  void lessonThatLooksBackGoesOnFromTheRunThatItLooksBackTo() {
    answer(1);
    player.next();
    predict(3);
    player.lockIn();
    arrive();
    player.leave();

    player.start(lesson);

    assertThat(face().question()).isEqualTo(2);
  }

  @Test
  void whatIsLockedStaysUntilTheLessonIsLeft() {
    player.start(lesson);
    long seed = workbench.experiment().seed();

    workbench.edit(now -> now.withSeed(7).withPasses(3));
    assertThat(workbench.experiment().seed()).isEqualTo(seed);
    assertThat(workbench.experiment().passes()).isEqualTo(3);
    player.leave();
    workbench.edit(now -> now.withSeed(7));

    assertThat(workbench.experiment().seed()).isEqualTo(7);
  }

  @Test
  void openingAnotherExperimentLeavesTheLesson() {
    player.start(lesson);

    document.open(PresetCatalogue.all().getLast());

    assertThat(player.faceProperty().get()).isEmpty();
    assertThat(workbench.heldProperty().get()).isFalse();
    assertThat(workbench.experiment()).isNotEqualTo(lesson.experiment());
  }

  @Test
  void trainingIsAwaitedToo() {
    Lesson trained = Lessons.read("kept-graphs", Language.ENGLISH).orElseThrow();
    player.start(trained);
    predict(1);

    player.lockIn();
    assertThat(runner.asked()).contains("train for a lesson");
    Measured measured = StageRun.measure(face().stage(), () -> false);
    workbench.receive(measured.seen());
    assertThat(face().verdict()).isEmpty();
    player.asked().receive(measured.course().orElseThrow());

    assertThat(face().verdict().orElseThrow().isRight()).isTrue();
  }

  @Test
  void sixCellsAreAwaitedToo() {
    Lesson cells = Lessons.read("eval-is-not-no-grad", Language.ENGLISH).orElseThrow();
    player.start(cells);
    player.predictionProperty().set(Optional.of(new Prediction.Marked(Set.of())));

    player.lockIn();
    assertThat(runner.asked()).contains("cells");
    workbench.receive(StageRun.measure(face().stage(), () -> false).seen());
    assertThat(face().verdict()).isEmpty();
    player.asked().receive(StageRun.measure(face().stage(), () -> false).cells().orElseThrow());

    assertThat(face().verdict().orElseThrow().told())
        .isEqualTo("train + grad, train + no_grad and train + inference_mode");
  }

  @Test
  void lessonThatSaysWhatWasNotMeasuredIsToldOf() throws Exception {
    String wrong =
        Lessons.text("which-switch").orElseThrow().replace("{distinct_outputs}", "{distinct}");
    Lesson broken = LessonFile.read(Path.of("own.lesson.md"), wrong.getBytes(UTF_8));
    player.start(broken);
    predict(1);

    player.lockIn();
    arrive();

    assertThat(face().verdict()).isEmpty();
    assertThat(face().trouble()).contains("“distinct” was measured");
  }

  private void answer(int choice) {
    player.start(lesson);
    predict(choice);
    player.lockIn();
    arrive();
    player.explain();
  }

  private void predict(int choice) {
    player.predictionProperty().set(Optional.of(new Prediction.Chosen(choice)));
  }

  private void arrive() {
    Stage stage = face().stage();
    workbench.receive(StageRun.measure(stage, () -> false).seen());
  }

  private PlayerFace face() {
    return player.faceProperty().get().orElseThrow();
  }
}
