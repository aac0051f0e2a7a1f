package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.experiment.PlacedLayer;
import org.modescope.run.Runner;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.PictureWords;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Charts of the screens beside the bench leave the window in the same forms as the bench's.
@ExtendWith(WindowExtension.class)
class InsideFormsRobotTest {
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
  void everyChartOfALayerIsADrawing(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-layer");
    for (String layer : List.of("bn1", "dropout", "fc1")) {
      choose(robot, layer);
      waitFor(() -> isShown(robot, layer));
      assertDrawn(robot);
    }
  }

  @Test
  void everyChartOfBatchMatesIsADrawingAndCanBeCopied(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-mates").clickOn("#other-mates");
    waitFor(() -> robot.lookup("#other-mates").query().isVisible());
    assertDrawn(robot);

    robot.clickOn("#mates-answers .export").clickOn("Copy the numbers");

    Map<String, String> copied = new HashMap<>();
    robot.interact(() -> copied.put("text", Clipboard.getSystemClipboard().getString()));
    assertThat(copied.get("text")).contains("\t");
  }

  private static void assertDrawn(FxRobot robot) {
    Map<String, String> drawings = new HashMap<>();
    robot.interact(
        () ->
            robot.lookup(node -> node instanceof Chart).queryAllAs(Chart.class).stream()
                .filter(chart -> chart.getScene() != null)
                .forEach(
                    chart ->
                        drawings.put(
                            chart.toString(),
                            chart.drawing(
                                new PictureWords("Title", "", "", ""), ChartPalette.light()))));

    assertThat(drawings).hasSizeGreaterThanOrEqualTo(3);
    assertThat(drawings.values())
        .allSatisfy(svg -> assertThat(svg).startsWith("<svg").contains(">Title</text>"));
  }

  private static boolean isShown(FxRobot robot, String layer) {
    Label status = robot.lookup("#status-progress").queryAs(Label.class);
    String stage =
        switch (layer) {
          case "bn1" -> "of 6";
          case "dropout" -> "of 4";
          default -> "of 5";
        };
    return status.getText().endsWith(stage);
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
