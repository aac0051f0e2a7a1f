package org.modescope.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.TableReading;
import org.modescope.files.CsvFile;
import org.modescope.files.CsvRequest;
import org.modescope.files.CsvTable;
import org.modescope.files.ReadWatch;
import org.modescope.preset.Presets;
import org.modescope.ui.theme.ThemeChoice;

/// Pictures of the sheet on which the input is chosen.
final class InputShots {
  private InputShots() {}

  static void take() throws Exception {
    Consumer<Stage> digits =
        then(
            "#input-choose-other",
            "#input-tab-data-set",
            "#input-standardize",
            "#input-picture-12");
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
      take("input-digits" + suffix, theme, digits);
      take("input-drawn" + suffix, theme, then("#input-choose-other"));
      take("input-typed" + suffix, theme, InputShots::typed);
    }
    Path table = table();
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
      Screenshots.take(
          "input-file" + suffix,
          theme,
          size(),
          List.of(_ -> withTable(table)),
          then("#input-choose-other"));
    }
    take(
        "input-iris-light",
        ThemeChoice.LIGHT,
        then("#input-choose-other", "#input-tab-data-set", "#input-data-sets .segment.last"));
    Files.delete(table);
  }

  private static void take(String name, ThemeChoice theme, Consumer<Stage> acts) throws Exception {
    Screenshots.take(name, theme, size(), List.of(_ -> Presets.simpleNet()), acts);
  }

  private static Screenshots.Size size() {
    String[] asked = System.getProperty("screenshots.size", "1440x900").split("x", 2);
    return new Screenshots.Size(Double.parseDouble(asked[0]), Double.parseDouble(asked[1]));
  }

  private static Consumer<Stage> then(String... pressed) {
    return stage -> {
      for (String each : pressed) {
        press(stage.getScene(), each);
      }
    };
  }

  /// Presses a button, where there is room for it.
  private static void press(Scene scene, String selector) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    if (scene.lookup(selector) instanceof ButtonBase button) {
      button.fire();
    }
  }

  private static void typed(Stage stage) {
    then("#input-choose-other", "#input-tab-typed").accept(stage);
    stage.getScene().getRoot().applyCss();
    ((TextArea) stage.getScene().lookup("#input-typed"))
        .setText(
            "temp\thum\twind\n8,5\t89,1\t2,7\n8,6\t64,8\t2,1\n18,3\t69,2\t2,6\n17,5\t80,4\t7,2\n");
  }

  private static Experiment withTable(Path table) {
    try {
      CsvRequest request =
          new CsvRequest(
              List.of(),
              java.util.Optional.empty(),
              java.util.Optional.empty(),
              org.modescope.experiment.Blanks.DROP);
      CsvTable read = CsvFile.read(table, request, ReadWatch.NONE);
      InputSpec input =
          new InputSpec.FromCsv(
              table.toString(),
              new TableReading(
                  java.util.Optional.empty(), org.modescope.experiment.Blanks.DROP, read.found()),
              read.table(),
              List.copyOf(read.table().columns().keySet()),
              new org.modescope.experiment.Rows(0, read.table().rows()),
              false,
              false);
      return Presets.simpleNet()
          .withInput(input)
          .withLayer(0, Presets.simpleNet().network().getFirst().with("in_features", 4));
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /// A table as a spreadsheet writes it where the comma marks decimals.
  private static Path table() throws Exception {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("site;day;temp;hum;wind;hPa;note\n");
    String[] sites = {"Hafen", "Nord", "Hafen"};
    for (int row = 0; row < 150; row++) {
      text.append(
          String.format(
              Locale.GERMANY,
              "%s;%02d.03.;%.1f;%s;%.1f;%s;%s%n",
              sites[row % 3],
              1 + row % 28,
              5 + 15 * random.nextDouble(),
              row == 15 ? "" : String.format(Locale.GERMANY, "%.1f", 60 + 30 * random.nextDouble()),
              8 * random.nextDouble(),
              row == 38
                  ? ""
                  : String.format(Locale.GERMANY, "%.1f", 1000 + 20 * random.nextDouble()),
              row % 4 == 1 ? "wet" : "ok"));
    }
    Path folder = Files.createTempDirectory("input-shots");
    return Files.writeString(folder.resolve("own.csv"), text);
  }
}
