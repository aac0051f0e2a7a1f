package org.modescope.ui.input;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.modescope.ui.control.EntryField;
import org.modescope.ui.control.EntryViewModel;

/// What the parts of the sheet are made of.
final class Parts {
  static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

  private Parts() {}

  static HBox row(String styleClass, Node... children) {
    HBox row = new HBox(children);
    row.getStyleClass().add(styleClass);
    return row;
  }

  static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  static Label muted(String says) {
    Label label = new Label(says);
    label.getStyleClass().add("sheet-muted");
    label.setWrapText(true);
    return label;
  }

  static EntryField field(String id, EntryViewModel entry, String help) {
    EntryField field = EntryField.of(entry);
    field.field().setId(id);
    field.setHelp(help);
    field.field().setMinWidth(TextField.USE_PREF_SIZE);
    field.setMinWidth(EntryField.USE_PREF_SIZE);
    return field;
  }

  /// A box to tick, and below it what that does.
  static VBox option(CheckBox box, Label does) {
    does.getStyleClass().add("sheet-option-text");
    box.setMinWidth(Region.USE_PREF_SIZE);
    VBox option = new VBox(box, does);
    option.getStyleClass().add("sheet-option");
    HBox.setHgrow(option, Priority.ALWAYS);
    option.setMaxWidth(Double.MAX_VALUE);
    return option;
  }

  static void show(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }
}
