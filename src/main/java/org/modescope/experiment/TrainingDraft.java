package org.modescope.experiment;

import java.util.Optional;
import java.util.Set;

/// A training while something of it is changed.
final class TrainingDraft {
  Training.OptimizerSpec optimizer;
  Training.Loss loss;
  Training.TargetSpec target;
  int batchSize;
  int epochs;
  Training.RowOrder order;
  Training.LastBatch lastBatch;
  int accumulate;
  Optional<Training.Validation> validation;
  Set<Forgotten> forgotten;
  Optional<Training.OldTask> oldTask;

  TrainingDraft(Training training) {
    optimizer = training.optimizer();
    loss = training.loss();
    target = training.target();
    batchSize = training.batchSize();
    epochs = training.epochs();
    order = training.order();
    lastBatch = training.lastBatch();
    accumulate = training.accumulate();
    validation = training.validation();
    forgotten = training.forgotten();
    oldTask = training.oldTask();
  }

  /// What has become of it.
  ///
  /// @throws InvalidValueException if a number is out of range
  Training training() {
    return new Training(
        optimizer,
        loss,
        target,
        batchSize,
        epochs,
        order,
        lastBatch,
        accumulate,
        validation,
        forgotten,
        oldTask);
  }
}
