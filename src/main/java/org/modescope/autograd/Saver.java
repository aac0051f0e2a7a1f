package org.modescope.autograd;

/// Takes what an operation needs for its backward pass; takes nothing when nothing is recorded.
@FunctionalInterface
interface Saver {
  /// For passes that are not recorded: operations need no branch for that.
  Saver NONE = (name, array) -> {};

  /// Keeps an array under PyTorch's name for it.
  void save(String name, Array array);
}
