package org.modescope.ui.shell;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.screen.StatusLine;
import org.modescope.words.Text;

/// The status line's view.
final class StatusView {
  private final StatusViewModel status;
  private final ObservableValue<Optional<StatusLine>> ofScreen;
  private final Text text;

  @FXML private Label progress;
  @FXML private Label net;
  @FXML private Label help;

  /// @param ofScreen what the screen that is shown says instead
  StatusView(StatusViewModel status, ObservableValue<Optional<StatusLine>> ofScreen, Text text) {
    this.status = status;
    this.ofScreen = ofScreen;
    this.text = text;
  }

  @FXML
  private void initialize() {
    ofScreen.subscribe(this::show);
    help.setText(text.say("shell.status.help", "key", Shortcut.HELP.keyText()));
  }

  private void show(Optional<StatusLine> line) {
    progress.textProperty().bind(line.map(StatusLine::progress).orElse(status.textProperty()));
    net.textProperty().unbind();
    line.ifPresentOrElse(
        shown -> net.setText(shown.aside()), () -> net.textProperty().bind(status.netProperty()));
  }
}
