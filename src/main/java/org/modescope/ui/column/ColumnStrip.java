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

  private String name = "";
  private String button = "";

  public ColumnStrip() {
    getStyleClass().addAll("column-strip", "region");
  }

  /// Ties the strip to its column.
  ///
  /// @param hint what the button does, in words
  public void enable(ColumnsViewModel columns, Column column, String hint) {
    visibleProperty().bind(columns.openProperty(column).not());
    managedProperty().bind(visibleProperty());
    setOnMouseClicked(_ -> columns.toggle(column));
    getStyleClass().add(column == Column.NET ? "strip-before" : "strip-behind");
    visibleProperty()
        .subscribe(
            isFolded -> {
              if (isFolded && getChildren().isEmpty()) {
                build(() -> columns.toggle(column), hint);
              }
            });
  }

  /// Only when the column is first folded: most windows open with theirs open.
  private void build(Runnable toggle, String hint) {
    Button open = new Button();
    open.setId(button);
    open.getStyleClass().setAll("tool");
    open.setGraphic(new Icon("unfold"));
    Hint.setText(open, hint);
    open.setAccessibleText(hint);
    open.setOnAction(_ -> toggle.run());
    Label title = new Label(name);
    title.getStyleClass().add("panel-title");
    title.setRotate(SIDEWAYS);
    getChildren().addAll(open, new Group(title));
  }

  public void setName(String text) {
    name = text;
  }

  public String getName() {
    return name;
  }

  /// Names the button for whoever looks for it.
  public void setButton(String id) {
    button = id;
  }

  public String getButton() {
    return button;
  }
}
