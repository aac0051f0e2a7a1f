package org.modescope.ui.chart;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Says in the middle of a chart why it is empty.
///
/// A node of JavaFX, and not painted like a chart's other words: the first window shows empty
/// charts alone, and need not wait for AWT's fonts.
final class EmptyNote {
  /// The share of the chart's width that a line may take.
  private static final double WIDTH = 0.8;

  private final Chart chart;
  private @Nullable Text note;

  EmptyNote(Chart chart) {
    this.chart = chart;
  }

  /// Shows a reason in the middle of a part of the chart.
  void show(String reason, Rectangle2D area) {
    Text shown = note();
    shown.setText(reason);
    shown.setWrappingWidth(WIDTH * area.getWidth());
    shown.setVisible(true);
    // Its size depends on its font, which the next pulse would know too late.
    shown.applyCss();
    Bounds bounds = shown.getLayoutBounds();
    shown.relocate(
        area.getMinX() + (1 - WIDTH) / 2 * area.getWidth(),
        area.getMinY() + (area.getHeight() - bounds.getHeight()) / 2);
  }

  void hide() {
    if (note != null) {
      note.setVisible(false);
    }
  }

  /// Not before it is wanted: a report draws charts where JavaFX does not run.
  private Text note() {
    Text made = note == null ? make() : note;
    note = made;
    return made;
  }

  private Text make() {
    Text made = new Text();
    made.getStyleClass().add("chart-note");
    made.setManaged(false);
    made.setMouseTransparent(true);
    made.setTextAlignment(TextAlignment.CENTER);
    chart.addControl(made);
    return made;
  }
}
