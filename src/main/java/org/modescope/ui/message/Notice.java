package org.modescope.ui.message;

import java.util.List;

/// Something worth saying that waits for nobody: a bar under the top bar.
///
/// @param text a sentence or two
/// @param offers what can be done about it; may be empty
/// @param stay how long it stands there
public record Notice(String text, List<Offer> offers, Stay stay) {

  public Notice {
    offers = List.copyOf(offers);
  }

  /// How long a notice stands there.
  public enum Stay {
    /// Until it is dismissed.
    UNTIL_DISMISSED,
    /// For a few seconds, or until there is news.
    PASSING
  }

  /// A notice that stays until it is dismissed, with what can be done about it.
  public static Notice offering(String text, Offer... offers) {
    return new Notice(text, List.of(offers), Stay.UNTIL_DISMISSED);
  }

  /// A notice that stays until it is dismissed, and about which there is nothing to do.
  public static Notice of(String text) {
    return offering(text);
  }

  /// A notice that something went as it was asked for.
  public static Notice passing(String text) {
    return new Notice(text, List.of(), Stay.PASSING);
  }

  /// What can be done about a notice. Taking it dismisses the notice.
  ///
  /// @param key its name, which no language changes
  /// @param text what its button says
  public record Offer(String key, String text, Runnable action) {}
}
