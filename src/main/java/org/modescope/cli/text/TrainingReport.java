package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.modescope.cli.result.TrainingResult;
import org.modescope.experiment.Training;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse.Losses;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.words.Text;
import org.modescope.words.Told;
import org.modescope.words.TrainingFindings;

/// A training, for people to read.
///
/// @param columns how wide a line may be
public record TrainingReport(TrainingResult result, int columns) {
  private static final Text TEXT = Text.english();
  private static final int MOST_ROWS = 24;
  private static final double NANOS_PER_SECOND = 1e9;

  public void print(PrintStream out) {
    out.println(title());
    out.println();
    TextTable table = table();
    addEpochs(table);
    table.print(out);
    List<String> below = below();
    if (!below.isEmpty()) {
      out.println();
    }
    below.forEach(line -> Paragraph.lines("", "", line, columns).forEach(out::println));
    List<Told> findings = TrainingFindings.told(result.course(), TEXT);
    if (!findings.isEmpty()) {
      out.println();
    }
    for (Told finding : findings) {
      Paragraph.lines("- ", "  ", finding.text(), columns).forEach(out::println);
    }
  }

  private TextTable table() {
    List<TextTable.Column> columns = new ArrayList<>();
    columns.add(TextTable.Column.numbers(say("column.epoch")));
    columns.add(TextTable.Column.numbers(say("column.mean-loss")));
    columns.add(TextTable.Column.numbers(say("column.eval-loss")));
    columns.add(TextTable.Column.numbers(say("column.train-mode-loss")));
    if (hasRight()) {
      columns.add(TextTable.Column.numbers(say("column.eval-right")));
      columns.add(TextTable.Column.numbers(say("column.train-mode-right")));
    }
    return new TextTable(columns.toArray(TextTable.Column[]::new));
  }

  /// Whether answers are right or wrong.
  private boolean hasRight() {
    return result.course().validations().stream()
        .anyMatch(
            validation ->
                validation.eval().accuracy().isPresent()
                    || validation.trainMode().accuracy().isPresent());
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
            task ->
                lines.add(say("old-task", "before", told(task.before()), "now", told(task.now()))));
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

  private void addEpochs(TextTable table) {
    Losses losses = result.course().losses();
    int perEpoch = result.stepsPerEpoch();
    int epochs = Math.ceilDiv(losses.count(), perEpoch);
    int every = Math.max(1, Math.ceilDiv(epochs, MOST_ROWS));
    Map<Integer, Validation> validations =
        result.course().validations().stream()
            .collect(Collectors.toMap(Validation::epoch, Function.identity()));
    for (int epoch = 1; epoch <= epochs; epoch++) {
      if (epoch % every == 0 || epoch == 1 || epoch == epochs) {
        Optional<Validation> measured = Optional.ofNullable(validations.get(epoch));
        int end = Math.min(epoch * perEpoch, losses.count());
        List<String> cells = new ArrayList<>();
        cells.add(TEXT.numbers().count(epoch));
        cells.add(number(losses.mean((epoch - 1) * perEpoch, end)));
        cells.add(measured.map(validation -> number(validation.eval())).orElse(""));
        cells.add(measured.map(validation -> number(validation.trainMode())).orElse(""));
        if (hasRight()) {
          cells.add(measured.map(validation -> right(validation.eval())).orElse(""));
          cells.add(measured.map(validation -> right(validation.trainMode())).orElse(""));
        }
        table.add(cells.toArray(String[]::new));
      }
    }
  }

  private static String right(Score score) {
    return score.accuracy().isPresent()
        ? TEXT.numbers().percent(score.accuracy().getAsDouble())
        : "–";
  }

  private static String number(Score score) {
    return score.meanLoss().isPresent() ? number(score.meanLoss().getAsDouble()) : "–";
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

  private static String number(double value) {
    return TEXT.numbers().listed(value);
  }

  private static String say(String key, Object... values) {
    return TEXT.say("cli.train." + key, values);
  }
}
