package org.modescope.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import org.modescope.ui.control.Shortcut;
import org.modescope.words.Text;

/// The status line's view.
final class StatusView {
  private final StatusViewModel status;
  private final Text text;

  @FXML private Label progress;
  @FXML private Label net;
  @FXML private Label help;

  StatusView(StatusViewModel status, Text text) {
    this.status = status;
    this.text = text;
  }

  @FXML
  private void initialize() {
    progress.textProperty().bind(status.textProperty());
    net.textProperty().bind(status.netProperty());
    help.setText(text.say("shell.status.help", "key", Shortcut.HELP.keyText()));
  }
}
