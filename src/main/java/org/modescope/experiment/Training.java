package org.modescope.experiment;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// How a net is trained.
///
/// @param optimizer how parameters change by their gradients
/// @param loss what is made small
/// @param target what the outputs should be, row by row
/// @param batchSize rows per step, in training and in validation
/// @param epochs how often all rows are gone through
/// @param order in which order
/// @param lastBatch what becomes of a last short batch of training; validation keeps it always
/// @param accumulate steps whose gradients are added before the optimizer steps; the last, shorter
///   group of an epoch steps too
/// @param validation rows that the net does not learn from
/// @param forgotten the lines that the loop is made without
/// @param oldTask what a frozen backbone could do before, if that is to be measured too
public record Training(
    OptimizerSpec optimizer,
    Loss loss,
    TargetSpec target,
    int batchSize,
    int epochs,
    RowOrder order,
    LastBatch lastBatch,
    int accumulate,
    Optional<Validation> validation,
    Set<Forgotten> forgotten,
    Optional<OldTask> oldTask) {
  /// The most epochs that can be asked for.
  public static final int MAXIMUM_EPOCHS = 1_000_000;

  /// @throws InvalidValueException if batch size, epochs or accumulate are out of range
  public Training {
    checkRange("batch_size", batchSize, Integer.MAX_VALUE);
    checkRange("epochs", epochs, MAXIMUM_EPOCHS);
    checkRange("accumulate", accumulate, Integer.MAX_VALUE);
    EnumSet<Forgotten> lines = EnumSet.noneOf(Forgotten.class);
    lines.addAll(forgotten);
    forgotten = Collections.unmodifiableSet(lines);
  }

  /// A training by a whole loop that keeps the last batch and steps after each.
  ///
  /// @throws InvalidValueException if batch size or epochs are out of range
  public Training(
      OptimizerSpec optimizer,
      Loss loss,
      TargetSpec target,
      int batchSize,
      int epochs,
      RowOrder order,
      Optional<Validation> validation) {
    this(
        optimizer,
        loss,
        target,
        batchSize,
        epochs,
        order,
        LastBatch.KEPT,
        1,
        validation,
        Set.of(),
        Optional.empty());
  }

  /// Whether a batch is left of the rows that there are.
  ///
  /// @throws InvalidValueException if all of them are a last short batch that is dropped
  public void checkBatches(InputSpec input) {
    int rows = input.shape().rank() == 0 ? 1 : input.shape().size(0);
    if (lastBatch == LastBatch.DROPPED && rows < batchSize) {
      throw new InvalidValueException(
          "drop_last",
          "true",
          ValueProblem.of(ValueProblem.Key.NO_BATCH_LEFT, "rows", rows, "size", batchSize));
    }
  }

  /// Whether the loop is made without a line.
  public boolean isForgotten(Forgotten line) {
    return forgotten.contains(line);
  }

  public Training withOptimizer(OptimizerSpec other) {
    return changed(draft -> draft.optimizer = other);
  }

  /// This training with another loss and the targets that it takes.
  public Training withLoss(Loss other, TargetSpec otherTarget) {
    return changed(
        draft -> {
          draft.loss = other;
          draft.target = otherTarget;
        });
  }

  /// @throws InvalidValueException if the batch size is out of range
  public Training withBatchSize(int rows) {
    return changed(draft -> draft.batchSize = rows);
  }

  /// @throws InvalidValueException if epochs is out of range
  public Training withEpochs(int count) {
    return changed(draft -> draft.epochs = count);
  }

  public Training withOrder(RowOrder other) {
    return changed(draft -> draft.order = other);
  }

  public Training withLastBatch(LastBatch other) {
    return changed(draft -> draft.lastBatch = other);
  }

  /// @throws InvalidValueException if accumulate is out of range
  public Training withAccumulate(int steps) {
    return changed(draft -> draft.accumulate = steps);
  }

  public Training withValidation(Optional<Validation> other) {
    return changed(draft -> draft.validation = other);
  }

  /// This training by a loop without these lines.
  public Training withForgotten(Set<Forgotten> lines) {
    return changed(draft -> draft.forgotten = lines);
  }

  /// This training by a loop without one more line, or with it again.
  public Training with(Forgotten line, boolean isForgotten) {
    Set<Forgotten> lines = new HashSet<>(forgotten);
    if (isForgotten) {
      lines.add(line);
    } else {
      lines.remove(line);
    }
    return withForgotten(lines);
  }

  public Training withOldTask(Optional<OldTask> other) {
    return changed(draft -> draft.oldTask = other);
  }

  private Training changed(Consumer<TrainingDraft> change) {
    TrainingDraft draft = new TrainingDraft(this);
    change.accept(draft);
    return draft.training();
  }

  private static void checkRange(String name, int found, int most) {
    if (found < 1 || found > most) {
      throw new InvalidValueException(
          name,
          Integer.toString(found),
          String.format(
              Locale.ROOT,
              "%s must be a whole number from 1 to %,d; found %,d",
              name,
              most,
              found));
    }
  }

  /// What is made small, by PyTorch's names.
  public enum Loss {
    MSE("MSELoss", Targets.NUMBERS),
    CROSS_ENTROPY("CrossEntropyLoss", Targets.CLASSES),
    BCE_WITH_LOGITS("BCEWithLogitsLoss", Targets.NUMBERS),
    NLL("NLLLoss", Targets.CLASSES),
    L1("L1Loss", Targets.NUMBERS);

    private final String torchName;
    private final Targets targets;

    Loss(String torchName, Targets targets) {
      this.torchName = torchName;
      this.targets = targets;
    }

    /// What it takes for targets.
    public Targets targets() {
      return targets;
    }

    /// PyTorch's class name.
    public String torchName() {
      return torchName;
    }
  }

  /// What a loss takes for targets.
  public enum Targets {
    /// As many numbers as the net puts out.
    NUMBERS,
    /// A class for each row, counted from 0.
    CLASSES
  }

  /// What becomes of a last batch that is shorter than the others: `drop_last`.
  public enum LastBatch {
    KEPT,
    DROPPED
  }

  /// The order of rows within an epoch.
  public enum RowOrder {
    AS_GIVEN,
    /// Drawn anew for each epoch.
    SHUFFLED
  }

  /// What the outputs should be: numbers, or classes counted from 0, as the loss takes them.
  public sealed interface TargetSpec {
    /// Checks it against the rows that it is the target of, before anything is drawn or trained.
    ///
    /// @throws InvalidValueException if there are not as many targets as rows, there is no such
    ///   column, or classes are asked for and a target is none
    default void checkFits(InputSpec input, Loss loss) {
      LabelledRows.check(input, this, loss);
    }

    /// Checks it against rows that are only measured.
    ///
    /// @param trained the input of the training, whose labels these are
    /// @param trainedTarget its target
    /// @throws InvalidValueException as [#checkFits], or if a label is none of the training's
    default void checkFitsValidation(
        InputSpec input, Loss loss, InputSpec trained, TargetSpec trainedTarget) {
      LabelledRows.checkValidation(input, this, loss, trained, trainedTarget);
    }
  }

  /// What another input's form describes, row by row.
  public record Given(InputSpec values) implements TargetSpec {}

  /// A column of the data set or table that the input comes from.
  public record Column(String name) implements TargetSpec {}

  /// Rows that are only measured.
  public record Validation(InputSpec input, TargetSpec target) {}

  /// What a net could do before its new training: the task that its frozen layers were trained for.
  /// It is measured before and after, on copies.
  ///
  /// @param input rows of the old task
  /// @param target what the net made of them
  /// @param head a state from which the layers that learn are taken for it; what is frozen stays as
  ///   it is in the net
  public record OldTask(InputSpec input, TargetSpec target, Parameters head) {
    /// The same with its head in another file.
    public OldTask withHead(String file) {
      return new OldTask(input, target, head.named(file));
    }
  }

  /// How parameters change, with PyTorch's arguments.
  public sealed interface OptimizerSpec {}

  /// `torch.optim.SGD`.
  public record Sgd(double lr, double momentum, double weightDecay, boolean nesterov)
      implements OptimizerSpec {}

  /// `torch.optim.Adam`.
  public record Adam(double lr, double beta1, double beta2, double eps, double weightDecay)
      implements OptimizerSpec {}

  /// `torch.optim.AdamW`.
  public record AdamW(double lr, double beta1, double beta2, double eps, double weightDecay)
      implements OptimizerSpec {}
}
