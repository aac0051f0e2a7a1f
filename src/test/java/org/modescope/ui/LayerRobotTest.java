package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;
import org.modescope.run.Runner;
import org.modescope.ui.instrument.ValueTable;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// One layer in slow motion in the window, traced by the real runner.
@ExtendWith(WindowExtension.class)
class LayerRobotTest {
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
  void screenTracesByItselfAndLeavesTheBenchAlone(FxRobot robot) throws TimeoutException {
    Experiment before = context.desk().workbench().experiment();

    open(robot);

    assertThat(status(robot)).isEqualTo("pass 1, stage 5 of 6");
    assertThat(context.desk().workbench().experiment()).isEqualTo(before);
    assertThat(context.desk().workbench().observation()).isEmpty();
  }

  @Test
  void rowOfATableIsTheNumberThatIsPointedAt(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.clickOn("#layer-output .as-table");
    ValueTable output = robot.lookup("#layer-output .value-table").query();
    int pointed = output.getSelectionModel().getSelectedIndex();
    assertThat(pointed).isNotNegative();

    robot.interact(() -> output.getSelectionModel().clearAndSelect(3 * 20 + 7));
    assertThat(robot.lookup("#layer-cell").queryAs(Label.class).getText()).isEqualTo("7");

    robot.clickOn("#layer-cell-on");
    assertThat(output.getSelectionModel().getSelectedIndex()).isEqualTo(3 * 20 + 8);
  }

  @Test
  void keyLeadsFromTermToTermAndItsRowIsTheOneOfTheTable(FxRobot robot) throws TimeoutException {
    open(robot);
    choose(robot, "fc2");
    Waiting.waitFor(() -> status(robot).equals("pass 1, stage 5 of 5"));
    robot.interact(() -> robot.lookup("#layer-terms .instrument").query().requestFocus());

    robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
    assertThat(text(robot, "#layer-terms .read-out")).startsWith("number 1 · ");
    // Not by the mouse, which would point at other outputs on its way.
    turn(robot, "#layer-terms");
    ValueTable terms = robot.lookup("#layer-terms .value-table").query();
    assertThat(terms.getSelectionModel().getSelectedIndex()).isEqualTo(1);
    robot.interact(() -> terms.getSelectionModel().clearAndSelect(4));
    turn(robot, "#layer-terms");

    assertThat(text(robot, "#layer-terms .read-out")).startsWith("number 4 · ");
  }

  @Test
  void pointerReadsOutAPassOfADroppingLayer(FxRobot robot) throws TimeoutException {
    open(robot);
    choose(robot, "dropout");
    Waiting.waitFor(() -> status(robot).equals("pass 1, stage 4 of 4"));

    robot.moveTo("#layer-spread .instrument");
    robot.interact(() -> robot.lookup("#layer-spread .instrument").query().requestFocus());
    robot.type(KeyCode.HOME);

    assertThat(text(robot, "#layer-spread .read-out")).startsWith("pass 1 · mean");
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup("#layer-spread .read-out").query().isVisible()).isFalse();
  }

  @Test
  void wordsOfALegendAreExplained(FxRobot robot) throws TimeoutException {
    open(robot);
    choose(robot, "dropout");

    assertThat(robot.lookup("#layer-spread .legend-word").queryAll()).isNotEmpty();
  }

  @Test
  void clicksLeadThroughStagesPassesAndChannels(FxRobot robot) throws TimeoutException {
    open(robot);

    robot.clickOn("#layer-on");
    assertThat(status(robot)).isEqualTo("pass 1, stage 6 of 6");
    robot.clickOn("#layer-back").clickOn("#layer-back");
    assertThat(status(robot)).isEqualTo("pass 1, stage 4 of 6");
    robot.clickOn("#layer-pass-on");
    Waiting.waitFor(() -> status(robot).startsWith("pass 2, stage 4"));
    String channel = text(robot, "#layer-cell");
    robot.clickOn("#layer-cell-back");

    assertThat(text(robot, "#layer-cell")).isNotEqualTo(channel);
  }

  @Test
  void arrowKeysPointAtAnotherNumberAndWriteItsFormula(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.clickOn("#layer-output .heat");
    String before = formulas(robot);

    robot.push(KeyCode.DOWN);

    assertThat(formulas(robot)).isNotEqualTo(before).contains("running_mean");
  }

  @Test
  void playGoesThroughTheStagesAndRestsAtTheEnd(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.interact(
        () -> robot.lookup("#layer-speed").queryAs(javafx.scene.control.Slider.class).setValue(4));

    robot.clickOn("#layer-play");

    Waiting.waitFor(() -> status(robot).equals("pass 1, stage 6 of 6"));
  }

  @Test
  void anotherLayerHasPicturesOfItsOwn(FxRobot robot) throws TimeoutException {
    open(robot);

    choose(robot, "dropout");
    Waiting.waitFor(() -> status(robot).equals("pass 1, stage 4 of 4"));
    assertThat(robot.lookup("#layer-mask").tryQuery()).isPresent();

    choose(robot, "fc2");
    Waiting.waitFor(() -> status(robot).equals("pass 1, stage 5 of 5"));
    assertThat(robot.lookup("#layer-terms").tryQuery()).isPresent();
  }

  private static void open(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-layer");
    Waiting.waitFor(() -> status(robot).startsWith("pass 1, stage"));
  }

  private static void turn(FxRobot robot, String card) {
    robot.interact(() -> robot.lookup(card + " .as-table").<ToggleButton>query().fire());
  }

  private static void choose(FxRobot robot, String path) {
    @SuppressWarnings("unchecked") // the screen offers nothing but layers
    ComboBox<PlacedLayer> layers = robot.lookup("#layer-choice").queryAs(ComboBox.class);
    robot.interact(
        () ->
            layers.getItems().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .ifPresent(layers::setValue));
  }

  private static String status(FxRobot robot) {
    return text(robot, "#status-progress");
  }

  private static String text(FxRobot robot, String label) {
    return robot.lookup(label).queryAs(Label.class).getText();
  }

  private static String formulas(FxRobot robot) {
    return robot.lookup("#layer-formulas").query().getAccessibleText();
  }
}
