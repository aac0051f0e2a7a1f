package org.modescope.cli.result;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse.Losses;
import org.modescope.measure.TrainingCourse.Validation;

/// `train --csv`: a line per step; the last of each epoch has what validation measured after it.
public final class TrainingCsv {
  private static final String[] HEADER = {"step", "epoch", "loss", "eval_loss", "train_mode_loss"};

  private TrainingCsv() {}

  public static void write(TrainingResult result, OutputStream out) throws IOException {
    CsvLines.write(out, csv -> write(result, csv));
  }

  private static void write(TrainingResult result, CsvWriter csv) {
    csv.writeRecord(HEADER);
    Losses losses = result.course().losses();
    Map<Integer, Validation> validations =
        result.course().validations().stream()
            .collect(Collectors.toMap(Validation::steps, Function.identity()));
    for (int step = 0; step < losses.count(); step++) {
      Optional<Validation> measured = Optional.ofNullable(validations.get(step + 1));
      csv.writeRecord(
          Integer.toString(step),
          Integer.toString(step / result.stepsPerEpoch() + 1),
          Float.toString(losses.at(step)),
          measured.map(each -> loss(each.eval())).orElse(""),
          measured.map(each -> loss(each.trainMode())).orElse(""));
    }
  }

  /// Empty where it could not be measured.
  private static String loss(Score score) {
    return score.meanLoss().isPresent()
        ? Float.toString((float) score.meanLoss().getAsDouble())
        : "";
  }
}
