package org.modescope.run;

import org.modescope.measure.Comparison;
import org.modescope.measure.GraphStudy;
import org.modescope.measure.Mates;
import org.modescope.measure.Observation;
import org.modescope.measure.Snapshot;
import org.modescope.measure.StartStudy;
import org.modescope.measure.Tracing;
import org.modescope.measure.TrainingCourse;

/// A row of jobs of which only the newest counts, each ending the one before it.
///
/// @param <S> what its jobs show
public final class Lane<S extends Snapshot> {
  /// What is done with the net on the bench.
  public static final Lane<Observation> BENCH = new Lane<>("bench");

  /// Comparisons of the six cells.
  public static final Lane<Comparison> CELLS = new Lane<>("cells");

  /// The six cells that a lesson asks for.
  public static final Lane<Comparison> LESSON = new Lane<>("lesson");

  /// The training that a lesson asks for.
  public static final Lane<TrainingCourse> LESSON_TRAINING = new Lane<>("lesson-training");

  /// One row in changing company.
  public static final Lane<Mates> MATES = new Lane<>("mates");

  /// Looks at the graph of a pass.
  public static final Lane<GraphStudy> GRAPH = new Lane<>("graph");

  public static final Lane<TrainingCourse> TRAINING = new Lane<>("training");

  /// Looks into one layer.
  public static final Lane<Tracing> TRACE = new Lane<>("trace");

  /// Looks at the state that a net starts from.
  public static final Lane<StartStudy> START = new Lane<>("start");

  private final String name;

  private Lane(String name) {
    this.name = name;
  }

  /// A lane of a room beyond this one, for its studies.
  public static <S extends Snapshot> Lane<S> of(String name) {
    return new Lane<>(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
