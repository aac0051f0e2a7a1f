package org.modescope.ui.instrument;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// The first instrument across the top and the others side by side below; all under each other
/// where the window is narrow for the size of its text.
public final class InstrumentGrid extends Pane {
  private static final double NARROW_EM = 48;
  private static final double LEAST_HEIGHT_EM = 15.5;
  private static final double LEAST_HEIGHT_STACKED_EM = 19;
  private static final double GAP_EM = 0.9;

  /// The share of the height that the top row gets: the cards below have one more line in their
  /// headers.
  private static final double TOP_SHARE = 0.48;

  private double fontSize = 13;

  /// Sets the size of text that widths are compared with.
  public void setFontSize(double pixels) {
    fontSize = pixels;
    requestLayout();
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
  protected double computeMinHeight(double width) {
    if (getManagedChildren().size() == 1) {
      return LEAST_HEIGHT_STACKED_EM * fontSize;
    }
    int rows = rows(width);
    double least = isNarrow(width) ? LEAST_HEIGHT_STACKED_EM : LEAST_HEIGHT_EM;
    return rows * least * fontSize + (rows - 1) * gap();
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected void layoutChildren() {
    List<Node> cards = getManagedChildren();
    if (cards.size() == 1) {
      place(cards.getFirst(), 0, 0, getWidth(), getHeight());
      return;
    }
    int rows = rows(getWidth());
    double spare = getHeight() - (rows - 1) * gap();
    if (isNarrow(getWidth())) {
      for (int index = 0; index < rows; index++) {
        place(cards.get(index), 0, index * (spare / rows + gap()), getWidth(), spare / rows);
      }
      return;
    }
    double top = spare * TOP_SHARE;
    int beside = cards.size() - 1;
    double width = (getWidth() - (beside - 1) * gap()) / beside;
    place(cards.getFirst(), 0, 0, getWidth(), top);
    for (int index = 0; index < beside; index++) {
      place(cards.get(index + 1), index * (width + gap()), top + gap(), width, spare - top);
    }
  }

  private void place(Node card, double x, double y, double width, double height) {
    double left = snapPositionX(x);
    double top = snapPositionY(y);
    card.resizeRelocate(
        left, top, snapPositionX(x + width) - left, snapPositionY(y + height) - top);
  }

  private int rows(double width) {
    return isNarrow(width) ? getManagedChildren().size() : 2;
  }

  private boolean isNarrow(double width) {
    return width >= 0 && width < NARROW_EM * fontSize;
  }

  private double gap() {
    return GAP_EM * fontSize;
  }
}
