package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.modescope.cli.result.TrainingResult;
import org.modescope.experiment.Training;
import org.modescope.measure.Score;
import org.modescope.words.Text;
import org.modescope.words.Told;
import org.modescope.words.TrainingFindings;

/// A training, for people to read.
///
/// @param columns how wide a line may be
public record TrainingReport(TrainingResult result, int columns) {
  private static final Text TEXT = Text.english();
  private static final double NANOS_PER_SECOND = 1e9;

  public void print(PrintStream out) {
    out.println(title());
    out.println();
    EpochTable.of(result).print(out);
    List<String> below = below();
    if (!below.isEmpty()) {
      out.println();
    }
    below.forEach(line -> Paragraph.lines("", "", line, columns).forEach(out::println));
    new LearningTables(result.course(), columns).print(out);
    new HeldReport(result.course(), columns).print(out);
    List<Told> findings = TrainingFindings.told(result.course(), TEXT);
    if (!findings.isEmpty()) {
      out.println();
    }
    for (Told finding : findings) {
      Paragraph.lines("- ", "  ", finding.text(), columns).forEach(out::println);
    }
  }

  /// What is told of the rows that the net learned from, and of its old task.
  private List<String> below() {
    List<String> lines = new ArrayList<>();
    result
        .course()
        .learnedRows()
        .filter(score -> score.meanLoss().isPresent())
        .ifPresent(score -> lines.add(say("learned-rows", "score", told(score))));
    result
        .course()
        .oldTask()
        .ifPresent(
            task -> {
              lines.add(say("old-task", "before", told(task.before()), "now", told(task.now())));
              task.featuresMoved()
                  .ifPresent(
                      share ->
                          lines.add(say("features-moved", "share", TEXT.numbers().percent(share))));
            });
    return lines;
  }

  private static String told(Score score) {
    if (score.meanLoss().isEmpty()) {
      return say("score.none");
    }
    String loss = TEXT.numbers().figure(score.meanLoss().getAsDouble());
    return score.accuracy().isPresent()
        ? say(
            "score.right",
            "loss",
            loss,
            "right",
            TEXT.numbers().percent(score.accuracy().getAsDouble()))
        : say("score.loss", "loss", loss);
  }

  private String title() {
    Training training = result.training();
    return say(
        result.complete() ? "title.done" : "title.stopped",
        "name",
        Title.of(result.experiment()),
        "optimizer",
        name(training.optimizer()),
        "rate",
        Double.toString(rate(training.optimizer())),
        "loss",
        training.loss().torchName(),
        "batch",
        training.batchSize(),
        "steps",
        result.steps(),
        "seconds",
        TEXT.numbers().figure(result.nanos() / NANOS_PER_SECOND));
  }

  private static String name(Training.OptimizerSpec optimizer) {
    return switch (optimizer) {
      case Training.Sgd _ -> "SGD";
      case Training.Adam _ -> "Adam";
      case Training.AdamW _ -> "AdamW";
    };
  }

  private static double rate(Training.OptimizerSpec optimizer) {
    return switch (optimizer) {
      case Training.Sgd sgd -> sgd.lr();
      case Training.Adam adam -> adam.lr();
      case Training.AdamW adamW -> adamW.lr();
    };
  }

  private static String say(String key, Object... values) {
    return TEXT.say("cli.train." + key, values);
  }
}
