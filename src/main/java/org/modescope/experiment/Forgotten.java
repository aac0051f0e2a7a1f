package org.modescope.experiment;

import java.util.Arrays;
import java.util.Optional;

/// A line that people forget in a training loop. A training that has one in its setting is made
/// without that line, so that its effect is measured and not told.
///
/// The whole loop, with the line that each constant leaves out or changes:
///
/// ```python
/// for epoch in range(epochs):
///     seen = 0.0
///     for x, t in training:
///         optimizer.zero_grad()              # NO_ZERO_GRAD
///         loss = loss_of(net(x), t)
///         loss.backward()
///         optimizer.step()
///         seen += loss.item()                # TOTAL_PLUS_LOSS: seen += loss
///     net.eval()                             # NO_EVAL_IN_VALIDATION
///     total = 0.0
///     with torch.no_grad():                  # NO_NO_GRAD
///         for x, t in validation:
///             loss = loss_of(net(x), t)
///             total += loss.item()           # TOTAL_PLUS_LOSS: total += loss
///     net.train()                            # NO_TRAIN_AFTER
///     net.bn1.eval()                         # TRAIN_UNDOES_EVAL, FROZEN_WITHOUT_EVAL
/// ```
public enum Forgotten {
  /// Validation without `net.eval()`: dropout draws, BatchNorm takes each validation batch's
  /// statistics and moves its running ones by them.
  NO_EVAL_IN_VALIDATION("no_eval"),

  /// No `net.train()` after validation: from the second epoch on the net learns in eval mode.
  NO_TRAIN_AFTER("no_train"),

  /// No `optimizer.zero_grad()`: every step adds to the gradients of all before.
  NO_ZERO_GRAD("no_zero_grad"),

  /// `total += loss` in place of `total += loss.item()`, in training and in validation: the sum
  /// keeps every graph that it is made of.
  TOTAL_PLUS_LOSS("total_plus_loss"),

  /// Validation without `torch.no_grad()`: graphs are recorded that nobody needs.
  NO_NO_GRAD("no_no_grad"),

  /// `requires_grad = False` without `bn.eval()`: what layers that are frozen say of a mode of
  /// their own is left out, so that they train in the net's and their running statistics move. Does
  /// nothing where no frozen layer has a mode of its own.
  FROZEN_WITHOUT_EVAL("frozen_without_eval"),

  /// `bn.eval()` once, before the loop: the `net.train()` after the first validation undoes it, and
  /// every other mode that a layer has of its own. Does nothing where no layer has one.
  TRAIN_UNDOES_EVAL("train_undoes_eval");

  private final String key;

  Forgotten(String key) {
    this.key = key;
  }

  /// The name that experiment files use.
  public String key() {
    return key;
  }

  /// The line of that name.
  public static Optional<Forgotten> named(String key) {
    return Arrays.stream(values()).filter(line -> line.key.equals(key)).findFirst();
  }
}
