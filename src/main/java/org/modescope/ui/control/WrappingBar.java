package org.modescope.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Three groups along a bar: at its start, in its middle, at its end. Where they do not fit side by
/// side the middle goes below; where that is not enough the start shrinks, or, if little would be
/// left of it, each has a line of its own.
public final class WrappingBar extends Pane {
  private static final double MOST_FOR_END = 0.45;

  private @Nullable Node start;
  private @Nullable Node middle;
  private @Nullable Node end;

  public WrappingBar() {
    getStyleClass().add("wrapping-bar");
  }

  public void setStart(Node group) {
    start = group;
    getChildren().add(group);
  }

  public @Nullable Node getStart() {
    return start;
  }

  public void setMiddle(Node group) {
    middle = group;
    getChildren().add(group);
  }

  public @Nullable Node getMiddle() {
    return middle;
  }

  public void setEnd(Node group) {
    end = group;
    getChildren().add(group);
  }

  public @Nullable Node getEnd() {
    return end;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    double contents = getManagedChildren().stream().mapToDouble(group -> group.prefWidth(-1)).sum();
    return contents + 2 * gap() + getInsets().getLeft() + getInsets().getRight();
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = width < 0 ? Double.MAX_VALUE : inner(width);
    double height = getInsets().getTop() + getInsets().getBottom();
    List<List<Node>> lines = lines(inner);
    for (List<Node> line : lines) {
      height += height(line, inner);
    }
    return height + lineGap() * (lines.size() - 1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double inner = inner(getWidth());
    double y = getInsets().getTop();
    for (List<Node> line : lines(inner)) {
      double height = height(line, inner);
      double left = getInsets().getLeft();
      double used = line.stream().mapToDouble(group -> width(group, line, inner)).sum();
      double space = line.size() < 2 ? 0 : (inner - used) / (line.size() - 1);
      for (Node group : line) {
        double width = width(group, line, inner);
        double own = group.prefHeight(width);
        group.resizeRelocate(
            snapPositionX(left), snapPositionY(y + (height - own) / 2), snapSizeX(width), own);
        left += width + space;
      }
      y += height + lineGap();
    }
  }

  private List<List<Node>> lines(double width) {
    List<Node> all = shown(start, middle, end);
    if (fits(all, width)) {
      return List.of(all);
    }
    List<Node> outer = shown(start, end);
    if (fits(outer, width) || startCanShrink(width)) {
      return List.of(outer, shown(middle));
    }
    return all.stream().map(List::of).toList();
  }

  /// Whether the start fits beside the end once it is as narrow as it can be.
  private boolean startCanShrink(double width) {
    if (start == null || end == null) {
      return false;
    }
    double wanted = end.prefWidth(-1);
    return wanted < MOST_FOR_END * width && start.minWidth(-1) + gap() + wanted <= width;
  }

  private static List<Node> shown(@Nullable Node... groups) {
    List<Node> shown = new ArrayList<>();
    for (@Nullable Node group : groups) {
      if (group != null && group.isManaged()) {
        shown.add(group);
      }
    }
    return shown;
  }

  private boolean fits(List<Node> groups, double width) {
    return groups.stream().mapToDouble(group -> group.prefWidth(-1)).sum()
            + gap() * (groups.size() - 1)
        <= width;
  }

  private double height(List<Node> line, double inner) {
    return line.stream()
        .mapToDouble(group -> group.prefHeight(width(group, line, inner)))
        .max()
        .orElse(0);
  }

  /// The width a group gets on its line: what it wants, or for the first what the others leave.
  private double width(Node group, List<Node> line, double inner) {
    double left = inner;
    if (group.equals(line.getFirst())) {
      for (Node other : line.subList(1, line.size())) {
        left -= other.prefWidth(-1) + gap();
      }
    }
    return Math.min(group.prefWidth(-1), left);
  }

  private double inner(double width) {
    return width - getInsets().getLeft() - getInsets().getRight();
  }

  private double gap() {
    return 1.5 * lineGap();
  }

  // The padding is in em, so gaps made from it follow the text scale.
  private double lineGap() {
    return Math.max(6, getInsets().getTop());
  }
}
