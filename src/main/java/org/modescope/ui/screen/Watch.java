package org.modescope.ui.screen;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What a part of the window follows of what lives longer than it does: only while it is shown, and
/// not once it is closed.
public final class Watch implements AutoCloseable {
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private Subscription followed = Subscription.EMPTY;

  /// For a part that is shown as long as the window is.
  public static Watch always() {
    Watch watch = new Watch();
    watch.setShown(true);
    return watch;
  }

  /// Hands over the present value, then every new one while the part is shown; what was missed
  /// meanwhile is handed over when it is shown again.
  public <T extends @Nullable Object> void follow(
      ObservableValue<T> source, Consumer<? super T> follower) {
    keep(source.when(shown).subscribe(follower));
  }

  /// Ends a subscription to something of the part's own together with the others.
  public void keep(Subscription subscription) {
    followed = followed.and(subscription);
  }

  public void setShown(boolean isShown) {
    shown.set(isShown);
  }

  @Override
  public void close() {
    shown.set(false);
    followed.unsubscribe();
    followed = Subscription.EMPTY;
  }
}
