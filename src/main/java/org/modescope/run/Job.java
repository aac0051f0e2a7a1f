package org.modescope.run;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.Refusal;
import org.modescope.measure.Snapshot;

/// Something for the worker to do, and what it shows of it.
///
/// Another kind of job is another record: it says in which lane it runs, does its work, and says
/// what is shown where that is refused or fails. All but those of the bench use nets of their own.
///
/// @param <S> what it shows
public sealed interface Job<S extends Snapshot>
    permits PassesJob,
        ReplayJob,
        RewindJob,
        OpenJob,
        CellsJob,
        MatesJob,
        GraphJob,
        TraceJob,
        StartJob,
        StudyJob,
        TrainingJob,
        LessonTrainingJob {
  Experiment experiment();

  Lane<S> lane();

  /// Does the work, on the worker.
  ///
  /// @param tell is given what there is to show; last, something with nothing to follow
  /// @param stopped whether to end early
  /// @throws org.modescope.nn.PassRefusedException if the net refuses, so that there is nothing to
  ///   show but that
  void perform(Bench bench, Consumer<S> tell, BooleanSupplier stopped);

  /// What is shown where the net refused.
  S refused(Refusal refusal);

  /// What is shown where the program gave up.
  S failed(Fault fault);

  /// Whether it is done even if a newer one of its lane was asked for before it began.
  default boolean isAlwaysDone() {
    return false;
  }
}
