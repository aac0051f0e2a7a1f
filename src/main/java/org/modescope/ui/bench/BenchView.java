package org.modescope.ui.bench;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import org.modescope.ui.code.CodeViewModel;

/// The bench as a whole: everything is in its parts; here they make room for each other.
final class BenchView {
  private final CodeViewModel code;

  private final RunStrips strips;

  @FXML private Parent net;
  @FXML private VBox work;

  BenchView(CodeViewModel code, RunStrips strips) {
    this.code = code;
    this.strips = strips;
  }

  @FXML
  private void initialize() {
    net.visibleProperty().bind(code.crowdingProperty().not());
    net.managedProperty().bind(net.visibleProperty());
    strips.addOnDemand(work.getChildren());
  }
}
