package org.modescope.ui.control;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// What a control is for, said while the pointer rests on it, and to screen readers. In FXML:
/// `Hint.text="…" Hint.shortcut="UNDO"`.
///
/// A tooltip is a window with a scene of its own; the window has some forty, so each is made when
/// the pointer first comes near.
public final class Hint {
  private static final String TEXT = Hint.class.getName() + ".text";
  private static final String SHORTCUT = Hint.class.getName() + ".shortcut";

  /// What is wider covers what it is about.
  private static final double WIDEST = 480;

  private Hint() {}

  /// @param text empty for nothing to say
  public static void setText(Control control, String text) {
    boolean isFirst = control.getProperties().put(TEXT, text) == null;
    tell(control);
    if (isFirst) {
      control.addEventHandler(
          MouseEvent.MOUSE_ENTERED,
          _ -> {
            if (control.getTooltip() == null && !whole(control).isEmpty()) {
              control.setTooltip(tooltip(whole(control)));
            }
          });
    }
  }

  private static Tooltip tooltip(String text) {
    Tooltip tooltip = new Tooltip(text);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDEST);
    return tooltip;
  }

  /// Empty where there is none.
  public static String getText(Control control) {
    return control.getProperties().getOrDefault(TEXT, "") instanceof String text ? text : "";
  }

  /// Says which key does the same. The hint names it as this system writes it.
  public static void setShortcut(Control control, Shortcut shortcut) {
    control.getProperties().put(SHORTCUT, shortcut);
    tell(control);
  }

  /// None where no key does the same.
  public static @Nullable Shortcut getShortcut(Control control) {
    return control.getProperties().get(SHORTCUT) instanceof Shortcut shortcut ? shortcut : null;
  }

  private static void tell(Control control) {
    control.setAccessibleHelp(whole(control));
    if (whole(control).isEmpty()) {
      control.setTooltip(null);
    } else if (control.getTooltip() != null) {
      control.getTooltip().setText(whole(control));
    }
  }

  private static String whole(Control control) {
    @Nullable Shortcut shortcut = getShortcut(control);
    return shortcut == null ? getText(control) : getText(control) + " (" + shortcut.keyText() + ")";
  }
}
