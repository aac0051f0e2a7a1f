package org.modescope.files.pytorch.importing;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;

/// What a source was read as.
///
/// @param experiment what could be read of it, without the lines that are not understood; empty if
///   there is no net in it
/// @param remarks what became of its lines, in their order
public record Imported(Optional<Experiment> experiment, List<Remark> remarks) {
  public Imported {
    remarks = List.copyOf(remarks);
  }

  /// What is not understood, in order.
  public List<Remark.NotUnderstood> problems() {
    return remarks.stream()
        .filter(Remark.NotUnderstood.class::isInstance)
        .map(Remark.NotUnderstood.class::cast)
        .toList();
  }

  /// Whether the experiment is all that the source describes.
  public boolean isWhole() {
    return experiment.isPresent() && problems().isEmpty();
  }
}
