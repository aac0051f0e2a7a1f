package org.modescope.ui.mates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.measure.Mates;
import org.modescope.measure.Mates.Change;
import org.modescope.measure.Mates.Focus;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.ui.chart.mates.BatchFace;
import org.modescope.ui.chart.mates.BatchFace.Image;
import org.modescope.ui.chart.mates.BatchFace.Two;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.words.Text;

/// What is said of the rows of a company.
///
/// @param text the language
record BatchWords(Text text) {
  private static final int IMAGE_RANK = 4;

  /// Numbers of a row that the table has, at the most.
  private static final int MOST_COLUMNS = 100;

  InstrumentText before(Experiment experiment) {
    return new InstrumentText(
        "",
        HeadlineTone.QUIET,
        context(experiment.input().shape()),
        "",
        text.say(isAlone(experiment) ? "mates.batch.empty.alone" : "mates.batch.empty"));
  }

  /// Whether the input is one row, which has no mates.
  static boolean isAlone(Experiment experiment) {
    return experiment.input().shape().size(0) == 1;
  }

  InstrumentText around(Mates seen, Focus focus, Selection selection) {
    int mates = focus.shape().size(0) - 1;
    return new InstrumentText(
        text.say("mates.batch.headline", "mates", mates),
        HeadlineTone.INK,
        context(focus.shape()),
        sentence(seen, focus, selection, mates),
        "");
  }

  private String sentence(Mates seen, Focus focus, Selection selection, int mates) {
    boolean isFixed = Kept.isFixed(seen);
    String where =
        isFixed
            ? "fixed"
            : seen.experiment().input() instanceof InputSpec.Drawn ? "drawn" : "stored";
    String stays =
        text.say("mates.batch.sentence", "where", where, "row", focus.row(), "mates", mates);
    if (mates == 0 || mates == 1 && seen.asked().change().isEmpty()) {
      return stays;
    }
    return text.paragraph(
        stays,
        seen.asked()
            .change()
            .map(change -> changed(change, focus.shape().size(0)))
            .orElseGet(() -> text.say("mates.batch.outlier", "mate", selection.mate())));
  }

  private String changed(Change change, int rows) {
    return change.edits().isEmpty()
        ? text.say(
            "mates.batch.scaled",
            "mate",
            change.mateAmong(rows),
            "factor",
            text.numbers().plain(change.factor()))
        : text.say("mates.batch.edited", "mate", change.mateAmong(rows));
  }

  private String context(Shape shape) {
    int rows = shape.size(0);
    if (shape.rank() == IMAGE_RANK) {
      return text.say(
          "mates.batch.images",
          "rows",
          rows,
          "channels",
          shape.size(1),
          "height",
          shape.size(2),
          "width",
          shape.size(3));
    }
    return text.say(
        "mates.batch.rows", "rows", rows, "features", shape.elements() / Math.max(1, rows));
  }

  BatchFace face(Mates seen, Focus focus, Selection selection) {
    int rows = focus.shape().size(0);
    Optional<Change> change = seen.asked().change();
    float[] values = change.map(each -> each.in(focus.company(), rows)).orElse(focus.company());
    Selection now = selection.among(rows);
    return new BatchFace(
        values,
        rows,
        focus.row(),
        focus.shape().rank() == IMAGE_RANK
            ? Optional.of(new Image(focus.shape().size(2), focus.shape().size(3)))
            : Optional.empty(),
        rows > 1 ? now.mate() : 0,
        Math.min(now.place(), focus.width() - 1),
        change.map(each -> each.mateAmong(rows)).filter(mate -> mate == now.mate()).isPresent(),
        text.say(
            "mates.batch.company",
            "company",
            seen.asked().latest(),
            "companies",
            seen.asked().latest()),
        focus.coupling().map(pair -> two(seen, pair)),
        language -> new BatchWords(language).table(values, rows, focus));
  }

  private Two two(Mates seen, Mates.Pair pair) {
    String refused =
        seen.sizes().stream()
            .filter(size -> size.rows() == 1)
            .flatMap(size -> size.refused().stream())
            .findFirst()
            .orElse("");
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (float value : pair.focus()) {
      least = Math.min(least, Math.abs(value));
      most = Math.max(most, Math.abs(value));
    }
    return new Two(
        text.say(
            "mates.two.title", "layer", text.layer(pair.layer()), "channels", pair.focus().length),
        pair.focus(),
        pair.mate(),
        text.say(
            "mates.two.sentence",
            "least",
            text.numbers().fixed(least, 3),
            "most",
            text.numbers().fixed(most, 3)),
        refused.isEmpty() ? "" : text.say("mates.two.alone"),
        refused);
  }

  private ChartTable table(float[] values, int rows, Focus focus) {
    int columns = Math.min(MOST_COLUMNS, focus.width());
    List<String> header = new ArrayList<>(List.of(text.say("mates.table.row")));
    for (int column = 0; column < columns; column++) {
      header.add(text.say("mates.table.number", "place", column));
    }
    List<List<Cell>> lines = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Cell> line = new ArrayList<>();
      line.add(
          row == 0
              ? new Word(text.say("mates.chart.row", "row", focus.row()))
              : new Word(text.say("mates.chart.mate", "mate", row)));
      for (int column = 0; column < columns; column++) {
        line.add(Measure.of(values[row * focus.width() + column]));
      }
      lines.add(line);
    }
    return new ChartTable(header, lines);
  }
}
