package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.modescope.experiment.Training;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.ui.chart.training.Curve;
import org.modescope.ui.chart.training.CurvesFace;
import org.modescope.ui.chart.training.CurvesFace.Axis;
import org.modescope.ui.chart.training.CurvesFace.End;
import org.modescope.ui.chart.training.CurvesFace.Meaning;
import org.modescope.ui.chart.training.CurvesFace.Stops;
import org.modescope.ui.chart.training.CurvesFace.Unit;
import org.modescope.ui.chart.training.Look;
import org.modescope.ui.chart.training.Tone;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.training.TrainingFace.Panel;
import org.modescope.words.Text;

/// What is shown and said of right answers.
///
/// @param text the language
record AccuracyWords(Text text) {

  Panel panel(Seen seen) {
    List<Validation> counted =
        seen.course().validations().stream()
            .filter(each -> each.eval().accuracy().isPresent())
            .toList();
    return counted.isEmpty()
        ? new Panel(Optional.empty(), nothing(seen.course()))
        : new Panel(Optional.of(face(seen, counted)), around(seen.course(), counted.getLast()));
  }

  private InstrumentText nothing(TrainingCourse course) {
    Optional<Training> training = course.experiment().training();
    String why =
        training.isEmpty() || training.get().validation().isEmpty()
            ? "training.accuracy.unheld"
            : course.validations().isEmpty() && course.isRunning()
                ? "training.coming"
                : "training.accuracy.numbers";
    return new InstrumentText("", HeadlineTone.QUIET, "", "", text.say(why));
  }

  private CurvesFace face(Seen seen, List<Validation> counted) {
    Validation last = counted.getLast();
    List<Curve> curves = new ArrayList<>();
    seen.earlier()
        .ifPresent(
            earlier ->
                curves.add(
                    Curve.of(
                        Look.EARLIER,
                        earlier.validations(),
                        each -> Seen.epoch(earlier, each.steps()),
                        each -> share(each.eval()))));
    curves.add(curve(seen, Look.MISTAKE_LINE, counted, true));
    curves.add(curve(seen, Look.EVAL_LINE, counted, false));
    return new CurvesFace(
        text.say("training.accuracy.measure", "answers", answers(last.eval())),
        new Axis(0, 1, Unit.SHARE),
        seen.lastEpoch(),
        seen.epochs(),
        curves,
        ends(last),
        List.of(),
        legend(seen),
        new Stops(
            counted.size(),
            place -> seen.epoch(counted.get(place).steps()),
            place -> at(counted.get(place))),
        language -> new AccuracyWords(language).table(counted),
        sentence(seen.course(), last));
  }

  private static Curve curve(Seen seen, Look look, List<Validation> counted, boolean isMistake) {
    return Curve.of(
        look,
        counted,
        each -> seen.epoch(each.steps()),
        each -> share(isMistake ? each.trainMode() : each.eval()));
  }

  private List<End> ends(Validation last) {
    List<End> ends = new ArrayList<>();
    last.eval()
        .accuracy()
        .ifPresent(share -> ends.add(new End(share, "", percent(share), Tone.EVAL)));
    last.trainMode()
        .accuracy()
        .ifPresent(share -> ends.add(new End(share, "", percent(share), Tone.TRAIN)));
    return ends;
  }

  private List<Meaning> legend(Seen seen) {
    List<Meaning> legend = new ArrayList<>();
    legend.add(new Meaning(text.say("training.loss.end.eval"), Look.EVAL_LINE));
    legend.add(new Meaning(text.say("training.loss.end.train"), Look.MISTAKE_LINE));
    if (seen.earlier().isPresent()) {
      legend.add(new Meaning(new EarlierWords(text).of(seen), Look.EARLIER));
    }
    return legend;
  }

  private String at(Validation each) {
    return text.say(
        "training.accuracy.at",
        "epoch",
        each.epoch(),
        "right",
        right(each.eval()),
        "answers",
        answers(each.eval()),
        "train",
        right(each.trainMode()));
  }

  private InstrumentText around(TrainingCourse course, Validation last) {
    return new InstrumentText(
        percent(share(last.eval())),
        HeadlineTone.EVAL,
        text.say("training.accuracy.context"),
        sentence(course, last),
        "");
  }

  private String sentence(TrainingCourse course, Validation last) {
    String said =
        text.say(
            last.trainMode().accuracy().isPresent()
                ? "training.accuracy.sentence"
                : "training.accuracy.sentence.eval",
            "right",
            right(last.eval()),
            "answers",
            answers(last.eval()),
            "train",
            right(last.trainMode()));
    OptionalDouble learned =
        course.learnedRows().map(Score::accuracy).orElse(OptionalDouble.empty());
    return learned.isEmpty()
        ? said
        : text.paragraph(
            said, text.say("training.accuracy.learned", "share", percent(learned.getAsDouble())));
  }

  private ChartTable table(List<Validation> counted) {
    List<List<Cell>> lines = new ArrayList<>();
    for (Validation each : counted) {
      lines.add(
          List.of(
              new Count(each.epoch()),
              new Count(answers(each.eval())),
              new Count(right(each.eval())),
              each.trainMode().accuracy().isPresent()
                  ? new Count(right(each.trainMode()))
                  : new Word("")));
    }
    return new ChartTable(
        List.of(
            text.say("training.table.epoch"),
            text.say("training.table.answers"),
            text.say("training.table.right-eval"),
            text.say("training.table.right-train")),
        lines);
  }

  private static double share(Score score) {
    return score.accuracy().orElse(Double.NaN);
  }

  private static int right(Score score) {
    return score instanceof Score.Measured measured ? measured.right().orElse(0) : 0;
  }

  private static int answers(Score score) {
    return score instanceof Score.Measured measured ? measured.answers() : 0;
  }

  private String percent(double share) {
    return text.numbers().percent(share);
  }
}
