package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse;
import org.modescope.ui.training.TrainingReading.Tone;
import org.modescope.words.FindingId;
import org.modescope.words.Text;
import org.modescope.words.Told;
import org.modescope.words.TrainingFindings;

/// What is read of a training that has ended: its findings, in the words and the order in which
/// `modescope train` tells them. The first that has a headline gives it.
///
/// @param text the language
record EndedReading(Text text) {
  /// More findings than these are not read, only listed.
  private static final int MOST_FINDINGS = 2;

  private static final Set<Forgotten> FORGOTTEN_OF_FROZEN =
      Set.of(Forgotten.FROZEN_WITHOUT_EVAL, Forgotten.TRAIN_UNDOES_EVAL);

  TrainingReading of(TrainingCourse course, Experiment inHand) {
    List<Told> told = TrainingFindings.told(course, text);
    List<Told> leading = leading(told);
    TrainingReading reading =
        leading.isEmpty()
            ? new GoingReading(text).of(course, inHand)
            : read(course, inHand, leading);
    return reading.with(told.stream().map(Told::text).toList());
  }

  /// Those that have a headline. Of frozen layers the old task comes right after why it suffers,
  /// and that they move is not told twice.
  private List<Told> leading(List<Told> told) {
    List<Told> leading =
        new ArrayList<>(told.stream().filter(each -> headline(each).isPresent()).toList());
    if (!leading.isEmpty() && isAboutFrozen(leading.getFirst())) {
      leading.subList(1, leading.size()).removeIf(each -> each.id() == FindingId.FROZEN_STATS_MOVE);
      told.stream()
          .filter(each -> each.id() == FindingId.OLD_TASK)
          .findFirst()
          .ifPresent(old -> leading.add(1, old));
    }
    return leading;
  }

  private static boolean isAboutFrozen(Told told) {
    return told.id() == FindingId.FROZEN_STATS_MOVE
        || told.forgotten().filter(FORGOTTEN_OF_FROZEN::contains).isPresent();
  }

  private TrainingReading read(TrainingCourse course, Experiment inHand, List<Told> leading) {
    Told first = leading.getFirst();
    return new TrainingReading(
        tone(first.id()),
        headline(first).orElseThrow(),
        text.paragraph(
            text.paragraph(leading.stream().limit(MOST_FINDINGS).map(Told::text).toList()),
            isAboutModes(first.id()) ? learned(course) : ""),
        "",
        trials(first, course, inHand));
  }

  private Optional<String> headline(Told told) {
    String key =
        told.forgotten()
            .map(line -> "training.told." + line.key().replace('_', '-'))
            .orElse("training.headline." + told.id().key());
    return text.has(key) ? Optional.of(text.say(key)) : Optional.empty();
  }

  private static boolean isAboutModes(FindingId id) {
    return id == FindingId.WORSE_IN_EVAL || id == FindingId.WORSE_IN_TRAIN_MODE;
  }

  private static Tone tone(FindingId id) {
    if (isAboutModes(id)) {
      return Tone.EVAL;
    }
    return id == FindingId.FROZEN_STATS_MOVE ? Tone.TRAIN : Tone.PROBLEM;
  }

  private List<TrainingTrial> trials(Told told, TrainingCourse course, Experiment inHand) {
    Trials trials = new Trials(text);
    Optional<Forgotten> forgotten = told.forgotten();
    if (forgotten.isPresent()) {
      return trials.forgotten(forgotten.get());
    }
    if (told.id() == FindingId.DIVERGED) {
      return trials.diverged(inHand);
    }
    if (told.id() == FindingId.TARGET_STRETCHED) {
      return trials.stretched(inHand);
    }
    if (told.id() == FindingId.NOTHING_LEARNS) {
      return trials.unlearned(inHand);
    }
    return told.id() == FindingId.FROZEN_STATS_MOVE
        ? trials.frozen(inHand)
        : trials.usual(course, inHand);
  }

  /// A training loss is a train-mode figure too: like is compared with like.
  private String learned(TrainingCourse course) {
    OptionalDouble eval = course.learnedRows().map(Score::meanLoss).orElse(OptionalDouble.empty());
    OptionalDouble train = course.lastEpochLoss();
    return eval.isEmpty() || train.isEmpty()
        ? ""
        : text.say(
            "training.apart.learned",
            "train",
            text.numbers().size(train.getAsDouble()),
            "eval",
            text.numbers().size(eval.getAsDouble()));
  }
}
