package org.modescope.ui.bench;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import org.modescope.ui.code.CodeViewModel;

/// The bench as a whole: everything is in its parts; here they make room for each other.
final class BenchView {
  private final CodeViewModel code;

  @FXML private Parent net;

  BenchView(CodeViewModel code) {
    this.code = code;
  }

  @FXML
  private void initialize() {
    net.visibleProperty().bind(code.crowdingProperty().not());
    net.managedProperty().bind(net.visibleProperty());
  }
}
