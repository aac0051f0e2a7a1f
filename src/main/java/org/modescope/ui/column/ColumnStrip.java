package org.modescope.ui.column;

import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;

/// What is left of a column that is folded away: its name and a button, in a narrow strip. A click
/// anywhere opens the column again.
public final class ColumnStrip extends VBox {
  private static final double SIDEWAYS = 90;

  private final Button open = new Button();
  private final Label name = new Label();

  public ColumnStrip() {
    getStyleClass().addAll("column-strip", "region");
    open.getStyleClass().setAll("tool");
    open.setGraphic(new Icon("unfold"));
    name.getStyleClass().add("panel-title");
    name.setRotate(SIDEWAYS);
    getChildren().addAll(open, new Group(name));
  }

  /// Ties the strip to its column.
  ///
  /// @param hint what the button does, in words
  public void enable(ColumnsViewModel columns, Column column, String hint) {
    visibleProperty().bind(columns.openProperty(column).not());
    managedProperty().bind(visibleProperty());
    Hint.setText(open, hint);
    open.setAccessibleText(hint);
    open.setOnAction(_ -> columns.toggle(column));
    setOnMouseClicked(_ -> columns.toggle(column));
    getStyleClass().add(column == Column.NET ? "strip-before" : "strip-behind");
  }

  public void setName(String text) {
    name.setText(text);
  }

  public String getName() {
    return name.getText();
  }

  /// Names the button for whoever looks for it.
  public void setButton(String id) {
    open.setId(id);
  }

  public String getButton() {
    return open.getId();
  }
}
