package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.preset.Presets;
import org.modescope.run.Runner;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Language;
import org.modescope.words.Text;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Another language is chosen in the middle of things, by the real runner: nothing that is in hand,
/// open or going on is lost.
@ExtendWith(WindowExtension.class)
class LanguageRobotTest {
  private static final int LONG = 1_000_000;

  /// So many that a million passes outlast what the test does meanwhile on any machine.
  private static final int ROWS = 1024;

  private static final int SWITCHES = 8;
  private static final int COLLECTIONS = 20;

  private final Runner runner = new Runner();
  private final FakePicker picker = new FakePicker();
  private final AppContext context =
      new AppContext(
          ModeScopeApp.control(runner),
          new Surroundings(picker, new TasksAtOnce(), Optional.empty(), Text.english()));

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    ModeScopeApp.frame(stage, context);
    ModeScopeApp.read(runner, context);
    stage.setWidth(1440);
    stage.setHeight(900);
    stage.show();
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void runGoesOnWithWhatIsPinnedAndWhatCanBeUndone(FxRobot robot) throws TimeoutException {
    robot.clickOn("#run");
    Waiting.waitFor(() -> workbench().canPin());
    robot.clickOn("#pin").clickOn("#mode-eval");
    robot.interact(
        () ->
            workbench()
                .edit(now -> now.withPasses(LONG).withInput(now.input().withBatchSize(ROWS))));
    robot.clickOn("#run");
    Waiting.waitFor(() -> status(robot).startsWith("Pass "));

    choose(robot, "es");

    assertThat(workbench().runningProperty().get()).isTrue();
    assertThat(status(robot)).startsWith("Pasada ");
    assertThat(workbench().pin().pinned()).isPresent();
    assertThat(text(robot, "#mode-eval")).isEqualTo("Eval");
    assertThat(text(robot, "#stop")).isEqualTo("Parar");
    String before = status(robot);
    Waiting.waitFor(() -> !status(robot).equals(before));
    robot.clickOn("#stop");
    Waiting.waitFor(() -> status(robot).startsWith("Parado tras"));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(workbench().experiment().passes()).isLessThan(LONG);
  }

  @Test
  void trainingGoesOnOnItsScreen(FxRobot robot) throws TimeoutException {
    robot.interact(() -> workbench().open(Presets.digits()));
    robot.clickOn("#screen-training");
    robot.clickOn("#train");
    robot.interact(
        () ->
            workbench()
                .edit(
                    now -> now.withTraining(now.training().map(each -> each.withEpochs(100_000)))));
    robot.clickOn("#train");
    Waiting.waitFor(() -> text(robot, "#training-progress-text").contains("of 100,000"));

    choose(robot, "es");

    assertThat(text(robot, "#training-progress-text")).contains(" de 100");
    String before = text(robot, "#training-progress-text");
    Waiting.waitFor(() -> !text(robot, "#training-progress-text").equals(before));
    robot.clickOn("#stop-training");
    Waiting.waitFor(() -> text(robot, "#training-progress-text").startsWith("parado en la época"));
  }

  @Test
  void lessonGoesOnAtTheSameQuestion(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-lessons").clickOn("#lesson-which-switch");
    robot.clickOn("#choice-1").clickOn("#lesson-go");
    waitForGo(robot, "Explain");
    robot.clickOn("#lesson-go").clickOn("#lesson-go");
    assertThat(text(robot, "#lesson-count")).isEqualTo("question 2 of 3");

    choose(robot, "es");

    assertThat(text(robot, "#lesson-count")).isEqualTo("pregunta 2 de 3");
    assertThat(robot.lookup("#run").queryButton().isDisabled()).isTrue();
    robot.clickOn("#choice-1").clickOn("#lesson-go");
    waitForGo(robot, "Explicar");
  }

  @Test
  void screensThatAreOpenStayAsTheyAre(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-cells").clickOn("#run-all");
    Waiting.waitFor(() -> status(robot).startsWith("6 cells"));
    robot.clickOn("#screen-bench");

    choose(robot, "es");
    robot.clickOn("#screen-cells");

    assertThat(status(robot)).startsWith("6 celdas de ");
  }

  @Test
  void languageIsKeptAndThatOfTheSystemComesBack(FxRobot robot) {
    choose(robot, "es");
    assertThat(context.desk().settings().settings().language()).isEqualTo(Language.of("es"));
    assertThat(text(robot, "#file")).isEqualTo("Archivo");

    choose(robot, "system");

    assertThat(context.desk().settings().settings().language()).isEmpty();
    assertThat(text(robot, "#file")).isEqualTo("File");
  }

  @Test
  void windowsInEarlierLanguagesAreForgotten(FxRobot robot) {
    robot.clickOn("#screen-training").clickOn("#screen-lessons").clickOn("#screen-bench");
    List<WeakReference<Text>> left = new ArrayList<>();
    for (int i = 0; i < SWITCHES; i++) {
      choose(robot, "es");
      left.add(new WeakReference<>(context.desk().text()));
      choose(robot, "en");
    }

    assertThat(stillThere(left, robot)).isZero();
  }

  @Test
  void filesAreTheSameInEveryLanguage(FxRobot robot, @TempDir Path folder) throws Exception {
    for (String language : List.of("en", "es")) {
      choose(robot, language);
      picker.choose(folder.resolve(language + ".modescope.json"));
      robot.interact(() -> context.document().saveAs());
      Path code = Files.createDirectory(folder.resolve(language));
      picker.choose(code);
      robot.clickOn("#file").clickOn("#file-export-code");
    }

    assertThat(folder.resolve("es.modescope.json"))
        .hasSameBinaryContentAs(folder.resolve("en.modescope.json"));
    try (var files = Files.list(folder.resolve("en"))) {
      assertThat(files.toList())
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(folder.resolve("es").resolve(file.getFileName()))
                      .hasSameBinaryContentAs(file));
    }
  }

  private Workbench workbench() {
    return context.desk().workbench();
  }

  /// By the menu, as a user does.
  private static void choose(FxRobot robot, String language) {
    robot.interact(
        () -> {
          MenuButton menu = robot.lookup("#appearance").queryAs(MenuButton.class);
          menu.getOnShowing().handle(null);
          menu.getItems().stream()
              .filter(item -> ("language-" + language).equals(item.getId()))
              .map(RadioMenuItem.class::cast)
              .findFirst()
              .orElseThrow()
              .fire();
        });
    robot.interact(() -> robot.lookup("#appearance").query().getScene().getRoot().layout());
  }

  private static void waitForGo(FxRobot robot, String words) throws TimeoutException {
    Waiting.waitFor(
        () ->
            robot
                .lookup("#lesson-go")
                .<Labeled>tryQuery()
                .filter(go -> go.getText().equals(words))
                .isPresent());
  }

  private static String status(FxRobot robot) {
    return text(robot, "#status-progress");
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).<Labeled>query().getText();
  }

  private static long stillThere(List<WeakReference<Text>> left, FxRobot robot) {
    for (int collection = 0; collection < COLLECTIONS; collection++) {
      System.gc();
      robot.interact(() -> {});
      if (left.stream().allMatch(each -> each.refersTo(null))) {
        return 0;
      }
    }
    return left.stream().filter(each -> !each.refersTo(null)).count();
  }
}
