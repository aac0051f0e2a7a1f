package org.modescope.ui.chart.training;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.training.CurvesFace.Stops;

/// Leads from measurement to measurement along a chart: by the pointer to the nearest, by the left
/// and right arrow keys to the next, by Home and End to the first and the last; Escape leaves.
final class StopPointer {
  private final Chart chart;
  private final Supplier<Stops> stops;
  private final Supplier<Optional<Scale>> scale;
  private final Consumer<OptionalInt> onMoved;
  private OptionalInt pointed = OptionalInt.empty();

  /// @param stops where numbers can be read out now
  /// @param scale where values lie
  /// @param onMoved is told of the stop that is pointed at
  StopPointer(
      Chart chart,
      Supplier<Stops> stops,
      Supplier<Optional<Scale>> scale,
      Consumer<OptionalInt> onMoved) {
    this.chart = chart;
    this.stops = stops;
    this.scale = scale;
    this.onMoved = onMoved;
    chart.setFocusTraversable(true);
    chart.setOnMouseMoved(event -> point(stopAt(event)));
    chart.setOnMouseExited(_ -> point(OptionalInt.empty()));
    chart.setOnMouseClicked(_ -> chart.requestFocus());
    chart.setOnKeyPressed(this::press);
  }

  /// The stop that is pointed at, among those that there are now.
  OptionalInt pointed() {
    int count = stops.get().count();
    return pointed.isEmpty() || count == 0
        ? OptionalInt.empty()
        : OptionalInt.of(Math.min(pointed.getAsInt(), count - 1));
  }

  /// The numbers there; empty while nothing is pointed at.
  String readout() {
    OptionalInt now = pointed();
    return now.isPresent() ? stops.get().text().apply(now.getAsInt()) : "";
  }

  private OptionalInt stopAt(MouseEvent event) {
    double x = event.getX() - chart.getInsets().getLeft();
    double y = event.getY() - chart.getInsets().getTop();
    Optional<Scale> plot = scale.get().filter(each -> each.area().contains(x, y));
    if (plot.isEmpty()) {
      return OptionalInt.empty();
    }
    int nearest = stops.get().nearest(plot.get().valueAtX(x));
    return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
  }

  private void point(OptionalInt next) {
    if (!next.equals(pointed)) {
      pointed = next;
      onMoved.accept(next);
    }
  }

  private void press(KeyEvent event) {
    int last = stops.get().count() - 1;
    if (last < 0) {
      return;
    }
    int now = pointed.orElse(-1);
    OptionalInt next =
        switch (event.getCode()) {
          case RIGHT -> OptionalInt.of(Math.min(last, now + 1));
          case LEFT -> OptionalInt.of(now < 0 ? last : Math.max(0, now - 1));
          case HOME -> OptionalInt.of(0);
          case END -> OptionalInt.of(last);
          default -> OptionalInt.empty();
        };
    if (next.isPresent()) {
      point(next);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && pointed.isPresent()) {
      point(OptionalInt.empty());
      event.consume();
    }
  }
}
