package org.modescope.ui.code;

import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.workbench.Draft;

/// Opens the place to type with what is on the clipboard.
public final class PastedCode {
  private PastedCode() {}

  /// Goes to the bench and begins there with the text of the clipboard; without one, with what was
  /// typed before.
  public static void begin(Desk desk) {
    desk.navigation().goTo(ScreenId.BENCH, "");
    Draft draft = desk.workbench().draft();
    Object copied = Clipboard.getSystemClipboard().getContent(DataFormat.PLAIN_TEXT);
    if (copied instanceof String code && !code.isBlank()) {
      draft.begin(code.replace("\r", ""));
    } else {
      draft.resume();
    }
  }
}
