package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.experiment.InputSpec.Drawn;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.InputSpec.FromDataSet;
import org.modescope.experiment.InputSpec.Values;
import org.modescope.experiment.Training;
import org.modescope.ui.task.BackgroundTasks;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The sheet on which the input is chosen, by mouse and keys.
@ExtendWith(WindowExtension.class)
class InputRobotTest {
  @TempDir private static Path folder;

  private final FakePicker picker = new FakePicker();
  private final BackgroundTasks tasks = new BackgroundTasks();
  private final AppContext context =
      new AppContext(
          new FakeRunner(), new Surroundings(picker, tasks, Optional.empty(), Text.english()));
  private final Workbench workbench = context.desk().workbench();

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    stage.setWidth(1440);
    stage.setHeight(900);
    stage.show();
  }

  @AfterEach
  void close() {
    tasks.close();
  }

  @Test
  void digitsAreChosenByClicksAndUndoneByAKey(FxRobot robot) {
    robot.clickOn("#input-choose-other").clickOn("#input-tab-data-set");
    robot.clickOn("#input-picture-12").clickOn("#input-on");
    assertThat(text(robot, "#input-use")).isEqualTo("Use these 32 rows");
    assertThat(text(robot, "#input-effect")).isEqualTo("“fc1” then takes 64 instead of 10");

    robot.clickOn("#input-use");

    assertThat(robot.lookup("#input-sheet").<Node>query().getParent().isVisible()).isFalse();
    assertThat(((FromDataSet) workbench.experiment().input()).rows().first()).isEqualTo(32);
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(workbench.experiment().input()).isInstanceOf(Drawn.class);
  }

  @Test
  void escapeLeavesTheInputAsItWas(FxRobot robot) {
    robot.clickOn("#input-choose-other").clickOn("#input-tab-data-set").type(KeyCode.ESCAPE);

    assertThat(robot.lookup("#input-sheet").<Node>query().getParent().isVisible()).isFalse();
    assertThat(workbench.experiment().input()).isInstanceOf(Drawn.class);
    assertThat(robot.lookup("#input-choose-other").<Node>query().isFocused()).isTrue();
  }

  @Test
  void numberIsEditedInItsField(FxRobot robot) {
    robot.clickOn("#input-choose-other").clickOn("#input-tab-data-set");
    robot.doubleClickOn("#input-given");
    assertThat(robot.lookup("#input-number").<Node>query().isFocused()).isTrue();
    robot.lookup("#input-number").<TextField>query();
    robot.write("77").type(KeyCode.ENTER).clickOn("#input-use");

    Values own = (Values) workbench.experiment().input();
    assertThat(own.values()).contains(77);
  }

  @Test
  void tableIsChosenInADialogAndItsBlanksDealtWith(FxRobot robot) throws Exception {
    picker.choose(table());
    robot.clickOn("#input-choose-other").clickOn("#input-tab-file").clickOn("#input-choose");
    waitFor(() -> text(robot, "#input-use").equals("Use these 2 rows"));
    robot.clickOn("put the mean in");
    waitFor(() -> text(robot, "#input-use").equals("Use these 3 rows"));
    robot.clickOn("#input-file-standardize").clickOn("#input-fresh").clickOn("#input-use");

    FromCsv used = (FromCsv) workbench.experiment().input();
    assertThat(used.columns()).containsExactly("temp", "hum");
    assertThat(used.standardize()).isTrue();
    assertThat(picker.asked()).containsExactly("open INPUT");
  }

  @Test
  void columnIsChosenAsTheLabelByClicks(FxRobot robot) throws Exception {
    picker.choose(table());
    robot.clickOn("#input-choose-other").clickOn("#input-tab-file").clickOn("#input-choose");
    waitFor(() -> text(robot, "#input-use").equals("Use these 2 rows"));
    robot.clickOn("#input-label");
    waitFor(() -> offered(robot, "site").isPresent());
    robot.clickOn(offered(robot, "site").orElseThrow());
    waitFor(() -> text(robot, "#input-label").equals("site") && !isReading(robot));
    robot.clickOn("#input-use");

    assertThat(workbench.experiment().training().orElseThrow().target())
        .isEqualTo(new Training.Column("site"));
    assertThat(((FromCsv) workbench.experiment().input()).columns()).containsExactly("temp", "hum");
  }

  @Test
  void blankInTheStatementLeadsToItsCell(FxRobot robot) throws Exception {
    picker.choose(table());
    robot.clickOn("#input-choose-other").clickOn("#input-tab-file").clickOn("#input-choose");
    waitFor(() -> text(robot, "#input-use").equals("Use these 2 rows"));
    robot.clickOn("put the mean in");
    waitFor(() -> text(robot, "#input-use").equals("Use these 3 rows"));

    robot.clickOn("#input-blank-3-1");

    assertThat(robot.lookup(".sheet-blank").<Node>query().getPseudoClassStates())
        .contains(PseudoClass.getPseudoClass("in-focus"));
    assertThat(robot.lookup("#input-row").<TextField>query().getText()).isEqualTo("1");
    assertThat(robot.lookup("#input-number").<TextField>query().getText()).isEqualTo("2.25");
  }

  @Test
  void labelsOfTheDigitsBecomeTheTargetByAClick(FxRobot robot) {
    robot.clickOn("#input-choose-other").clickOn("#input-tab-data-set");
    robot.clickOn("#input-labelled").clickOn("#input-use");

    assertThat(workbench.experiment().training().orElseThrow().target())
        .isEqualTo(new Training.Column("label"));
  }

  @Test
  void numbersAreTyped(FxRobot robot) {
    robot.clickOn("#input-choose-other").clickOn("#input-tab-typed").clickOn("#input-typed");
    robot.interact(() -> robot.lookup("#input-typed").<TextArea>query().setText("1 2\n3 4"));
    robot.clickOn("#input-use");

    assertThat(((Values) workbench.experiment().input()).values()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void seedIsTypedAndTheButtonTakesIt(FxRobot robot) {
    robot.clickOn("#input-choose-other").clickOn("#input-drawn-seed").write("5");
    robot.clickOn("#input-use");

    assertThat(((Drawn) workbench.experiment().input()).seed()).hasValue(5);
  }

  /// A word of the open menu: the table's head may show the same one.
  private static Optional<Label> offered(FxRobot robot, String words) {
    return robot.lookup(".menu-item .label").queryAllAs(Label.class).stream()
        .filter(label -> label.getText().equals(words) && label.getWidth() > 0)
        .findFirst();
  }

  private static boolean isReading(FxRobot robot) {
    return robot.lookup("#input-use").<Node>query().isDisabled();
  }

  private static Path table() throws IOException {
    return Files.writeString(
        folder.resolve("own.csv"), "site;temp;hum\nNord;1,5;2\nNord;;4\nHafen;3;6,5\n");
  }

  private static String text(FxRobot robot, String selector) {
    return robot.lookup(selector).<Labeled>query().getText();
  }
}
