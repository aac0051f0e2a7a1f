package org.modescope.ui.message;

import java.util.List;

/// Something worth saying that waits for nobody: a bar under the top bar, until it is dismissed.
///
/// @param text a sentence or two
/// @param offers what can be done about it; may be empty
public record Notice(String text, List<Offer> offers) {

  public Notice {
    offers = List.copyOf(offers);
  }

  /// A notice about which there is nothing to do.
  public static Notice of(String text) {
    return new Notice(text, List.of());
  }

  /// What can be done about a notice. Taking it dismisses the notice.
  ///
  /// @param text what its button says
  public record Offer(String text, Runnable action) {}
}
