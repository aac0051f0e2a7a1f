package org.modescope.run;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.Refusal;
import org.modescope.measure.Snapshot;

/// Does a [Study].
///
/// @param lane that of whoever asks
/// @param study what is done
/// @param <S> what it shows
public record StudyJob<S extends Snapshot>(Lane<S> lane, Study<S> study) implements Job<S> {
  @Override
  public Experiment experiment() {
    return study.experiment();
  }

  @Override
  public void perform(Bench bench, Consumer<S> tell, BooleanSupplier stopped) {
    tell.accept(study.perform(stopped));
  }

  @Override
  public S refused(Refusal refusal) {
    return study.refused(refusal);
  }

  @Override
  public S failed(Fault fault) {
    return study.failed(fault);
  }
}
