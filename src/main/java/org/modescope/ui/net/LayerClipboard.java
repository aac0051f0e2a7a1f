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

  /// The last layer of all stays, for a net has at least one.
  static void cut(LayerCardViewModel card) {
    copy(card);
    card.remove();
  }

  /// Puts what is on the clipboard behind a card.
  static void paste(LayerCardViewModel card) {
    card.pasteBelow(content());
  }

  /// Puts what is on the clipboard behind all cards of a nest.
  static void pasteInto(NestViewModel nest) {
    nest.paste(nest.cards().size(), content());
  }

  private static String content() {
    return Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
  }
}
