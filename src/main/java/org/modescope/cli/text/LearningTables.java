package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.List;
import org.modescope.measure.BackwardModes;
import org.modescope.measure.LayerGradients;
import org.modescope.measure.StatisticsDrift;
import org.modescope.measure.TrainingCourse;
import org.modescope.words.Text;

/// What a training did to its layers, a table each: how running statistics moved, how large
/// gradients and updates were, and how backward differs between the modes.
record LearningTables(TrainingCourse course, int columns) {
  private static final Text TEXT = Text.english();

  void print(PrintStream out) {
    drift(out, course.drifts().stream().filter(StatisticsDrift::hasMoved).toList());
    gradients(out, course.gradients().stream().filter(layer -> layer.count() > 0).toList());
    course
        .diagnosis()
        .backward()
        .filter(modes -> !modes.layers().isEmpty())
        .ifPresent(modes -> backward(out, modes));
  }

  private void drift(PrintStream out, List<StatisticsDrift> moved) {
    if (course.drifts().isEmpty()) {
      return;
    }
    head(out, say("drift", "moved", moved.size(), "layers", course.drifts().size()));
    if (moved.isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(
            words("layer"),
            number("updates"),
            number("sd-moved"),
            number("spread"),
            words("frozen"));
    for (StatisticsDrift layer : moved) {
      table.add(
          layer.layer(),
          TEXT.numbers().count(layer.now().updates()),
          TEXT.numbers().listed(layer.now().meanDeviation()),
          TEXT.numbers().listed(layer.now().spreadFactor()),
          layer.isFrozen() ? say("frozen") : "");
    }
    table.print(out);
  }

  private void gradients(PrintStream out, List<LayerGradients> layers) {
    if (layers.isEmpty()) {
      return;
    }
    head(out, say("gradients"));
    TextTable table =
        new TextTable(
            words("layer"),
            number("gradient-first"),
            number("gradient-last"),
            number("update-last"),
            number("direction"));
    for (LayerGradients layer : layers) {
      int last = layer.count() - 1;
      table.add(
          layer.layer(),
          TEXT.numbers().listed(layer.gradientNorms()[0]),
          TEXT.numbers().listed(layer.gradientNorms()[last]),
          TEXT.numbers().listed(layer.updateNorms()[last]),
          direction(layer.updateCosines()[last]));
    }
    table.print(out);
  }

  private void backward(PrintStream out, BackwardModes modes) {
    head(
        out,
        say(
            "backward",
            "train",
            TEXT.numbers().percent(modes.reachesOthersInTrain()),
            "eval",
            TEXT.numbers().percent(modes.reachesOthersInEval())));
    TextTable table =
        new TextTable(
            words("layer"), number("norm-train"), number("norm-eval"), number("direction-modes"));
    for (BackwardModes.LayerBackward layer : modes.layers()) {
      table.add(
          layer.layer(),
          TEXT.numbers().listed(layer.trainNorm()),
          TEXT.numbers().listed(layer.evalNorm()),
          direction(layer.cosine()));
    }
    table.print(out);
  }

  private void head(PrintStream out, String text) {
    out.println();
    Paragraph.lines("", "", text, columns).forEach(out::println);
  }

  private static String direction(double cosine) {
    return Double.isNaN(cosine) ? "–" : TEXT.numbers().fixed(cosine, 2);
  }

  private static TextTable.Column words(String key) {
    return TextTable.Column.words(say("column." + key));
  }

  private static TextTable.Column number(String key) {
    return TextTable.Column.numbers(say("column." + key));
  }

  private static String say(String key, Object... values) {
    return TEXT.say("cli.train." + key, values);
  }
}
