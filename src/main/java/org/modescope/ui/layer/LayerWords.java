package org.modescope.ui.layer;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.ui.chart.layer.NormScene;
import org.modescope.ui.layer.LayerFace.ReadingFace;
import org.modescope.ui.layer.LayerFace.Words;

/// What is said of a layer of one kind.
interface LayerWords {
  /// The names of its stages, in order.
  List<String> stages();

  /// What stands around each picture.
  Words around();

  /// The arithmetic of the number that is pointed at.
  List<FormulaLine> formulas();

  /// What it comes to.
  ReadingFace reading();

  /// The picture whose heads are the stages, where the kind has one.
  default Optional<NormScene> scene(Experiment experiment) {
    return Optional.empty();
  }
}
