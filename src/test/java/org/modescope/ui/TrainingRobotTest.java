package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.Training;
import org.modescope.preset.Presets;
import org.modescope.run.Runner;
import org.modescope.ui.control.ChoiceMenu;
import org.modescope.ui.control.Hint;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A training in the window, by the real runner.
@ExtendWith(WindowExtension.class)
class TrainingRobotTest {
  private final Runner runner = new Runner();
  private final AppContext context = new AppContext(ModeScopeApp.control(runner));

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    ModeScopeApp.read(runner, context);
    stage.setWidth(1440);
    stage.setHeight(900);
    stage.show();
    context.desk().workbench().open(Presets.digits());
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void trainingIsSetUpTrainedTakenToTheBenchAndUndone(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-training");
    assertThat(status(robot)).isEqualTo("Nothing trained yet");
    setUp(robot, 2);

    train(robot);
    assertThat(spoken(robot, "#training-loss")).contains("After 2 epochs the validation loss is");
    assertThat(spoken(robot, "#training-accuracy")).contains("of 360 right in eval");
    assertThat(spoken(robot, "#training-drift")).contains("+90");
    assertThat(context.desk().workbench().observation()).isEmpty();

    robot.clickOn("#training-take");
    assertThat(experiment().parameters()).isPresent();
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(experiment().parameters()).isEmpty();
  }

  @Test
  void longTrainingStopsAtOnceAndKeepsWhatIsThere(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-training");
    setUp(robot, 100_000);

    robot.clickOn("#train");
    Waiting.waitFor(() -> text(robot, "#training-progress-text").contains("of 100,000"));
    robot.clickOn("#stop-training");
    Waiting.waitFor(() -> status(robot).startsWith("stopped after"));

    assertThat(text(robot, "#training-progress-text")).startsWith("stopped in epoch");
    assertThat(robot.lookup("#train").queryButton().isVisible()).isTrue();
    assertThat(robot.lookup("#training-take").queryButton().isDisabled()).isFalse();
  }

  @Test
  void settingIsTypedChosenAndTicked(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-training");
    setUp(robot, 3);

    type(robot, "#setting-batch", "64");
    robot.clickOn("#setting-shuffle");
    robot.clickOn("#setting-drop-last");
    robot.interact(
        () ->
            robot
                .lookup("#setting-optimizer")
                .<ChoiceMenu<String>>query()
                .valueProperty()
                .set("SGD"));
    type(robot, "#setting-momentum", "0.9");

    Training training = experiment().training().orElseThrow();
    assertThat(training.batchSize()).isEqualTo(64);
    assertThat(training.order()).isEqualTo(Training.RowOrder.AS_GIVEN);
    assertThat(training.lastBatch()).isEqualTo(Training.LastBatch.DROPPED);
    assertThat(training.optimizer()).isEqualTo(new Training.Sgd(0.001, 0.9, 0, false));
    type(robot, "#setting-epochs", "0");
    assertThat(robot.lookup("#training-page .entry-problem").queryAs(Label.class).getText())
        .contains("from 1 to 1,000,000");
  }

  @Test
  void forgottenLineIsSwitchedOnSeenAndMended(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-training");
    setUp(robot, 2);
    robot.clickOn(page(robot, 1));

    robot.clickOn("#forgotten-total_plus_loss").clickOn("#forgotten-no_no_grad");
    assertThat(spoken(robot, "#training-loop .loop")).contains("total += loss keeps each graph");
    train(robot);
    assertThat(spoken(robot, "#training-held")).contains("11.3×").contains("72,048 B");

    robot.clickOn("#mend-line");
    assertThat(experiment().training().orElseThrow().forgotten())
        .containsExactly(Forgotten.TOTAL_PLUS_LOSS);
  }

  @Test
  void forgottenLineBelowTheEdgeOfTheLoopIsBroughtIntoView(FxRobot robot) {
    size(robot, 1000, 700);
    robot.clickOn("#screen-training");
    setUp(robot, 2);
    robot.clickOn(page(robot, 1));

    robot.clickOn("#forgotten-no_train");

    var loop = robot.lookup("#training-loop-scroll").query();
    var line = robot.lookup(".loop-missing").query();
    assertThat(OnFxThread.inScene(loop).getMaxY())
        .isGreaterThanOrEqualTo(OnFxThread.inScene(line).getMaxY());
    assertThat(OnFxThread.inScene(loop).getMinY())
        .isLessThanOrEqualTo(OnFxThread.inScene(line).getMinY());
  }

  @Test
  void everyChartHasItsTable(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-training");
    setUp(robot, 1);
    train(robot);

    for (String card : new String[] {"#training-loss", "#training-accuracy", "#training-drift"}) {
      robot.clickOn(card + " .as-table");
      TableView<?> table = robot.lookup(card + " .value-table").queryAs(TableView.class);
      assertThat(table.getItems()).as(card).isNotEmpty();
    }
    robot.clickOn(page(robot, 2));
    for (String card :
        new String[] {
          "#training-backward",
          "#training-memory",
          "#training-gradients",
          "#training-updates",
          "#training-direction"
        }) {
      robot.clickOn(card + " .as-table");
      TableView<?> table = robot.lookup(card + " .value-table").queryAs(TableView.class);
      assertThat(table.getItems()).as(card).isNotEmpty();
    }
  }

  @Test
  void sentenceThatHasNoRoomBelowAChartIsSaidOnItsTitle(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-training");
    setUp(robot, 1);
    train(robot);
    size(robot, 1000, 700);
    assertThat(robot.lookup("#training-loss .sentence").query().isVisible()).isTrue();
    assertThat(Hint.getText(title(robot, "#training-loss"))).isEmpty();

    robot.clickOn(page(robot, 2));
    Label sentence = robot.lookup("#training-updates .sentence").queryAs(Label.class);
    Waiting.waitFor(() -> !sentence.isVisible());

    Label title = title(robot, "#training-updates");
    assertThat(Hint.getText(title)).isEqualTo(sentence.getText()).contains("The last update");
    robot.moveTo(title);
    assertThat(title.getTooltip().getText()).isEqualTo(sentence.getText());
  }

  @Test
  void measurementIsReadOutByKeys(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-training");
    setUp(robot, 2);
    train(robot);

    robot.clickOn("#training-loss .instrument").push(KeyCode.HOME);
    assertThat(spoken(robot, "#training-loss .instrument")).startsWith("epoch 0: 4.74 in eval");
    robot.push(KeyCode.RIGHT);
    assertThat(spoken(robot, "#training-loss .instrument")).startsWith("epoch 1: ");
    robot.push(KeyCode.ESCAPE);

    assertThat(spoken(robot, "#training-loss .instrument")).contains("After 2 epochs");
  }

  private static Label title(FxRobot robot, String card) {
    return robot.lookup(card + " .instrument-title").queryAs(Label.class);
  }

  private static void size(FxRobot robot, double width, double height) {
    robot.interact(
        () -> {
          robot.window(0).setWidth(width);
          robot.window(0).setHeight(height);
        });
  }

  private void setUp(FxRobot robot, int epochs) {
    robot.clickOn("#train");
    type(robot, "#setting-epochs", Integer.toString(epochs));
    assertThat(experiment().training().orElseThrow().epochs()).isEqualTo(epochs);
  }

  private void train(FxRobot robot) throws TimeoutException {
    robot.clickOn("#train");
    Waiting.waitFor(() -> status(robot).startsWith("training done"));
  }

  private static javafx.scene.Node page(FxRobot robot, int place) {
    return robot.lookup("#training-pages").queryAs(HBox.class).getChildren().get(place);
  }

  private static void type(FxRobot robot, String field, String text) {
    robot.clickOn(field);
    robot.interact(() -> robot.lookup(field).queryAs(TextField.class).selectAll());
    robot.write(text).push(KeyCode.ENTER);
  }

  private Experiment experiment() {
    return context.desk().workbench().experiment();
  }

  private static String text(FxRobot robot, String label) {
    return robot.lookup(label).queryAs(Label.class).getText();
  }

  private static String status(FxRobot robot) {
    return text(robot, "#status-progress");
  }

  private static String spoken(FxRobot robot, String node) {
    return robot.lookup(node).query().getAccessibleText();
  }
}
