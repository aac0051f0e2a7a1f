package org.modescope.measure;

/// What the loop's variables keep alive after each of its steps, of training and of validation: the
/// graphs behind `loss` and behind the sums of losses.
///
/// Measured on the tensors themselves: `savedBytes` are those of the saved tensors that are alive,
/// each storage once, without parameters, buffers, inputs and targets, which the caller holds
/// anyway. Epoch 0, measured on a copy before the first step, is no part of the loop.
///
/// @param savedBytes after each moment; more than are known yet, since the array grows into the
///   next snapshot
/// @param allocatedBytes the same moments by the array library's own count of all that it has
///   allocated, less what it had when the training began: gradients and values too
/// @param nodes how many nodes of PyTorch's graph are alive, `AccumulateGrad` not counted
/// @param inValidation whether the moment is a step of validation
/// @param epochs the epoch of each moment, counted from 1
/// @param count how many moments are known; no more than [#LIMIT] are kept, the first
public record HeldMemory(
    long[] savedBytes,
    long[] allocatedBytes,
    int[] nodes,
    boolean[] inValidation,
    int[] epochs,
    int count) {
  /// The most moments that are kept: those of the first epochs of a long training.
  public static final int LIMIT = 1 << 16;

  /// Before the first step.
  public static final HeldMemory NONE =
      new HeldMemory(new long[0], new long[0], new int[0], new boolean[0], new int[0], 0);

  /// The most that was alive after a step of validation.
  public long mostInValidation() {
    return most(true);
  }

  /// The most that was alive after a step of training.
  public long mostInTraining() {
    return most(false);
  }

  /// The most nodes that were alive after a step of the first epoch of training. In later epochs
  /// those are alive, too, that a validation before them left.
  public int mostNodesInTraining() {
    int most = 0;
    for (int i = 0; i < count && !inValidation[i]; i++) {
      most = Math.max(most, nodes[i]);
    }
    return most;
  }

  private long most(boolean validating) {
    long most = 0;
    for (int i = 0; i < count; i++) {
      most = inValidation[i] == validating ? Math.max(most, savedBytes[i]) : most;
    }
    return most;
  }
}
