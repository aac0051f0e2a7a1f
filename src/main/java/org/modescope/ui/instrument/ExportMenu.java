package org.modescope.ui.instrument;

import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.modescope.ui.chart.Chart;
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
    MenuItem values = new MenuItem(text.say("instrument.export.numbers"));
    values.setId("save-numbers");
    values.setOnAction(_ -> export.exportNumbers(title, chart.get().table()));
    return new ContextMenu(picture, values);
  }
}
