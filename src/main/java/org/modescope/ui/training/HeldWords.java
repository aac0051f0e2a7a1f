package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.Training;
import org.modescope.measure.HeldMemory;
import org.modescope.measure.TrainingCourse;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.ui.chart.training.CurvesFace.Stops;
import org.modescope.ui.chart.training.HeldFace;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.words.Text;

/// What is shown and said of the memory that a loop's variables hold.
///
/// @param text the language
record HeldWords(Text text) {
  /// Of a long training the first epochs tell it; all are in the table.
  private static final int FEW_EPOCHS = 6;

  private static final int FIRST_EPOCHS = 3;

  /// A chart of held memory and the words around it.
  record Panel(Optional<HeldFace> face, InstrumentText words) {}

  Panel empty(String why) {
    return new Panel(Optional.empty(), new InstrumentText("", HeadlineTone.QUIET, "", "", why));
  }

  Panel of(TrainingCourse course) {
    HeldMemory held = course.held();
    if (held.count() == 0) {
      return empty(text.say("training.coming"));
    }
    return new Panel(Optional.of(face(course, held)), around(course, held));
  }

  private HeldFace face(TrainingCourse course, HeldMemory held) {
    int count = shown(course, held);
    long one = HeldFacts.oneGraph(held);
    boolean hasMore = held.mostInValidation() > one && one > 0;
    return new HeldFace(
        held.savedBytes(),
        held.inValidation(),
        held.epochs(),
        count,
        one,
        HeldFacts.most(held) > 0 && isForgetful(course),
        words(course, held, count, hasMore),
        new Stops(count, moment -> moment + 0.5, moment -> at(held, moment)),
        language -> new HeldWords(language).table(held));
  }

  private String at(HeldMemory held, int moment) {
    return text.say(
        "training.held.at",
        "epoch",
        held.epochs()[moment],
        "kind",
        held.inValidation()[moment] ? "validation" : "training",
        "bytes",
        bytes(held.savedBytes()[moment]),
        "nodes",
        held.nodes()[moment]);
  }

  private static int shown(TrainingCourse course, HeldMemory held) {
    if (course.progress().epochs() <= FEW_EPOCHS) {
      return held.count();
    }
    int count = 0;
    while (count < held.count() && held.epochs()[count] <= FIRST_EPOCHS) {
      count++;
    }
    return count;
  }

  private static boolean isForgetful(TrainingCourse course) {
    Training training = course.experiment().training().orElseThrow();
    return training.isForgotten(Forgotten.NO_NO_GRAD)
        || training.isForgotten(Forgotten.TOTAL_PLUS_LOSS);
  }

  private HeldFace.Words words(TrainingCourse course, HeldMemory held, int count, boolean hasMore) {
    List<String> epochs = new ArrayList<>();
    int last = count == 0 ? 0 : held.epochs()[count - 1];
    for (int epoch = 1; epoch <= last; epoch++) {
      epochs.add(text.say("training.chart.epoch", "epoch", epoch));
    }
    return new HeldFace.Words(
        text.say("training.held.measure"),
        epochs,
        text.say("training.held.train", "steps", course.progress().stepsPerEpoch()),
        text.say("training.held.validation", "steps", HeldFacts.validationSteps(held)),
        text.say("training.held.still", "graphs", HeldFacts.validationSteps(held)),
        text.say("training.held.emptied"),
        bytes(HeldFacts.most(held)),
        hasMore ? text.say("training.held.one", "bytes", bytes(HeldFacts.oneGraph(held))) : "",
        text.paragraph(headline(held), sentence(held)));
  }

  private InstrumentText around(TrainingCourse course, HeldMemory held) {
    boolean isFew = shown(course, held) < held.count();
    return new InstrumentText(
        headline(held),
        HeldFacts.most(held) > 0 && isForgetful(course) ? HeadlineTone.PROBLEM : HeadlineTone.GRAD,
        isFew
            ? text.say(
                "training.held.context.first",
                "epochs",
                FIRST_EPOCHS,
                "all",
                course.progress().epochs())
            : text.say("training.held.context"),
        sentence(held),
        "");
  }

  private String headline(HeldMemory held) {
    long one = HeldFacts.oneGraph(held);
    long most = held.mostInValidation();
    return one > 0 && most > one
        ? text.say("training.held.times", "ratio", text.numbers().fixed((double) most / one, 1))
        : bytes(HeldFacts.most(held));
  }

  private String sentence(HeldMemory held) {
    long one = HeldFacts.oneGraph(held);
    long most = held.mostInValidation();
    if (HeldFacts.validationSteps(held) == 0) {
      return text.say(
          "training.held.sentence.training",
          "bytes",
          bytes(held.mostInTraining()),
          "nodes",
          held.mostNodesInTraining());
    }
    if (most == 0) {
      return text.say("training.held.sentence.none");
    }
    return most > one
        ? text.say(
            "training.held.sentence.piles",
            "graphs",
            HeldFacts.validationSteps(held),
            "one",
            bytes(one),
            "most",
            bytes(most))
        : text.say("training.held.sentence.one", "one", bytes(one));
  }

  private ChartTable table(HeldMemory held) {
    List<List<Cell>> lines = new ArrayList<>();
    for (int i = 0; i < held.count(); i++) {
      lines.add(
          List.of(
              new Count(held.epochs()[i]),
              new Word(
                  text.say(
                      held.inValidation()[i]
                          ? "training.table.kind.validation"
                          : "training.table.kind.training")),
              new Count(held.savedBytes()[i]),
              new Count(held.nodes()[i]),
              new Count(held.allocatedBytes()[i])));
    }
    return new ChartTable(
        List.of(
            text.say("training.table.epoch"),
            text.say("training.table.kind"),
            text.say("training.table.saved"),
            text.say("training.table.nodes"),
            text.say("training.table.allocated")),
        lines);
  }

  private String bytes(long bytes) {
    return text.numbers().bytes(bytes);
  }
}
