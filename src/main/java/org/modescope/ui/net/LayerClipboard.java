package org.modescope.ui.net;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Layers on the system's clipboard, as JSON text.
final class LayerClipboard {
  private LayerClipboard() {}

  static void copy(LayerCardViewModel card) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, card.copied()));
  }

  /// Puts what is on the clipboard behind a card.
  static void paste(LayerCardViewModel card) {
    card.pasteBelow(Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse(""));
  }
}
