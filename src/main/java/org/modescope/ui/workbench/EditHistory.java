package org.modescope.ui.workbench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can be undone and redone: earlier and later values around the present one.
///
/// @param <T> an immutable value
final class EditHistory<T> {
  private static final int DEPTH = 200;

  private final Deque<T> earlier = new ArrayDeque<>();
  private final Deque<T> later = new ArrayDeque<>();
  private @Nullable Object lastGesture;

  /// Remembers the value that an edit replaces. Edits of one gesture, such as the drag of a slider,
  /// are undone together.
  ///
  /// @param gesture what the edit belongs to, or null where it stands alone
  void replaced(T before, @Nullable Object gesture) {
    later.clear();
    boolean continues = gesture != null && gesture.equals(lastGesture);
    lastGesture = gesture;
    if (continues) {
      return;
    }
    earlier.push(before);
    if (earlier.size() > DEPTH) {
      earlier.removeLast();
    }
  }

  /// The value before the last edit; `present` can be had back by redoing.
  Optional<T> undo(T present) {
    return move(earlier, later, present);
  }

  /// The value that the last undo took away.
  Optional<T> redo(T present) {
    return move(later, earlier, present);
  }

  /// Forgets everything: what comes next has nothing to do with what was before.
  void clear() {
    earlier.clear();
    later.clear();
    lastGesture = null;
  }

  boolean canUndo() {
    return !earlier.isEmpty();
  }

  boolean canRedo() {
    return !later.isEmpty();
  }

  private Optional<T> move(Deque<T> from, Deque<T> to, T present) {
    lastGesture = null;
    if (from.isEmpty()) {
      return Optional.empty();
    }
    to.push(present);
    return Optional.of(from.pop());
  }
}
