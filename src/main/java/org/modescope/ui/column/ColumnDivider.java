package org.modescope.ui.column;

import java.util.function.DoubleSupplier;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The edge of a column: drags it, and the arrow keys do; a double click gives it the width that
/// suits the window.
public final class ColumnDivider extends Region {
  private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
  private static final double KEY_STEP = 1;

  private boolean isDragged;

  public ColumnDivider() {
    getStyleClass().add("column-divider");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.THUMB);
  }

  /// Ties the edge to its column.
  ///
  /// @param page what the column stands in: events pass through it while the pointer is elsewhere
  /// @param fontSize in pixels; asked when it is needed
  public void enable(ColumnsViewModel columns, Column column, Node page, DoubleSupplier fontSize) {
    visibleProperty().bind(columns.openProperty(column));
    managedProperty().bind(visibleProperty());
    setOnMousePressed(_ -> setDragged(true));
    setOnMouseClicked(
        click -> {
          if (click.getClickCount() == 2) {
            columns.reset(column);
          }
        });
    page.addEventFilter(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          if (isDragged) {
            columns.drag(column, width(column, page, event) / fontSize.getAsDouble());
          }
        });
    page.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> setDragged(false));
    setOnKeyPressed(event -> press(event, columns, column));
  }

  private void setDragged(boolean dragged) {
    isDragged = dragged;
    pseudoClassStateChanged(DRAGGED, dragged);
  }

  /// From the column's outer edge to the pointer.
  private double width(Column column, Node page, MouseEvent event) {
    double pointer = page.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
    double half = getWidth() / 2;
    return switch (column) {
      case NET -> pointer - half;
      case CODE -> page.getLayoutBounds().getWidth() - pointer - half;
    };
  }

  private static void press(KeyEvent event, ColumnsViewModel columns, Column column) {
    double step =
        switch (event.getCode()) {
          case KeyCode.RIGHT -> KEY_STEP;
          case KeyCode.LEFT -> -KEY_STEP;
          default -> 0;
        };
    if (step != 0) {
      double grown = column == Column.NET ? step : -step;
      columns.drag(column, columns.widthProperty(column).get() + grown);
      event.consume();
    }
  }
}
