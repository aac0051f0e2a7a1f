package org.modescope.ui.layer;

import java.util.List;
import javafx.scene.layout.Region;

/// The pictures of one kind of layer.
interface Body {
  /// All of them together.
  Region region();

  void show(LayerFace face);

  /// Lays the pictures out in one row, or in two where there is too little room beside the size of
  /// text.
  void setSlim(boolean isSlim);

  /// Each with what stands around it.
  List<Pictured> pictures();
}
