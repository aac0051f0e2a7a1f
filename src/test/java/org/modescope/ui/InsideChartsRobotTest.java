package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.experiment.PlacedLayer;
import org.modescope.run.Runner;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.instrument.ValueTable;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Every chart of the screens that look inside says what it shows to who cannot see it, can be
/// reached by keys, has its numbers as a table, and leaves the window as picture, as numbers and by
/// the clipboard.
@ExtendWith(WindowExtension.class)
class InsideChartsRobotTest {
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
  void everyCellIsReachedReadAndTakenOut(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-cells").clickOn("#run-all");
    waitFor(() -> robot.lookup("#run-all").query().isVisible());

    for (Node cell : robot.lookup(".six-cell").queryAll()) {
      assertThat(cell.isFocusTraversable()).isTrue();
      assertThat(cell.getAccessibleText()).isNotBlank();
      assertToolsOf(cell, robot);
    }
    assertOffered((ButtonBase) robot.lookup(".screen-bar .export").query(), robot);
  }

  @Test
  void graphAndTheValuesBesideItAreReachedReadAndTakenOut(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-graph");
    waitFor(() -> !robot.lookup("#graph-sentence").queryAs(Label.class).getText().isEmpty());

    assertThat(robot.lookup(".graph-spot").<Node>queryAll())
        .isNotEmpty()
        .allSatisfy(spot -> assertThat(spot.getAccessibleText()).isNotBlank())
        .anySatisfy(spot -> assertThat(spot.isFocusTraversable()).isTrue());
    assertToolsOf(robot.lookup(".graph-card").query(), robot);
    assertThat(robot.lookup("#graph-values").query().getAccessibleText()).isNotBlank();
    assertThat(robot.lookup("#graph-values").query().isFocusTraversable()).isTrue();
    assertToolsOf(robot.lookup(".graph-side").query(), robot);
  }

  @Test
  void everyPictureOfALayerIsReachedReadAndTakenOut(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-layer");
    for (String layer : List.of("bn1", "dropout", "fc1")) {
      choose(robot, layer);
      waitFor(() -> isShown(robot, layer));
      assertCards(robot);
    }
  }

  @Test
  void everyChartOfBatchMatesIsReachedReadAndTakenOut(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-mates").clickOn("#other-mates");
    waitFor(() -> robot.lookup("#other-mates").query().isVisible());

    assertCards(robot);
  }

  private static void assertCards(FxRobot robot) {
    Set<Node> cards =
        robot.lookup(".instrument-card").queryAll().stream()
            .filter(card -> card.getScene() != null && card.isVisible())
            .collect(Collectors.toSet());
    assertThat(cards).hasSizeGreaterThanOrEqualTo(3);
    for (Node card : cards) {
      Node chart = robot.from(card).lookup((Node node) -> node instanceof Chart).query();
      assertThat(chart.getAccessibleText()).as(card.getId()).isNotBlank();
      assertThat(chart.isFocusTraversable()).as(card.getId()).isTrue();
      assertToolsOf(card, robot);
    }
  }

  private static void assertToolsOf(Node card, FxRobot robot) {
    ToggleButton asTable = robot.from(card).lookup(".as-table").queryAs(ToggleButton.class);
    assertThat(asTable.getAccessibleText()).as("table of %s", card).isNotBlank();
    robot.interact(asTable::fire);
    ValueTable table = robot.from(card).lookup(".table-view").queryAs(ValueTable.class);
    assertThat(table.getItems()).as("table of %s", card).isNotEmpty();
    assertThat(table.getAccessibleText()).as("table of %s", card).isNotBlank();
    robot.interact(asTable::fire);
    ButtonBase export = robot.from(card).lookup(".export").queryAs(ButtonBase.class);
    assertThat(export.getAccessibleText()).as("export of %s", card).isNotBlank();
    assertOffered(export, robot);
  }

  private static void assertOffered(ButtonBase export, FxRobot robot) {
    robot.interact(export::fire);
    Optional<ContextMenu> menu =
        Window.getWindows().stream()
            .filter(window -> window instanceof ContextMenu && window.isShowing())
            .map(ContextMenu.class::cast)
            .findFirst();
    assertThat(menu.orElseThrow().getItems())
        .extracting(MenuItem::getText)
        .contains(
            "Save as picture (PNG)…",
            "Save as drawing (SVG)…",
            "Save the numbers (CSV)…",
            "Copy the picture",
            "Copy the numbers");
    robot.interact(menu.orElseThrow()::hide);
  }

  private static boolean isShown(FxRobot robot, String layer) {
    String stages =
        switch (layer) {
          case "bn1" -> "of 6";
          case "dropout" -> "of 4";
          default -> "of 5";
        };
    return robot.lookup("#status-progress").queryAs(Label.class).getText().endsWith(stages);
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
}
