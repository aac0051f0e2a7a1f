package org.modescope.ui.training;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.modescope.measure.BackwardModes;
import org.modescope.measure.BackwardModes.LayerBackward;
import org.modescope.measure.TrainingCourse;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.ui.chart.training.BackwardFace;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.words.Text;

/// What is shown and said of backward in train and in eval mode.
///
/// @param text the language
record BackwardWords(Text text) {

  /// A chart of backward in both modes and the words around it.
  record Panel(Optional<BackwardFace> face, InstrumentText words) {}

  Panel empty(String why) {
    return new Panel(Optional.empty(), new InstrumentText("", HeadlineTone.QUIET, "", "", why));
  }

  Panel of(TrainingCourse course) {
    Optional<BackwardModes> modes =
        course.diagnosis().backward().filter(each -> !each.layers().isEmpty());
    return modes
        .map(each -> new Panel(Optional.of(face(each)), around(each)))
        .orElseGet(
            () ->
                empty(
                    text.say(
                        course.isRunning()
                            ? "training.backward.later"
                            : "training.backward.none")));
  }

  private BackwardFace face(BackwardModes modes) {
    return new BackwardFace(
        modes.layers().stream()
            .map(
                each ->
                    new BackwardFace.Layer(
                        each.layer(), each.trainNorm(), each.evalNorm(), angle(each)))
            .toList(),
        language -> new BackwardWords(language).table(modes),
        new BackwardFace.Words(
            text.say("training.backward.measure"),
            text.say("training.backward.train"),
            text.say("training.backward.eval"),
            text.say("training.backward.more", "count", modes.layers().size()),
            sentence(modes)));
  }

  private String angle(LayerBackward layer) {
    return Double.isNaN(layer.cosine())
        ? "–"
        : text.say("training.backward.angle", "cosine", text.numbers().fixed(layer.cosine(), 2));
  }

  private InstrumentText around(BackwardModes modes) {
    return new InstrumentText(
        text.say(
            "training.backward.headline",
            "share",
            text.numbers().percent(modes.reachesOthersInTrain())),
        HeadlineTone.TRAIN,
        text.say("training.backward.context"),
        sentence(modes),
        "");
  }

  private String sentence(BackwardModes modes) {
    LayerBackward apart =
        modes.layers().stream().max(Comparator.comparingDouble(BackwardWords::ratio)).orElseThrow();
    return text.paragraph(
        text.say(
            "training.backward.layer",
            "layer",
            text.layer(apart.layer()),
            "train",
            text.numbers().size(apart.trainNorm()),
            "eval",
            text.numbers().size(apart.evalNorm())),
        text.say(
            "training.gradient.others",
            "train",
            text.numbers().percent(modes.reachesOthersInTrain()),
            "eval",
            text.numbers().percent(modes.reachesOthersInEval())));
  }

  /// How many times one is longer than the other, as a logarithm.
  private static double ratio(LayerBackward layer) {
    return layer.trainNorm() == 0 || layer.evalNorm() == 0
        ? 0
        : Math.abs(Math.log(layer.trainNorm() / layer.evalNorm()));
  }

  private ChartTable table(BackwardModes modes) {
    List<List<Cell>> lines =
        modes.layers().stream()
            .map(
                each ->
                    List.<Cell>of(
                        new Word(each.layer()),
                        Measure.of(each.trainNorm()),
                        Measure.of(each.evalNorm()),
                        Measure.of(each.cosine())))
            .toList();
    return new ChartTable(
        List.of(
            text.say("training.table.layer"),
            text.say("training.backward.train"),
            text.say("training.backward.eval"),
            text.say("training.table.cosine-modes")),
        lines);
  }
}
