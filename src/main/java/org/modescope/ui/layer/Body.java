package org.modescope.ui.layer;

import java.util.List;
import javafx.scene.layout.Region;

/// The pictures of one kind of layer.
interface Body {
  /// All of them together.
  Region region();

  void show(LayerFace face);

  /// Each with what stands around it.
  List<Pictured> pictures();
}
