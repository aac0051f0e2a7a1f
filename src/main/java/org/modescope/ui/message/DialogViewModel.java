package org.modescope.ui.message;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.ui.message.Dialog.Answer;

/// The dialogs of the window, one at a time: a second waits until the first is answered.
public final class DialogViewModel {
  private final ReadOnlyObjectWrapper<Optional<Dialog>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Queue<Dialog> waiting = new ArrayDeque<>();

  /// Shows a dialog, now or when those before it are answered.
  public void show(Dialog dialog) {
    if (isOpen()) {
      waiting.add(dialog);
    } else {
      shown.set(Optional.of(dialog));
    }
  }

  /// Takes an answer to the dialog that is shown.
  public void answer(Answer answer) {
    shown.set(Optional.ofNullable(waiting.poll()));
    answer.action().run();
  }

  /// Takes a dialog away whose matter has come to an end by itself; its answers do nothing.
  public void withdraw(Dialog dialog) {
    waiting.remove(dialog);
    if (shown.get().equals(Optional.of(dialog))) {
      shown.set(Optional.ofNullable(waiting.poll()));
    }
  }

  /// Answers with what Esc means.
  public void dismiss() {
    shown.get().ifPresent(dialog -> answer(dialog.answers().getLast()));
  }

  public ReadOnlyObjectProperty<Optional<Dialog>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public boolean isOpen() {
    return shown.get().isPresent();
  }
}
