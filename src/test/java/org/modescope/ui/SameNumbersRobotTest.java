package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.cli.Shell;
import org.modescope.experiment.PlacedLayer;
import org.modescope.run.Runner;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.ui.instrument.ValueTable;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The numbers on each screen that looks inside are those that its command writes, digit for digit.
@ExtendWith(WindowExtension.class)
class SameNumbersRobotTest {
  private final Runner runner = new Runner();
  private final AppContext context = new AppContext(ModeScopeApp.control(runner));
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
  }

  @Test
  void sixCellsAreThoseOfCompare(FxRobot robot) throws TimeoutException, IOException {
    robot.clickOn("#screen-cells").clickOn("#run-all");
    waitFor(() -> status(robot).startsWith("6 cells of 10 passes done"));
    List<List<Cell>> rows = table(robot, "#cells-as-table");

    List<JsonNode> cells = list(command("compare", "--passes", "10").get("cells"));

    assertThat(words(rows, 0)).isEqualTo(texts(cells, "/mode"));
    assertThat(words(rows, 1)).isEqualTo(texts(cells, "/grad"));
    assertThat(numbers(rows, 3)).isEqualTo(figures(cells, "/summary/output_std_mean"));
    assertThat(numbers(rows, 4)).isEqualTo(figures(cells, "/summary/output_std_max"));
    assertThat(numbers(rows, 6)).isEqualTo(figures(cells, "/summary/extra_bytes"));
    assertThat(numbers(rows, 7)).isEqualTo(figures(cells, "/apart_max"));
    assertThat(numbers(rows, 8)).isEqualTo(figures(cells, "/apart_mean"));
    assertThat(words(rows, 9)).isEqualTo(texts(cells, "/backward"));
  }

  @Test
  void graphIsThatOfGraph(FxRobot robot) throws TimeoutException, IOException {
    robot.clickOn("#screen-graph");
    waitFor(() -> !robot.lookup("#graph-sentence").queryAs(Label.class).getText().isEmpty());
    List<List<Cell>> rows = table(robot, "#graph-as-table");

    List<List<String>> expected = new ArrayList<>();
    for (JsonNode node : command("graph").get("nodes")) {
      List<String> named = texts(node, "id", "op", "layer");
      if (node.get("saved").isEmpty()) {
        expected.add(Stream.concat(named.stream(), Stream.of("", "0", "")).toList());
      }
      for (JsonNode saved : node.get("saved")) {
        expected.add(
            Stream.concat(named.stream(), texts(saved, "name", "bytes", "kind").stream()).toList());
      }
    }

    assertThat(rows)
        .extracting(row -> Stream.of(0, 1, 2, 4, 7, 8).map(at -> row.get(at).written()).toList())
        .isEqualTo(expected);
  }

  @Test
  void layerIsThatOfTrace(FxRobot robot) throws TimeoutException, IOException {
    robot.clickOn("#screen-layer");
    for (String layer : List.of("bn1", "dropout", "fc2")) {
      choose(robot, layer);
      waitFor(() -> isShown(robot, layer));

      JsonNode stages = command("trace", "--layer", layer, "--pass", "1").get("stages");

      List<List<Cell>> output = table(robot, "#layer-output .as-table");
      assertThat(numbers(output, output.getFirst().size() - 1)).isEqualTo(values(stages, "output"));
      List<List<Cell>> input = table(robot, "#layer-input .as-table");
      assertThat(numbers(input, input.getFirst().size() - 1)).isEqualTo(values(stages, "input"));
    }
  }

  @Test
  void answersAreThoseOfMates(FxRobot robot) throws TimeoutException, IOException {
    robot.clickOn("#screen-mates").clickOn("#other-mates");
    waitFor(() -> status(robot).equals("30 companies done"));
    String row = robot.lookup("#mates-row").queryTextInputControl().getText();
    List<List<Cell>> answers = table(robot, "#mates-answers .as-table");
    List<List<Cell>> sizes = table(robot, "#mates-sizes .as-table");

    JsonNode seen = command("mates", "--row", row);

    assertThat(numbers(answers, 2)).isEqualTo(floats(list(seen.at("/train/answers"))));
    assertThat(numbers(answers, 4)).isEqualTo(floats(list(seen.at("/eval/answers"))));
    List<JsonNode> measured = list(seen.get("sizes"));
    // On the screen alone comes first, in the file last.
    measured.addFirst(measured.removeLast());
    assertThat(numbers(sizes, 0)).isEqualTo(figures(measured, "/rows"));
    assertThat(sizes.subList(1, sizes.size()))
        .extracting(size -> number(size.get(1)))
        .isEqualTo(figures(measured.subList(1, measured.size()), "/sd"));
  }

  private JsonNode command(String name, String... options) throws IOException {
    Path json = folder.resolve(name + ".json");
    List<String> arguments = new ArrayList<>(List.of(name, "preset:simplenet"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--json", json.toString()));
    assertThat(new Shell().run(arguments.toArray(String[]::new)).exitCode()).isZero();
    return new ObjectMapper().readTree(json.toFile());
  }

  private static List<List<Cell>> table(FxRobot robot, String button) {
    List<List<Cell>> rows = new ArrayList<>();
    robot.interact(
        () -> {
          ToggleButton asTable = robot.lookup(button).query();
          asTable.fire();
          asTable.getScene().getRoot().applyCss();
          robot.lookup(".value-table").queryAllAs(ValueTable.class).stream()
              .filter(ValueTable::isVisible)
              .forEach(table -> rows.addAll(table.getItems()));
          asTable.fire();
        });
    return rows;
  }

  private static boolean isShown(FxRobot robot, String layer) {
    String stages =
        switch (layer) {
          case "bn1" -> "of 6";
          case "dropout" -> "of 4";
          default -> "of 5";
        };
    return status(robot).endsWith(stages);
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
    return robot.lookup("#status-progress").queryAs(Label.class).getText();
  }

  private static List<String> words(List<List<Cell>> rows, int column) {
    return rows.stream().map(row -> row.get(column).written()).toList();
  }

  private static List<Double> numbers(List<List<Cell>> rows, int column) {
    return rows.stream().map(row -> number(row.get(column))).toList();
  }

  private static double number(Cell cell) {
    return switch (cell) {
      case Count(long value) -> value;
      case Measure(double value, _) -> value;
      case Word word -> throw new AssertionError("not a number: " + word.written());
    };
  }

  private static List<Double> values(JsonNode stages, String name) {
    return list(stages).stream()
        .filter(stage -> stage.get("name").asText().equals(name))
        .flatMap(stage -> list(stage.get("values")).stream())
        // The numbers are floats, written as such.
        .map(value -> (double) (float) value.asDouble())
        .toList();
  }

  /// The first number of each row, a float and written as such.
  private static List<Double> floats(List<JsonNode> rows) {
    return rows.stream().map(row -> (double) (float) row.get(0).asDouble()).toList();
  }

  private static List<Double> figures(List<JsonNode> nodes, String at) {
    return nodes.stream().map(node -> node.at(at).asDouble()).toList();
  }

  private static List<String> texts(List<JsonNode> nodes, String at) {
    return nodes.stream().map(node -> node.at(at).asText()).toList();
  }

  private static List<String> texts(JsonNode node, String... names) {
    return Stream.of(names).map(name -> node.get(name).asText()).toList();
  }

  private static List<JsonNode> list(JsonNode array) {
    return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
  }
}
