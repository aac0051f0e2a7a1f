package org.modescope.ui.net;

import java.util.function.Consumer;
import javafx.scene.Node;
import org.modescope.experiment.LayerType;

/// Lets the user choose a type of layer.
@FunctionalInterface
interface Palette {
  /// @param owner what asks
  void ask(Node owner, Consumer<LayerType> chosen);
}
