package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modescope.measure.Observation;
import org.modescope.nn.Mode;
import org.modescope.run.Runner;
import org.modescope.ui.glossary.ToldText;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Who gets how much of the window: columns, a large instrument, the projector.
@ExtendWith(WindowExtension.class)
class RoomRobotTest {
  private static final List<String> INSTRUMENTS = List.of("#variance", "#statistics", "#memory");

  private final Runner runner = new Runner();
  private final AppContext context = new AppContext(ModeScopeApp.control(runner));
  private Stage window;

  @Start
  void show(Stage stage) {
    window = stage;
    stage.setScene(ModeScopeApp.scene(context));
    stage.setWidth(1440);
    stage.setHeight(900);
    stage.show();
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @ParameterizedTest
  @CsvSource({"1440, 900", "1280, 720", "1024, 768", "1000, 700"})
  void threeChartsAndTheReadingAreSeenWithoutScrolling(int width, int height, FxRobot robot) {
    resize(robot, width, height);

    for (String id : INSTRUMENTS) {
      assertThat(chart(robot, id).getHeight()).as(id).isGreaterThan(100);
    }
    assertThat(bounds(robot, "#reading").getMaxY()).isLessThan(height);
    assertThat(bounds(robot, "#reading").getHeight()).isGreaterThan(60);
    ScrollPane net = robot.lookup(".net-scroll").query();
    assertThat(((Region) net.getContent()).getHeight())
        .isLessThanOrEqualTo(net.getViewportBounds().getHeight() + 1);
  }

  @Test
  void readingComesBeforeTheChartsWhereLargeTextLeavesNoRoomForAll(FxRobot robot) {
    resize(robot, 1280, 720);
    double charts = bounds(robot, "#variance").getMinY();
    assertThat(bounds(robot, "#reading").getMinY()).isGreaterThan(charts);

    robot.interact(() -> context.desk().appearance().setTextScale(150));

    assertThat(bounds(robot, "#reading").getMaxY())
        .isLessThan(bounds(robot, "#variance").getMinY());
    robot.interact(() -> context.desk().appearance().setTextScale(100));
    assertThat(bounds(robot, "#variance").getMinY()).isEqualTo(charts);
  }

  @Test
  void lessonStandsAboveTheInstrumentsWhereTheWindowIsNarrowForItsText(FxRobot robot)
      throws TimeoutException {
    resize(robot, 1000, 700);
    robot.clickOn("#screen-lessons").clickOn("#lesson-which-switch");
    Waiting.waitFor(() -> robot.lookup("#lesson-panel").tryQuery().isPresent());
    assertThat(bounds(robot, "#lesson-panel").getMaxX())
        .isLessThan(bounds(robot, "#variance").getMinX());

    robot.interact(() -> context.desk().appearance().setTextScale(200));

    Bounds lesson = bounds(robot, "#lesson-panel");
    Bounds chart = bounds(robot, "#variance");
    assertThat(lesson.getMaxY()).isLessThanOrEqualTo(chart.getMinY());
    assertThat(lesson.getWidth()).isGreaterThan(600);
    assertThat(chart.getWidth()).isGreaterThan(600);
  }

  @Test
  void projectorsSwitchesHaveTheirWordsInTheMiddle(FxRobot robot) {
    robot.type(KeyCode.F9);

    Insets around = robot.lookup(".projector-bar .segment.train").<Region>query().getInsets();
    assertThat(around.getTop()).isEqualTo(around.getBottom());
  }

  @Test
  void doubleClickEnlargesAnInstrumentAndEscapeBringsTheOthersBack(FxRobot robot) {
    double before = robot.lookup("#memory").<Region>query().getWidth();

    robot.doubleClickOn("#memory .instrument-title");
    assertThat(robot.lookup("#variance").query().isVisible()).isFalse();
    assertThat(robot.lookup("#memory").<Region>query().getWidth()).isGreaterThan(1.5 * before);
    robot.type(KeyCode.ESCAPE);

    assertThat(INSTRUMENTS)
        .allSatisfy(id -> assertThat(robot.lookup(id).query().isVisible()).isTrue());
    assertThat(robot.lookup("#memory").<Region>query().getWidth()).isEqualTo(before);
  }

  @Test
  void keyEnlargesTheInstrumentThatIsPointedAt(FxRobot robot) {
    robot.moveTo("#statistics .instrument-title").type(KeyCode.F11);
    assertThat(robot.lookup("#statistics").query().isVisible()).isTrue();
    assertThat(robot.lookup("#variance").query().isVisible()).isFalse();

    robot.type(KeyCode.F11);

    assertThat(robot.lookup("#variance").query().isVisible()).isTrue();
  }

  @Test
  void edgeOfTheNetIsDraggedAndADoubleClickTakesThatBack(FxRobot robot) {
    double before = width(robot, ".net");

    robot.drag("#net-divider", MouseButton.PRIMARY).moveBy(60, 0).drop();
    assertThat(width(robot, ".net")).isBetween(before + 40, before + 80);
    robot.doubleClickOn("#net-divider");

    assertThat(width(robot, ".net")).isEqualTo(before);
  }

  @Test
  void netIsFoldedIntoAStripAndComesBack(FxRobot robot) {
    double before = width(robot, "#variance");

    robot.clickOn("#fold-net");
    assertThat(robot.lookup(".net").query().isVisible()).isFalse();
    assertThat(width(robot, "#variance")).isGreaterThan(before + 200);
    robot.clickOn("#show-net");

    assertThat(width(robot, "#variance")).isEqualTo(before);
  }

  @Test
  void projectorIsEnteredSteeredAndLeftByKeys(FxRobot robot) {
    robot.type(KeyCode.F9);
    assertThat(isShown(robot, "#projector")).isTrue();
    assertThat(isShown(robot, ".net")).isFalse();

    robot.type(KeyCode.DIGIT3);
    assertThat(robot.lookup("#projector #memory").query().isVisible()).isTrue();
    assertThat(robot.lookup("#projector #variance").query().isVisible()).isFalse();
    robot.clickOn("#projector-mode-eval");
    assertThat(context.desk().workbench().experiment().mode()).isEqualTo(Mode.EVAL);
    robot.type(KeyCode.ESCAPE);

    assertThat(isShown(robot, "#projector")).isFalse();
    assertThat(isShown(robot, ".net")).isTrue();
    assertThat(robot.lookup("#mode-eval").query().getScene().getFocusOwner().getId())
        .isEqualTo("run");
  }

  @Test
  void projectorTellsNoSentenceByHalf(FxRobot robot) throws TimeoutException {
    resize(robot, 1280, 720);
    robot.type(KeyCode.F9);
    run(robot, "#projector-run");

    ToldText detail = robot.lookup("#projector #detail").query();
    List<Node> told = detail.getChildren().stream().filter(Node::isVisible).toList();
    assertThat(told).isNotEmpty().hasSizeLessThan(detail.getChildren().size());
    assertThat(told)
        .allSatisfy(
            node ->
                assertThat(OnFxThread.ask(() -> node.getBoundsInParent().getMaxY()))
                    .isLessThanOrEqualTo(detail.getHeight() + 1));
    assertFits(robot.lookup("#projector .projector-reading .scroll-pane").query());
  }

  @ParameterizedTest
  @CsvSource({"1440, 900", "1280, 690", "1000, 670"})
  void allKeysAreSeenAtOnce(int width, int height, FxRobot robot) {
    resize(robot, width, height);

    robot.type(KeyCode.F1);
    WaitForAsyncUtils.waitForFxEvents();

    assertFits(robot.lookup("#keyboard-help .scroll-pane").query());
  }

  @Test
  void wordsBehindATitleGiveWayClauseByClause(FxRobot robot) throws TimeoutException {
    run(robot, "#run");
    Label context = robot.lookup("#memory .instrument-context").query();
    assertThat(context.getText()).isEqualTo("per pass");
    assertThat(context.getWidth()).isGreaterThanOrEqualTo(context.prefWidth(-1));

    robot.clickOn("#fold-net");
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(context.getText()).isEqualTo("per pass, not RAM");
  }

  private void run(FxRobot robot, String button) throws TimeoutException {
    robot.interact(() -> ModeScopeApp.read(runner, context));
    robot.clickOn(button);
    Waiting.waitFor(
        () -> context.desk().workbench().observation().filter(Observation::isLast).isPresent());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void assertFits(ScrollPane pane) {
    Region content = (Region) pane.getContent();
    assertThat(content.getHeight()).isLessThanOrEqualTo(pane.getViewportBounds().getHeight() + 1);
    assertThat(content.getWidth()).isLessThanOrEqualTo(pane.getViewportBounds().getWidth() + 1);
  }

  @Test
  void oneKeyWalksTheRegionsAndBack(FxRobot robot) {
    robot.interact(() -> robot.lookup("#run").query().requestFocus());

    robot.type(KeyCode.F6).type(KeyCode.F6);
    assertThat(isInside(robot, ".net")).isTrue();
    robot.type(KeyCode.F6);
    assertThat(isInside(robot, "#variance")).isTrue();
    robot.press(KeyCode.SHIFT).type(KeyCode.F6).release(KeyCode.SHIFT);

    assertThat(isInside(robot, ".net")).isTrue();
  }

  private static boolean isShown(FxRobot robot, String selector) {
    for (Node each = robot.lookup(selector).query(); each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private boolean isInside(FxRobot robot, String selector) {
    Node region = robot.lookup(selector).query();
    for (Node each = window.getScene().getFocusOwner(); each != null; each = each.getParent()) {
      if (each.equals(region)) {
        return true;
      }
    }
    return false;
  }

  private void resize(FxRobot robot, int width, int height) {
    robot.interact(
        () -> {
          window.setWidth(width);
          window.setHeight(height);
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Region chart(FxRobot robot, String card) {
    return robot.lookup(card + " .instrument").<Region>queryAll().stream()
        .filter(Node::isVisible)
        .findFirst()
        .orElseThrow();
  }

  private static double width(FxRobot robot, String selector) {
    return robot.lookup(selector).<Region>query().getWidth();
  }

  private static Bounds bounds(FxRobot robot, String selector) {
    Node node = robot.lookup(selector).query();
    return OnFxThread.inScene(node);
  }
}
