package org.modescope.ui.instrument;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// What a view follows: while it is shown, and until it is closed.
final class Following {
  private final ObservableValue<Boolean> shown;
  private Subscription kept = Subscription.EMPTY;

  /// @param shown whether the view is on the screen; values that change meanwhile are taken in when
  ///   it is again
  Following(ObservableValue<Boolean> shown) {
    this.shown = shown;
  }

  /// Hands on the value as it is, and whenever it changes.
  <T> void follow(ObservableValue<T> value, Consumer<? super T> action) {
    keep(value.when(shown).subscribe(action));
  }

  /// Ends with the others.
  void keep(Subscription subscription) {
    kept = kept.and(subscription);
  }

  void close() {
    kept.unsubscribe();
  }
}
