package org.modescope.ui.training;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.modescope.experiment.Forgotten;
import org.modescope.ui.training.ForgottenViewModel.Switch;
import org.modescope.words.Text;

/// The lines that can be forgotten as switches, the one that is looked at in a frame.
final class SwitchesBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

  private final VBox box;
  private final ForgottenViewModel model;
  private final Text text;

  SwitchesBox(VBox box, ForgottenViewModel model, Text text) {
    this.box = box;
    this.model = model;
    this.text = text;
  }

  /// Shows the switches as they are now; nodes are made once, so that keys stay where they are.
  void show(List<Switch> switches) {
    if (box.getChildren().size() != switches.size()) {
      box.getChildren().setAll(switches.stream().map(this::node).toList());
    }
    for (int place = 0; place < switches.size(); place++) {
      update(box.getChildren().get(place), switches.get(place));
    }
    select(model.selectedProperty().get());
  }

  void select(Forgotten line) {
    for (Node each : box.getChildren()) {
      each.pseudoClassStateChanged(SELECTED, line.equals(each.getUserData()));
    }
  }

  private Node node(Switch shown) {
    CheckBox toggle = new CheckBox();
    toggle.getStyleClass().add("switch");
    toggle.setId("forgotten-" + shown.line().key());
    toggle.setOnAction(_ -> model.set(shown.line(), toggle.isSelected()));
    toggle.setMinWidth(Region.USE_PREF_SIZE);
    Label title = new Label(shown.title());
    title.getStyleClass().add("switch-title");
    title.setWrapText(true);
    title.setLabelFor(toggle);
    Label detail = new Label();
    detail.setWrapText(true);
    detail.setMinHeight(Region.USE_PREF_SIZE);
    detail.getStyleClass().add("switch-detail");
    VBox words = new VBox(title, detail);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(toggle, words);
    row.getStyleClass().add("switch-row");
    row.setUserData(shown.line());
    row.setOnMouseClicked(_ -> model.selectedProperty().set(shown.line()));
    toggle
        .focusedProperty()
        .subscribe(
            (_, isFocused) -> {
              if (isFocused) {
                model.selectedProperty().set(shown.line());
              }
            });
    return row;
  }

  private void update(Node node, Switch shown) {
    node.pseudoClassStateChanged(ON, shown.isOn());
    HBox row = (HBox) node;
    CheckBox toggle = (CheckBox) row.getChildren().getFirst();
    VBox words = (VBox) row.getChildren().getLast();
    toggle.setSelected(shown.isOn());
    toggle.setDisable(!shown.isOffered());
    toggle.setAccessibleText(text.paragraph(shown.title(), shown.detail()));
    ((Label) words.getChildren().getLast()).setText(shown.detail());
  }
}
