package org.modescope.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Children in a row, going on below where the row is full. Unlike a `FlowPane` it wants to be one
/// row, and gives a child that is wider than a row the width of the row, so that texts wrap.
public final class FlowRow extends Pane {
  private static final StyleablePropertyFactory<FlowRow> FACTORY =
      new StyleablePropertyFactory<>(Pane.getClassCssMetaData());
  private static final CssMetaData<FlowRow, Number> GAP =
      FACTORY.createSizeCssMetaData("-fx-hgap", row -> row.gap, 8.0);
  private static final CssMetaData<FlowRow, Number> LINE_GAP =
      FACTORY.createSizeCssMetaData("-fx-vgap", row -> row.lineGap, 6.0);

  // Widths are snapped to pixels on their way here; half a pixel must not break a row.
  private static final double TOLERANCE = 1;

  private final SimpleStyleableDoubleProperty gap =
      new SimpleStyleableDoubleProperty(GAP, this, "gap", 8.0);
  private final SimpleStyleableDoubleProperty lineGap =
      new SimpleStyleableDoubleProperty(LINE_GAP, this, "lineGap", 6.0);

  public FlowRow() {
    getStyleClass().add("flow-row");
  }

  public FlowRow(Node... children) {
    this();
    getChildren().addAll(children);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return new Row(getManagedChildren()).width();
  }

  @Override
  protected double computePrefHeight(double width) {
    double height = 0;
    for (Row row : rows(width < 0 ? Double.MAX_VALUE : width)) {
      height += (height == 0 ? 0 : lineGap.get()) + row.height(width);
    }
    return height;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double y = 0;
    for (Row row : rows(getWidth())) {
      double height = row.height(getWidth());
      double x = 0;
      for (Node child : row.children()) {
        double width = Math.min(child.prefWidth(-1), getWidth());
        double childHeight = child.prefHeight(width);
        double top = snapPositionY(y + (firstLine(row) - firstLine(child)) / 2);
        child.resizeRelocate(snapPositionX(x), top, snapSizeX(width), snapSizeY(childHeight));
        x += width + gap.get();
      }
      y += height + lineGap.get();
    }
  }

  private double firstLine(Row row) {
    return row.children().stream().mapToDouble(this::firstLine).max().orElse(0);
  }

  // Entries are aligned by their fields, whatever messages hang under them.
  private double firstLine(Node child) {
    return child instanceof EntryField entry ? entry.line().prefHeight(-1) : child.prefHeight(-1);
  }

  private List<Row> rows(double width) {
    List<Row> rows = new ArrayList<>();
    Row row = new Row(new ArrayList<>());
    for (Node child : getManagedChildren()) {
      double needed = row.width() + gap.get() + child.prefWidth(-1);
      if (!row.children().isEmpty() && needed > width + TOLERANCE) {
        rows.add(row);
        row = new Row(new ArrayList<>());
      }
      row.children().add(child);
    }
    rows.add(row);
    return rows;
  }

  private final class Row {
    private final List<Node> children;

    Row(List<Node> children) {
      this.children = children;
    }

    List<Node> children() {
      return children;
    }

    double width() {
      double gaps = gap.get() * Math.max(0, children.size() - 1);
      return gaps + children.stream().mapToDouble(child -> child.prefWidth(-1)).sum();
    }

    double height(double width) {
      return children.stream()
          .mapToDouble(child -> child.prefHeight(Math.min(child.prefWidth(-1), width)))
          .max()
          .orElse(0);
    }
  }
}
