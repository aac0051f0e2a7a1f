package org.modescope.ui.instrument;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Png;
import org.modescope.words.Text;

/// In which forms a chart can be kept.
public final class ExportMenu {
  private static final double PICTURE_PIXELS_PER_UNIT = 2;

  private ExportMenu() {}

  /// The menu of a chart.
  ///
  /// @param title what the chart is of
  /// @param chart the chart that is seen
  /// @param words what the card says around it
  public static ContextMenu of(
      String title,
      Supplier<Chart> chart,
      Supplier<InstrumentText> words,
      ChartExport export,
      Text text) {
    MenuItem picture = new MenuItem(text.say("instrument.export.picture"));
    picture.setId("save-picture");
    picture.setOnAction(
        _ ->
            export.exportPicture(
                title, chart.get().picture(words.get().around(title), PICTURE_PIXELS_PER_UNIT)));
    MenuItem drawing = new MenuItem(text.say("instrument.export.drawing"));
    drawing.setOnAction(
        _ ->
            export.exportDrawing(
                title, chart.get().drawing(words.get().around(title), ChartPalette.light())));
    MenuItem values = new MenuItem(text.say("instrument.export.numbers"));
    values.setId("save-numbers");
    values.setOnAction(_ -> export.exportNumbers(title, chart.get()::table));
    ContextMenu menu = new ContextMenu(picture, drawing, values, new SeparatorMenuItem());
    menu.getItems()
        .addAll(
            copies(
                () -> chart.get().picture(words.get().around(title), PICTURE_PIXELS_PER_UNIT),
                () -> chart.get().table(),
                export,
                text));
    menu.setId("export-menu");
    return menu;
  }

  /// What puts a picture and its numbers on the clipboard.
  public static List<MenuItem> copies(
      Supplier<Png> picture, Supplier<ChartTable> numbers, ChartExport export, Text text) {
    MenuItem copyPicture = new MenuItem(text.say("instrument.export.copy-picture"));
    copyPicture.setOnAction(_ -> copy(Map.of(DataFormat.IMAGE, picture.get().image()), export));
    MenuItem copyNumbers = new MenuItem(text.say("instrument.export.copy-numbers"));
    copyNumbers.setOnAction(
        _ -> copy(Map.of(DataFormat.PLAIN_TEXT, numbers.get().tabbed()), export));
    return List.of(copyPicture, copyNumbers);
  }

  private static void copy(Map<DataFormat, Object> content, ChartExport export) {
    Clipboard.getSystemClipboard().setContent(content);
    export.copied();
  }
}
