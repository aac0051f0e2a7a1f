package org.modescope.ui.screen;

import org.jspecify.annotations.Nullable;

/// The name of a screen: by it one screen leads to another without knowing it.
///
/// Its words are `shell.screen.KEY`, its icon `screen-KEY`. Not an enum: then a new screen would be
/// a line here besides the one where the window's screens are listed.
///
/// @param key such as `bench`
public record ScreenId(String key) {
  /// The first screen, to which every other one leads back.
  public static final ScreenId BENCH = new ScreenId("bench");

  /// Where one layer is looked into.
  public static final ScreenId LAYER = new ScreenId("layer");

  /// Where the autograd graph is.
  public static final ScreenId GRAPH = new ScreenId("graph");

  /// Where lessons are taken: apart from the others, at the foot of the rail.
  public static final ScreenId LESSONS = new ScreenId("lessons");

  /// Where a net is found out of which layers and switches are hidden.
  public static final ScreenId MYSTERY = new ScreenId("mystery");

  // By hand: what the compiler makes for a record costs the start some milliseconds.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ScreenId screen && key.equals(screen.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
