package org.modescope.ui.lesson;

import java.util.List;
import javafx.scene.layout.Region;

/// Columns of dots on one baseline.
final class DotColumns extends Region {
  /// The most dots of a column.
  static final int MOST = 10;

  private static final double DOT = 0.72;

  private List<Integer> heights = List.of();
  private int selected = -1;

  /// Shows columns of these heights; higher ones than [#MOST] are scaled down together.
  ///
  /// @param marked the column that keys change; none if negative
  void show(List<Integer> dots, int marked) {
    int highest = dots.stream().mapToInt(Integer::intValue).max().orElse(0);
    double scale = highest > MOST ? (double) MOST / highest : 1;
    heights = dots.stream().map(each -> each == 0 ? 0 : (int) Math.ceil(each * scale)).toList();
    selected = marked;
    getChildren().clear();
    for (int column = 0; column < heights.size(); column++) {
      Region ground = new Region();
      ground.getStyleClass().add(column == selected ? "sketch-marked" : "sketch-column");
      getChildren().add(ground);
    }
    heights.forEach(
        height -> {
          for (int i = 0; i < height; i++) {
            Region dot = new Region();
            dot.getStyleClass().add("sketch-dot");
            getChildren().add(dot);
          }
        });
    getChildren().forEach(child -> child.setMouseTransparent(true));
    requestLayout();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() / Math.max(1, heights.size());
    double step = getHeight() / MOST;
    double dot = DOT * Math.min(width, step);
    int child = heights.size();
    for (int column = 0; column < heights.size(); column++) {
      getChildren().get(column).resizeRelocate(column * width + 1, 0, width - 2, getHeight());
      for (int i = 0; i < heights.get(column); i++) {
        double x = column * width + (width - dot) / 2;
        double y = getHeight() - (i + 1) * step + (step - dot) / 2;
        getChildren().get(child).resizeRelocate(x, y, dot, dot);
        child++;
      }
    }
  }
}
