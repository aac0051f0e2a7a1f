package org.modescope.mystery;

import java.util.Optional;
import org.modescope.nn.Mode;

/// What stands at one place of a mystery net, or is guessed to.
///
/// @param kind which layer
/// @param p the probability of zeroing; 0 unless it drops
/// @param own a mode of its own, apart from the net's; always empty unless it follows modes
public record Card(Kind kind, double p, Optional<Mode> own) {
  public Card {
    p = kind.drops() ? p : 0;
    own = kind.followsMode() ? own : Optional.empty();
  }

  /// A layer that drops nothing and is in the net's mode.
  public Card(Kind kind) {
    this(kind, 0, Optional.empty());
  }
}
