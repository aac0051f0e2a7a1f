package org.modescope.ui.input;

import org.modescope.experiment.Batches;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Drawn;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.InputSpec.FromDataSet;
import org.modescope.experiment.InputSpec.FromSafetensors;
import org.modescope.experiment.InputSpec.Values;
import org.modescope.experiment.Rows;
import org.modescope.words.Text;

/// Says what fresh batches mean for an input, where they are off and where they are on.
record FreshWords(Text text) {
  String of(InputSpec input) {
    int count = input.shape().rank() == 0 ? 1 : input.shape().size(0);
    return switch (input) {
      case Drawn drawn ->
          text.say(drawn.fresh() ? "sheet.fresh.drawn.on" : "sheet.fresh.drawn.off", "rows", count);
      case FromDataSet rows -> ofRows(rows, rows.rows(), rows.dataSet().rows(rows.classes()));
      case FromCsv csv -> ofRows(csv, csv.rows(), csv.table().rows());
      case Values _, FromSafetensors _ -> text.say("sheet.fresh.never", "rows", count);
    };
  }

  private String ofRows(InputSpec input, Rows first, int available) {
    if (first.count() == available) {
      return text.say("sheet.fresh.never", "rows", first.count());
    }
    int[] next = Batches.places(first, available, 1);
    return text.say(
        input.fresh() ? "sheet.fresh.rows.on" : "sheet.fresh.rows.off",
        "rows",
        first.count(),
        "first",
        next[0],
        "last",
        next[next.length - 1]);
  }
}
