package org.modescope.ui.message;

import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;

/// The banner that tells of a fault.
public final class FaultView {
  private final FaultViewModel fault;

  @FXML private HBox root;
  @FXML private Label message;

  public FaultView(FaultViewModel fault) {
    this.fault = fault;
  }

  @FXML
  private void initialize() {
    message.textProperty().bind(fault.messageProperty());
    root.visibleProperty().bind(fault.messageProperty().isNotEmpty());
    root.managedProperty().bind(root.visibleProperty());
  }

  @FXML
  private void copyDetails() {
    Clipboard.getSystemClipboard()
        .setContent(Map.of(DataFormat.PLAIN_TEXT, fault.detailsProperty().get()));
  }

  @FXML
  private void dismiss() {
    fault.dismiss();
  }
}
