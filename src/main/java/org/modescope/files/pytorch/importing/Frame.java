package org.modescope.files.pytorch.importing;

import org.jspecify.annotations.Nullable;

/// A block of the source while it is followed.
final class Frame {
  private final Scope scope;
  private final Place place;
  private final @Nullable Composite self;
  private Value returned = Value.NOTHING;

  /// Where a line stands.
  enum Place {
    /// Outside of modules: what is done with a net.
    SCRIPT,
    /// Where a module is made.
    CONSTRUCTION,
    /// In `forward`.
    FORWARD
  }

  Frame(Scope scope, Place place, @Nullable Composite self) {
    this.scope = scope;
    this.place = place;
    this.self = self;
  }

  Scope scope() {
    return scope;
  }

  Place place() {
    return place;
  }

  boolean isForward() {
    return place == Place.FORWARD;
  }

  boolean isScript() {
    return place == Place.SCRIPT;
  }

  @Nullable Composite self() {
    return self;
  }

  Value returned() {
    return returned;
  }

  void giveBack(Value value) {
    returned = value;
  }
}
