package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.nn.Mode;
import org.modescope.run.DirectRun;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;
import org.modescope.ui.control.ChoiceMenu;
import org.modescope.ui.control.Hint;
import org.modescope.ui.workbench.Workbench;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Words explained where they stand, by clicks and by keys.
@ExtendWith(WindowExtension.class)
class GlossaryRobotTest {
  /// Buttons that do something to the window and not to the experiment.
  private static final Set<String> OF_THE_WINDOW =
      Set.of("tool", "fix", "proposal", "try", "rail-button", "menu-button", "add-layer");

  private final AppContext context = new AppContext(new FakeRunner());
  private final Workbench workbench = context.desk().workbench();

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    stage.setWidth(1440);
    stage.setHeight(900);
    stage.show();
  }

  @Test
  void aClickOnAWordExplainsItBesideItsChart(FxRobot robot) {
    run(robot);

    robot.clickOn("#memory .headline");

    assertThat(term(robot)).isEqualTo("Extra bytes");
    assertThat(number(robot)).isEqualTo("extra 7,840 B");
    Bounds card = onScreen(robot, "#glossary-card");
    assertThat(card.intersects(onScreen(robot, "#memory"))).isFalse();
    assertThat(robot.window(0).getScene().getFocusOwner().getId()).isEqualTo("glossary-card");
  }

  @Test
  void escapeClosesTheCardAndGivesTheFocusBackToTheWord(FxRobot robot) {
    run(robot);
    Node headline = robot.lookup("#variance .headline").query();
    robot.interact(headline::requestFocus);

    robot.type(KeyCode.ENTER);
    assertThat(term(robot)).isEqualTo("Standard deviation");
    assertThat(robot.lookup("#glossary-card").query().getAccessibleText())
        .contains("square root of the variance", "In this run: sd 0.6", "Keras: keras.ops.std");
    robot.type(KeyCode.ESCAPE);

    assertThat(robot.lookup("#glossary-card").tryQuery()).isEmpty();
    assertThat(headline.isFocused()).isTrue();
  }

  @Test
  void aWordOfTheReadingIsExplainedByClickAndByKey(FxRobot robot) {
    run(robot);
    Node word = told(robot, "#reading", "mask");

    robot.clickOn(word);
    assertThat(term(robot)).isEqualTo("Mask");
    robot.type(KeyCode.ESCAPE);
    assertThat(word.isFocused()).isTrue();

    robot.type(KeyCode.ENTER);
    assertThat(term(robot)).isEqualTo("Mask");
  }

  @Test
  void aWordOfALegendIsExplainedByClickAndByKey(FxRobot robot) {
    run(robot);
    Node word = told(robot, "#memory", "activation");

    robot.clickOn(word);
    assertThat(term(robot)).isEqualTo("Activation");
    robot.type(KeyCode.ESCAPE).type(KeyCode.TAB);
    assertThat(robot.window(0).getScene().getFocusOwner()).isSameAs(told(robot, "#memory", "mask"));
    robot.type(KeyCode.ENTER);

    assertThat(term(robot)).isEqualTo("Mask");
  }

  @Test
  void theProjectorExplainsItsWordsToo(FxRobot robot) {
    run(robot);
    robot.type(KeyCode.F9);

    robot.clickOn(told(robot, "#projector", "running statistics"));
    assertThat(term(robot)).isEqualTo("Running mean");
    robot.type(KeyCode.ESCAPE);

    assertThat(robot.lookup("#projector").query().isVisible())
        .as("Escape closed the card")
        .isTrue();
    robot.clickOn(told(robot, "#projector", "predicted sd"));
    assertThat(term(robot)).isEqualTo("Predicted sd");
  }

  @Test
  void aKeyExplainsTheArgumentThatIsTyped(FxRobot robot) {
    robot.clickOn("#bn1-momentum");

    robot.press(KeyCode.SHIFT).type(KeyCode.F1).release(KeyCode.SHIFT);
    assertThat(term(robot)).isEqualTo("Momentum");
    robot.type(KeyCode.ESCAPE);

    assertThat(robot.lookup("#bn1-momentum").query().isFocused()).isTrue();
  }

  @Test
  void theOtherMouseButtonExplainsACheckBoxAndLeavesItAsItIs(FxRobot robot) {
    robot.clickOn("#bn1-affine", MouseButton.SECONDARY);

    assertThat(term(robot)).isEqualTo("affine");
    assertThat(robot.lookup("#bn1-affine").<CheckBox>query().isSelected()).isTrue();
  }

  @Test
  void aClickChoosesASegmentAndTheNextOneExplainsIt(FxRobot robot) {
    run(robot);

    robot.clickOn("packed");
    assertThat(robot.lookup("#glossary-card").tryQuery()).isEmpty();
    robot.clickOn("packed");

    assertThat(number(robot)).isEqualTo("packed 9,440 B");
  }

  @Test
  void aSwitchThatIsExplainedKeepsTheFocus(FxRobot robot) {
    robot.clickOn("#mode-train");

    assertThat(term(robot)).isEqualTo("train()");
    robot.type(KeyCode.RIGHT);
    assertThat(workbench.experiment().mode()).isEqualTo(Mode.EVAL);
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup("#glossary-card").tryQuery()).isEmpty();
  }

  @Test
  void clicksOnATitleAreForItsChartAndAskNothing(FxRobot robot) {
    robot.doubleClickOn("#memory .instrument-title");

    assertThat(robot.lookup("#variance").query().isVisible()).isFalse();
    assertThat(robot.lookup("#glossary-card").tryQuery()).isEmpty();
  }

  @Test
  void wordsLeadOnToOthersAndBack(FxRobot robot) {
    robot.clickOn(named(robot, "#card-bn1 .entry-label", "momentum"));

    robot.clickOn("#glossary-to-running-mean");
    assertThat(term(robot)).isEqualTo("Running mean");
    robot.clickOn("#glossary-back");

    assertThat(term(robot)).isEqualTo("Momentum");
  }

  @Test
  void anyWordIsFoundInTheList(FxRobot robot) {
    robot.clickOn("#help").clickOn("#help-glossary");

    assertThat(robot.lookup("#glossary-search").query().isFocused()).isTrue();
    robot.write("moving").type(KeyCode.ENTER);
    assertThat(term(robot)).isEqualTo("Running mean");
    robot.clickOn("#glossary-back");

    assertThat(robot.lookup("#glossary-search").query().isFocused()).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup("#glossary-card").tryQuery()).isEmpty();
  }

  @Test
  void newNumbersTakeThePlaceOfOlderOnes(FxRobot robot) {
    run(robot);
    robot.clickOn("#memory .headline");

    robot.interact(() -> workbench.edit(now -> now.withMode(Mode.EVAL)));
    run(robot);

    assertThat(number(robot)).isEqualTo("extra 5,120 B");
  }

  @Test
  void aRestingPointerIsToldTheFirstSentence(FxRobot robot) throws TimeoutException {
    Label mode = named(robot, ".switch-label", "MODE");

    robot.moveTo(mode);

    waitFor(() -> mode.getTooltip() != null);
    assertThat(mode.getTooltip().getText()).startsWith("Whether a layer behaves").endsWith("it.");
  }

  @Test
  void everyControlAndHeadlineOfTheBenchIsExplained(FxRobot robot) {
    run(robot);

    List<Control> unexplained =
        robot.lookup(node -> isToBeExplained(node)).queryAllAs(Control.class).stream()
            .filter(control -> !control.getPseudoClassStates().toString().contains("explained"))
            .toList();
    assertThat(unexplained).isEmpty();
    assertThat(robot.lookup(node -> isToBeExplained(node)).queryAllAs(Control.class))
        .hasSizeGreaterThan(30)
        .allSatisfy(control -> assertThat(Hint.getText(control)).isNotEmpty());
  }

  private static boolean isToBeExplained(Node node) {
    boolean isControl =
        node instanceof TextField
            || node instanceof CheckBox
            || node instanceof Slider
            || node instanceof ChoiceMenu<?>
            || node instanceof ToggleButton
            || node instanceof Button;
    boolean isHeadline = node.getStyleClass().contains("headline");
    return (isControl || isHeadline)
        && node.getStyleClass().stream().noneMatch(OF_THE_WINDOW::contains)
        && !Set.of("stop", "new-seed", "insert").contains(String.valueOf(node.getId()))
        && isShown(node);
  }

  private static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static Node told(FxRobot robot, String place, String word) {
    return robot.from(robot.lookup(place).queryAll()).lookup(".label").queryAll().stream()
        .filter(label -> ((Labeled) label).getText().equals(word) && label.isVisible())
        .findFirst()
        .orElseThrow();
  }

  private void run(FxRobot robot) {
    try (DirectRun run = new DirectRun(workbench.experiment())) {
      var seen = run.go(RunOptions.watched(10), RunRecorder.NONE, _ -> {}, () -> false);
      robot.interact(() -> workbench.receive(seen));
    }
    // What is new has its place once it is laid out.
    robot.interact(
        () -> {
          Parent root = robot.window(0).getScene().getRoot();
          root.applyCss();
          root.layout();
        });
  }

  private static String term(FxRobot robot) {
    return robot.lookup("#glossary-term").<Label>query().getText();
  }

  private static String number(FxRobot robot) {
    return robot.lookup("#glossary-number").<Label>query().getText();
  }

  private static Label named(FxRobot robot, String selector, String text) {
    return robot.lookup(selector).queryAllAs(Label.class).stream()
        .filter(label -> label.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static Bounds onScreen(FxRobot robot, String selector) {
    Node node = robot.lookup(selector).query();
    return OnFxThread.ask(() -> node.localToScreen(node.getLayoutBounds()));
  }
}
