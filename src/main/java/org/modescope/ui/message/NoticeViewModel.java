package org.modescope.ui.message;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.ui.message.Notice.Offer;
import org.modescope.ui.message.Notice.Stay;
import org.modescope.ui.task.Pause;
import org.modescope.ui.task.TimedPause;

/// The notices of the window. The newest passing one is shown in place of an older one, and over
/// those that wait to be dismissed; these come one after another.
public final class NoticeViewModel {
  private static final Duration LONG_ENOUGH_TO_READ = Duration.ofSeconds(10);

  private final Pause pause;
  private final ReadOnlyObjectWrapper<Optional<Notice>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper waitingBehind = new ReadOnlyIntegerWrapper();
  private final Queue<Notice> waiting = new ArrayDeque<>();
  private Optional<Notice> passing = Optional.empty();

  public NoticeViewModel() {
    this(new TimedPause(LONG_ENOUGH_TO_READ));
  }

  /// @param pause how long a passing notice is shown
  public NoticeViewModel(Pause pause) {
    this.pause = pause;
  }

  /// Shows a notice, now or when those that wait before it are dismissed.
  public void show(Notice notice) {
    switch (notice.stay()) {
      case PASSING -> {
        passing = Optional.of(notice);
        pause.restart(this::passOn);
      }
      case UNTIL_DISMISSED -> waiting.add(notice);
    }
    settle();
  }

  /// Takes up an offer of the notice that is shown.
  public void take(Offer offer) {
    dismiss();
    offer.action().run();
  }

  public void dismiss() {
    if (passing.isPresent()) {
      pause.stop();
      passOn();
    } else {
      waiting.poll();
      settle();
    }
  }

  public ReadOnlyObjectProperty<Optional<Notice>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// How many come after the one that is shown.
  public ReadOnlyIntegerProperty waitingBehindProperty() {
    return waitingBehind.getReadOnlyProperty();
  }

  private void passOn() {
    passing = Optional.empty();
    settle();
  }

  private void settle() {
    shown.set(passing.or(() -> Optional.ofNullable(waiting.peek())));
    boolean isWaitingShown = shown.get().filter(now -> now.stay() != Stay.PASSING).isPresent();
    waitingBehind.set(waiting.size() - (isWaitingShown ? 1 : 0));
  }
}
