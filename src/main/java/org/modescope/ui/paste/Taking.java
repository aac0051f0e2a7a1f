package org.modescope.ui.paste;

import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.files.pytorch.PyTorchScript;
import org.modescope.files.pytorch.importing.PyTorchImport;

/// Makes of code that was read what becomes of the experiment.
///
/// Code that was an experiment's own at first changes only what somebody changed in it: its text
/// cannot say everything, such as rows of a table, trained weights, or how the net is trained.
///
/// @param origin the experiment whose code it was at first
/// @param asRead what that code is read as unchanged
record Taking(Optional<Experiment> origin, Optional<Experiment> asRead) {
  /// For code from elsewhere, which says all there is.
  static final Taking ALL = new Taking(Optional.empty(), Optional.empty());

  /// May take long, so not on the FX thread.
  static Taking of(Optional<Experiment> origin) {
    return new Taking(origin, origin.flatMap(Taking::asRead));
  }

  private static Optional<Experiment> asRead(Experiment origin) {
    return PyTorchImport.read(PyTorchScript.slide(origin).text(), Optional.empty()).experiment();
  }

  /// What becomes of the experiment.
  Experiment made(Experiment read) {
    if (origin.isEmpty() || asRead.isEmpty()) {
      return read;
    }
    Experiment before = origin.get();
    Experiment unchanged = asRead.get();
    boolean isSameNet = read.network().equals(unchanged.network());
    boolean isSameTitle =
        read.name().equals(unchanged.name()) && read.note().equals(unchanged.note());
    return new Experiment(
        isSameTitle ? before.name() : read.name(),
        isSameTitle ? before.note() : read.note(),
        read.seed() == unchanged.seed() ? before.seed() : read.seed(),
        before.generator(),
        isSameNet ? before.network() : read.network(),
        isSameNet ? before.parameters() : Optional.empty(),
        read.input().equals(unchanged.input()) ? before.input() : read.input(),
        read.mode() == unchanged.mode() ? before.mode() : read.mode(),
        read.gradMode() == unchanged.gradMode() ? before.gradMode() : read.gradMode(),
        read.passes() == unchanged.passes() ? before.passes() : read.passes(),
        before.training());
  }
}
