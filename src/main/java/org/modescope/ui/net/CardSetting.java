package org.modescope.ui.net;

import javafx.beans.value.ObservableValue;
import org.modescope.words.Text;

/// What all cards of the net panel share.
///
/// @param brief whether cards leave their arguments out until they are opened
/// @param drag how a card is moved with the mouse
/// @param palette where a new layer's type is chosen
/// @param pointed which layer is pointed at, here or elsewhere; empty for none
/// @param pointer told which layer the user points at
record CardSetting(
    ObservableValue<Boolean> brief,
    CardDrag drag,
    Palette palette,
    ObservableValue<String> pointed,
    Pointer pointer,
    Text text) {

  /// Hears which layer the user points at.
  @FunctionalInterface
  interface Pointer {
    /// @param path of the layer; empty for none
    void pointAt(String path);
  }
}
