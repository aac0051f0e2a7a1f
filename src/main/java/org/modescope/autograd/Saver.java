package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// Takes what an operation needs for its backward pass; takes nothing when nothing is recorded.
@FunctionalInterface
interface Saver {
  /// For passes that are not recorded: operations need no branch for that.
  Saver NONE =
      new Saver() {
        @Override
        public void save(String name, Array array) {}

        @Override
        public boolean isRecording() {
          return false;
        }
      };

  /// Whether what is saved is kept.
  default boolean isRecording() {
    return true;
  }

  /// Keeps an array under PyTorch's name for it.
  void save(String name, Array array);

  /// The same for an operand that may be absent.
  default void saveIfPresent(String name, @Nullable Array array) {
    if (array != null) {
      save(name, array);
    }
  }
}
