package org.modescope.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Shows where the focus is to whoever works with keys. JavaFX does so after Tab alone: neither
/// where the program has put the focus nor where an arrow key has taken it within a group.
public final class FocusRing {
  /// What style sheets draw the ring by.
  public static final PseudoClass FOCUS_VISIBLE = PseudoClass.getPseudoClass("focus-visible");

  private boolean isByKeys;

  private FocusRing() {}

  /// Follows the focus in a window from now on.
  public static void follow(Scene scene) {
    FocusRing ring = new FocusRing();
    scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> ring.isByKeys = true);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> ring.isByKeys = false);
    scene.focusOwnerProperty().subscribe(ring::move);
  }

  private void move(@Nullable Node before, @Nullable Node now) {
    if (before != null) {
      before.pseudoClassStateChanged(FOCUS_VISIBLE, false);
    }
    if (now != null && isByKeys) {
      now.pseudoClassStateChanged(FOCUS_VISIBLE, true);
    }
  }
}
