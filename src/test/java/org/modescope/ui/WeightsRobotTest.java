package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.StateEdit;
import org.modescope.files.StateFile;
import org.modescope.nn.StateDict;
import org.modescope.run.DirectRun;
import org.modescope.run.Runner;
import org.modescope.ui.task.BackgroundTasks;
import org.modescope.words.Text;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What a net starts from in the window: cells edited by keys, blocks, files.
@ExtendWith(WindowExtension.class)
class WeightsRobotTest {
  private static final String SHEET = "#weights-sheet .heat";

  private final Runner runner = new Runner();
  private final BackgroundTasks tasks = new BackgroundTasks();
  private final FakePicker picker = new FakePicker();
  private final AppContext context =
      new AppContext(
          ModeScopeApp.control(runner),
          new Surroundings(picker, tasks, Optional.empty(), Text.english()));

  @TempDir private Path folder;

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    ModeScopeApp.read(runner, context);
    stage.setWidth(1440);
    stage.setHeight(900);
    stage.show();
  }

  @AfterEach
  void close() {
    runner.close();
    tasks.close();
  }

  @Test
  void cellIsEditedByKeysAndWhatThatDidIsMeasured(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.clickOn(SHEET).push(KeyCode.PAGE_UP).push(KeyCode.HOME);
    robot.push(KeyCode.DOWN).push(KeyCode.RIGHT).push(KeyCode.RIGHT);

    robot.write("1.5");
    assertThat(label(robot, ".cell-was")).startsWith("was ").contains("Esc");
    robot.push(KeyCode.ENTER);

    Waiting.waitFor(() -> label(robot, "#weights-effect .headline").startsWith("up to"));
    assertThat(cells()).isEqualTo(new StateEdit.Cells(shape(), new int[] {12}, new float[] {1.5f}));
    assertThat(label(robot, "#weights-edited")).isEqualTo("1 number edited");
    assertThat(label(robot, "#weights-selected")).startsWith("[2, 2]");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(experiment().parameters()).isEmpty();
  }

  @Test
  void escapeGivesBackWhatWasThere(FxRobot robot) throws TimeoutException {
    open(robot);

    robot.clickOn(SHEET).write("7").push(KeyCode.ESCAPE);

    assertThat(experiment().parameters()).isEmpty();
    assertThat(robot.lookup("#weights-cell").queryAs(TextField.class).isVisible()).isFalse();
  }

  @Test
  void whatIsNoNumberStaysToBeMended(FxRobot robot) throws TimeoutException {
    open(robot);

    robot.clickOn(SHEET).write("1x").push(KeyCode.ENTER);
    assertThat(label(robot, "#weights-problem")).contains("“1x”");
    robot.push(KeyCode.BACK_SPACE).push(KeyCode.ENTER);

    assertThat(cells().count()).isEqualTo(1);
  }

  @Test
  void blockIsSelectedWithShiftAndFilled(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.clickOn(SHEET).push(KeyCode.PAGE_UP).push(KeyCode.HOME);
    robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT, 2).type(KeyCode.DOWN).release(KeyCode.SHIFT);

    robot.clickOn("#weights-number").write("0.25").clickOn("#weights-fill");

    assertThat(cells().count()).isEqualTo(6);
    robot.clickOn("#weights-restore");
    assertThat(experiment().parameters()).isEmpty();
  }

  @Test
  void blockOfASpreadsheetIsPasted(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.interact(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString("1\t2\n3\t4\n");
          Clipboard.getSystemClipboard().setContent(content);
        });

    robot.clickOn(SHEET).push(KeyCode.PAGE_UP).push(KeyCode.HOME);
    robot.push(KeyCode.CONTROL, KeyCode.V);

    assertThat(cells())
        .isEqualTo(
            new StateEdit.Cells(shape(), new int[] {0, 1, 10, 11}, new float[] {1, 2, 3, 4}));
  }

  @Test
  void otherKeyIsShownByAClick(FxRobot robot) throws TimeoutException {
    open(robot);

    robot.clickOn("bn1.running_var");
    assertThat(label(robot, "#weights-key")).isEqualTo("bn1.running_var");
    robot.push(KeyCode.UP).push(KeyCode.UP);

    assertThat(label(robot, "#weights-key")).isEqualTo("fc2.bias");
  }

  @Test
  void stateDictOfAnotherHeadIsLoadedWhereItFits(FxRobot robot)
      throws IOException, TimeoutException {
    open(robot);
    picker.choose(otherHead());

    robot.clickOn("#weights-load");
    Waiting.waitFor(() -> spoken(robot, "#weights-loaded").contains("7 keys fit, but not all do"));
    assertThat(experiment().parameters()).isEmpty();
    robot.clickOn("what fits");

    Waiting.waitFor(() -> spoken(robot, "#weights-loaded").contains("7 keys loaded"));
    assertThat(experiment().parameters().orElseThrow().file()).isEqualTo("three.safetensors");
    assertThat(label(robot, "#weights-origin")).isEqualTo("from three.safetensors");
    robot.clickOn("#weights-as-drawn");
    assertThat(experiment().parameters()).isEmpty();
  }

  @Test
  void stateDictThatIsDroppedOnThePageIsLoaded(FxRobot robot) throws IOException, TimeoutException {
    open(robot);
    Path file = folder.resolve("dropped.safetensors");
    StateDict state;
    try (DirectRun run = new DirectRun(experiment().withSeed(7))) {
      state = run.state();
      StateFile.write(file, state);
    }

    Drops.on(robot, "#weights-page", file);

    Waiting.waitFor(() -> spoken(robot, "#weights-loaded").contains("9 keys loaded"));
    assertThat(experiment().parameters().orElseThrow().state()).isEqualTo(state);
  }

  @Test
  void archiveThatIsDroppedIsRefusedWithTheLinesThatConvertIt(FxRobot robot)
      throws IOException, TimeoutException {
    open(robot);
    Path file = folder.resolve("net.pt");
    Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});

    Drops.on(robot, "#weights-page", file);

    Waiting.waitFor(() -> spoken(robot, "#weights-loaded").contains("net.pt"));
    assertThat(experiment().parameters()).isEmpty();
  }

  @Test
  void stateDictIsSavedAndLoadedAgain(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.clickOn(SHEET).write("1.5").push(KeyCode.ENTER);
    Path file = folder.resolve("mine.safetensors");
    picker.choose(file);

    robot.clickOn("#weights-save");
    Waiting.waitFor(() -> Files.exists(file));
    robot.clickOn("#weights-as-drawn").clickOn("#weights-load");

    Waiting.waitFor(() -> experiment().parameters().filter(Parameters::isFromFile).isPresent());
    assertThat(experiment().parameters().orElseThrow().state().entries()).hasSize(9);
  }

  @Test
  void everyChartHasItsTable(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.clickOn(SHEET).write("1.5").push(KeyCode.ENTER);
    Waiting.waitFor(() -> label(robot, "#weights-effect .headline").startsWith("up to"));

    for (String card : new String[] {"#weights-sheet", "#weights-histogram", "#weights-effect"}) {
      robot.clickOn(card + " .as-table");
      TableView<?> table = robot.lookup(card + " .value-table").queryAs(TableView.class);
      assertThat(table.getItems()).as(card).isNotEmpty();
    }
  }

  private void open(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-weights");
    Waiting.waitFor(
        () -> !robot.lookup("#weights-keys").queryAs(ListView.class).getItems().isEmpty());
  }

  private Path otherHead() throws IOException {
    Experiment simple = experiment();
    Experiment other =
        simple.withLayer(
            simple.network().size() - 1, simple.network().getLast().with("out_features", 3));
    Path file = folder.resolve("three.safetensors");
    try (DirectRun run = new DirectRun(other.withSeed(7))) {
      SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>(run.state().entries());
      StateFile.write(file, new StateDict(entries));
    }
    return file;
  }

  private StateEdit.Cells cells() {
    return (StateEdit.Cells)
        experiment().parameters().orElseThrow().edits().edits().firstEntry().getValue();
  }

  private static Shape shape() {
    return Shape.of(20, 10);
  }

  private Experiment experiment() {
    return context.desk().workbench().experiment();
  }

  private static String label(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Labeled.class).getText();
  }

  private static String spoken(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Node.class).getAccessibleText();
  }
}
