package org.modescope.ui.control;

import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// What a control is for, said while the pointer rests on it, and to screen readers. In FXML:
/// `Hint.text="…"`.
///
/// A tooltip is a window with a scene of its own; the window has some forty, so each is made when
/// the pointer first comes near.
public final class Hint {
  private static final String KEY = Hint.class.getName();

  private Hint() {}

  public static void setText(Control control, String text) {
    control.getProperties().put(KEY, text);
    control.setAccessibleHelp(text);
    control.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent event) {
            control.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            control.setTooltip(new Tooltip(text));
          }
        });
  }

  /// Empty where there is none.
  public static String getText(Control control) {
    return control.getProperties().getOrDefault(KEY, "") instanceof String text ? text : "";
  }
}
