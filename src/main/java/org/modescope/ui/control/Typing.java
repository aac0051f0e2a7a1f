package org.modescope.ui.control;

import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// What somebody is typing into a field.
public final class Typing {
  private Typing() {}

  /// Puts into effect what was typed and not yet committed, as leaving the field would; the focus
  /// stays where it is.
  public static void commit(Scene scene) {
    @Nullable Node field = scene.getFocusOwner();
    scene.getRoot().requestFocus();
    if (field != null) {
      field.requestFocus();
    }
  }
}
