package org.modescope.ui.message;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.ui.message.Notice.Offer;

/// The notices of the window, one at a time, in the order they came.
public final class NoticeViewModel {
  private final ReadOnlyObjectWrapper<Optional<Notice>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Queue<Notice> waiting = new ArrayDeque<>();

  /// Shows a notice, now or when those before it are gone.
  public void show(Notice notice) {
    if (shown.get().isPresent()) {
      waiting.add(notice);
    } else {
      shown.set(Optional.of(notice));
    }
  }

  /// Takes up an offer of the notice that is shown.
  public void take(Offer offer) {
    dismiss();
    offer.action().run();
  }

  public void dismiss() {
    shown.set(Optional.ofNullable(waiting.poll()));
  }

  public ReadOnlyObjectProperty<Optional<Notice>> shownProperty() {
    return shown.getReadOnlyProperty();
  }
}
