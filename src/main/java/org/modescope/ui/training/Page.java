package org.modescope.ui.training;

/// What is looked at of a training.
enum Page {
  /// Loss, accuracy and drift.
  COURSE,
  /// The lines that are forgotten in the loop, and what they hold.
  FORGOTTEN,
  /// Gradients and updates of each layer.
  GRADIENTS
}
