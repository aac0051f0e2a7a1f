package org.modescope.ui.weights;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.StateEdit;
import org.modescope.experiment.StateEdits;
import org.modescope.nn.StateDict;
import org.modescope.ui.chart.weights.Block;
import org.modescope.ui.chart.weights.SheetShape;

/// Makes experiments of which numbers under one key were changed. A number that is changed back is
/// no edit any more.
///
/// @param start what there is before
/// @param key whose numbers are changed
record StateEditor(Start start, String key) {
  /// A tensor of millions of numbers is not copied for so few of them.
  private static final int FEW = 4096;

  /// What becomes of a number.
  @FunctionalInterface
  interface Change {
    float of(float present, int row, int column);
  }

  /// The experiment with each number of a block changed.
  Experiment changed(Block block, Change change) {
    if (!(start.now(key) instanceof StateDict.Floats now)
        || !(start.base(key) instanceof StateDict.Floats base)) {
      return start.experiment();
    }
    StateEdit.Cells cells =
        (long) block.rows() * block.columns() <= FEW
            ? few(now, base, block, change)
            : many(now, base, block, change);
    return with(cells.count() == 0 ? Optional.empty() : Optional.of(cells));
  }

  private StateEdit.Cells few(
      StateDict.Floats now, StateDict.Floats base, Block block, Change change) {
    Map<Integer, Float> changed = new HashMap<>();
    forEach(
        now.shape(),
        block,
        (index, row, column) -> changed.put(index, change.of(now.values()[index], row, column)));
    return start
        .edit(key)
        .filter(StateEdit.Cells.class::isInstance)
        .map(StateEdit.Cells.class::cast)
        .orElseGet(() -> new StateEdit.Cells(now.shape(), new int[0], new float[0]))
        .with(base.values(), changed);
  }

  private static StateEdit.Cells many(
      StateDict.Floats now, StateDict.Floats base, Block block, Change change) {
    float[] values = now.values().clone();
    forEach(
        now.shape(),
        block,
        (index, row, column) -> values[index] = change.of(values[index], row, column));
    return StateEdit.Cells.between(now.shape(), base.values(), values);
  }

  /// Something that is done with a number of a block.
  @FunctionalInterface
  private interface Visit {
    void at(int index, int row, int column);
  }

  private static void forEach(Shape shape, Block block, Visit visit) {
    SheetShape sheet = SheetShape.of(shape);
    for (int row = block.firstRow(); row <= block.lastRow(); row++) {
      for (int column = block.firstColumn(); column <= block.lastColumn(); column++) {
        if (sheet.holds(row, column)) {
          visit.at(sheet.index(row, column), row - block.firstRow(), column - block.firstColumn());
        }
      }
    }
  }

  /// The experiment with another count of batches.
  Experiment counted(long count) {
    boolean isSame = start.base(key).equals(new StateDict.Counter(count));
    return with(isSame ? Optional.empty() : Optional.of(new StateEdit.Count(count)));
  }

  /// The experiment with the key as it was before any edit.
  Experiment restored() {
    return with(Optional.empty());
  }

  private Experiment with(Optional<? extends StateEdit> edit) {
    Experiment experiment = start.experiment();
    Parameters present =
        experiment.parameters().orElseGet(() -> Parameters.edited(StateEdits.NONE));
    StateEdits edits =
        edit.isPresent() ? present.edits().with(key, edit.get()) : present.edits().without(key);
    boolean isNothing = edits.isEmpty() && !present.isFromFile();
    return experiment.withParameters(
        isNothing ? Optional.empty() : Optional.of(present.withEdits(edits)));
  }
}
