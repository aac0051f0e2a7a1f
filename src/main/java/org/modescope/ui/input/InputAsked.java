package org.modescope.ui.input;

import javafx.event.Event;
import javafx.event.EventType;

/// Someone wants to choose another input. It rises from where that was asked to the window's frame,
/// which lays the sheet over the page.
public final class InputAsked extends Event {
  private static final long serialVersionUID = 1;

  public static final EventType<InputAsked> ASKED =
      new EventType<>(Event.ANY, "MODESCOPE_INPUT_ASKED");

  public InputAsked() {
    super(ASKED);
  }
}
