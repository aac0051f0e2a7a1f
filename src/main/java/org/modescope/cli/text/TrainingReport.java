package org.modescope.cli.text;

import java.io.PrintStream;
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

/// A training, for people to read.
public record TrainingReport(TrainingResult result) {
  private static final Text TEXT = Text.english();
  private static final int MOST_ROWS = 24;
  private static final double NANOS_PER_SECOND = 1e9;

  public void print(PrintStream out) {
    out.println(title());
    out.println();
    TextTable table =
        new TextTable(
            TextTable.Column.numbers(say("column.epoch")),
            TextTable.Column.numbers(say("column.mean-loss")),
            TextTable.Column.numbers(say("column.eval-loss")),
            TextTable.Column.numbers(say("column.train-mode-loss")));
    addEpochs(table);
    table.print(out);
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
        table.add(
            TEXT.numbers().count(epoch),
            number(losses.mean((epoch - 1) * perEpoch, end)),
            measured.map(validation -> number(validation.eval())).orElse(""),
            measured.map(validation -> number(validation.trainMode())).orElse(""));
      }
    }
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
