package org.modescope.ui.screen;

import java.util.Optional;
import javafx.scene.Parent;
import org.modescope.ui.control.Shortcut;

/// One of the pages that the window shows beside its rail. It is made when somebody first goes
/// there, and asks the window for things through a [Desk] only.
///
/// What a screen follows it follows through its desk's [Watch], so that it does nothing while it is
/// hidden and is forgotten once it is closed.
public interface Screen extends AutoCloseable {

  ScreenId id();

  /// Builds the page; once.
  Parent open();

  /// Tells whether the page can be seen.
  void shown(boolean isShown);

  /// Shows at once what its jobs have shown by now; else it does with the next pulse.
  default void catchUp() {}

  /// Does what a key means here. Keys that mean the same everywhere do not come here.
  default void press(Shortcut shortcut) {}

  /// What the status line says while this screen is shown; empty where that is of the bench.
  default Optional<StatusLine> status() {
    return Optional.empty();
  }

  /// Goes on where the same screen was in another language, with what it showed and what it waits
  /// for; before this one is opened and that one closed.
  default void takeOver(Screen before) {}

  /// Lets go of everything that lives longer than this screen.
  @Override
  void close();
}
