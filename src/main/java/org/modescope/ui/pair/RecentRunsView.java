package org.modescope.ui.pair;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;

/// The strip of recent runs: one line, the newest first, as many as have room.
public final class RecentRunsView {
  private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");

  /// One run alone is what the instruments show anyway.
  private static final int LEAST = 2;

  private final RecentRunsViewModel model;
  private final ObservableBooleanValue hasRoom;

  @FXML private HBox root;
  @FXML private ChipLine chips;

  /// @param hasRoom whether the window has room for the strip
  public RecentRunsView(RecentRunsViewModel model, ObservableBooleanValue hasRoom) {
    this.model = model;
    this.hasRoom = hasRoom;
  }

  @FXML
  private void initialize() {
    root.managedProperty().bind(root.visibleProperty());
    root.visibleProperty()
        .bind(
            Bindings.and(hasRoom, Bindings.size(chips.getChildren()).greaterThanOrEqualTo(LEAST)));
    model.chipsProperty().subscribe(this::show);
  }

  private void show(List<RunChip> shown) {
    chips.getChildren().setAll(shown.stream().map(this::node).toList());
  }

  private Node node(RunChip chip) {
    Button back = new Button(chip.text());
    back.setId("run-" + chip.run().number());
    back.setMnemonicParsing(false);
    back.getStyleClass().addAll("chip-back");
    back.setAccessibleText(chip.hint());
    Hint.setText(back, chip.hint());
    back.setOnAction(_ -> model.goBackTo(chip));
    HBox node = new HBox(back);
    node.getStyleClass().add("chip");
    node.pseudoClassStateChanged(PINNED, chip.isPinned());
    if (!chip.pinHint().isEmpty()) {
      node.getChildren().add(pin(chip));
    }
    return node;
  }

  private Node pin(RunChip chip) {
    ToggleButton pin = new ToggleButton();
    pin.setId("pin-" + chip.run().number());
    pin.setGraphic(new Icon("pin"));
    pin.setSelected(chip.isPinned());
    pin.getStyleClass().setAll("tool", "chip-pin");
    pin.setAccessibleText(chip.pinHint());
    Hint.setText(pin, chip.pinHint());
    pin.setOnAction(_ -> model.pin(chip));
    return pin;
  }
}
