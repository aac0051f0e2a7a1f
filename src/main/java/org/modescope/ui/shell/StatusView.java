package org.modescope.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Label;

/// The status line's view.
public final class StatusView {
  private final StatusViewModel status;

  @FXML private Label progress;
  @FXML private Label net;

  public StatusView(StatusViewModel status) {
    this.status = status;
  }

  @FXML
  private void initialize() {
    progress.textProperty().bind(status.textProperty());
    net.textProperty().bind(status.netProperty());
  }
}
