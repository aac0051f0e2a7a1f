package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.experiment.Experiment;
import org.modescope.run.Runner;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Batch mates in the window, measured by the real runner.
@ExtendWith(WindowExtension.class)
class MatesRobotTest {
  private final Runner runner = new Runner();
  private final AppContext context = new AppContext(ModeScopeApp.control(runner));

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
  }

  @Test
  void otherMatesShowsAnswersOfBothModesAndLeavesTheBenchAlone(FxRobot robot)
      throws TimeoutException {
    robot.clickOn("#screen-mates");
    Experiment before = experiment();
    assertThat(status(robot)).isEqualTo("Nothing asked yet");

    askForMates(robot);

    assertThat(spoken(robot, "#mates-answers")).contains("sd 0.").contains("In eval there is one");
    assertThat(spoken(robot, "#mates-sizes")).contains("With two rows the sd is");
    assertThat(spoken(robot, "#mates-reading")).contains("did not change; its answer did");
    assertThat(experiment()).isEqualTo(before);
    assertThat(context.desk().workbench().observation()).isEmpty();
  }

  @Test
  void outlierIsPutInAndTakenOut(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-mates");
    askForMates(robot);

    robot.clickOn("#mates-outlier");
    Waiting.waitFor(() -> spoken(robot, "#mates-reading").contains("One changed mate, 7"));
    assertThat(button(robot)).isEqualTo("Take the change out");
    robot.clickOn("#mates-outlier");

    Waiting.waitFor(() -> !spoken(robot, "#mates-reading").contains("One changed mate"));
    assertThat(button(robot)).isEqualTo("Put an outlier in");
  }

  @Test
  void aloneIsRefusedAndTwoRowsAreTheWayOut(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-mates");
    askForMates(robot);

    robot.clickOn("#mates-alone");
    Waiting.waitFor(
        () ->
            spoken(robot, "#mates-reading")
                .contains("ValueError: Expected more than 1 value per channel"));
    robot.clickOn("#mates-try-0");

    Waiting.waitFor(() -> spoken(robot, "#mates-reading").contains("keeps only who is larger"));
    assertThat(field(robot, "#mates-rows .entry-field").getText()).isEqualTo("2");
  }

  @Test
  void anotherRowIsTypedAndTheWrongOneIsRefusedInPlace(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-mates");
    askForMates(robot);

    type(robot, "#mates-row", "40");
    assertThat(robot.lookup("#mates-batch .entry-problem").queryAs(Label.class).getText())
        .contains("from 0 to 31");
    type(robot, "#mates-row", "3");

    Waiting.waitFor(() -> spoken(robot, "#mates-answers").startsWith("Row 3’s answer"));
  }

  @Test
  void mateIsSelectedByAClickAndKeysAndEditedByHand(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-mates");
    askForMates(robot);
    Region chart = robot.lookup("#mates-batch .instrument").queryAs(Region.class);
    String before = field(robot, "#mates-number").getText();

    robot.clickOn(chart);
    Waiting.waitFor(() -> !field(robot, "#mates-number").getText().equals(before));
    robot.push(KeyCode.DOWN).push(KeyCode.RIGHT);
    type(robot, "#mates-number", "25");

    Waiting.waitFor(() -> spoken(robot, "#mates-batch").contains("was changed by hand"));
    type(robot, "#mates-number", "much");
    assertThat(robot.lookup("#mates-batch .entry-problem").queryAs(Label.class).getText())
        .contains("“much”");
  }

  @Test
  void everyChartHasItsTable(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-mates");
    askForMates(robot);

    for (String card : new String[] {"#mates-batch", "#mates-answers", "#mates-sizes"}) {
      robot.clickOn(card + " .as-table");
      TableView<?> table = robot.lookup(card + " .value-table").queryAs(TableView.class);
      assertThat(table.getItems()).as(card).isNotEmpty();
    }
  }

  private void askForMates(FxRobot robot) throws TimeoutException {
    robot.clickOn("#other-mates");
    Waiting.waitFor(() -> status(robot).equals("30 companies done"));
  }

  private static void type(FxRobot robot, String field, String text) {
    robot.doubleClickOn(field).write(text).push(KeyCode.ENTER);
  }

  private Experiment experiment() {
    return context.desk().workbench().experiment();
  }

  private static TextField field(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(TextField.class);
  }

  private static String button(FxRobot robot) {
    return robot.lookup("#mates-outlier").queryButton().getText();
  }

  private static String status(FxRobot robot) {
    return robot.lookup("#status-progress").queryAs(Label.class).getText();
  }

  private static String spoken(FxRobot robot, String node) {
    return robot.lookup(node).query().getAccessibleText();
  }
}
