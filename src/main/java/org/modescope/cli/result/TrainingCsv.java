package org.modescope.cli.result;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/// `train --csv`: a line per step; the last of each epoch has what validation measured after it.
public final class TrainingCsv {
  private static final String[] HEADER = {"step", "epoch", "loss", "eval_loss", "train_mode_loss"};

  private TrainingCsv() {}

  public static void write(TrainingResult result, OutputStream out) throws IOException {
    CsvLines.write(out, csv -> write(result, csv));
  }

  private static void write(TrainingResult result, CsvWriter csv) {
    csv.writeRecord(HEADER);
    TrainingLog log = result.log();
    Iterator<TrainingLog.Validation> validations = log.validations().iterator();
    for (int step = 0; step < log.steps(); step++) {
      int epoch = step / result.stepsPerEpoch() + 1;
      boolean isLast = (step + 1) % result.stepsPerEpoch() == 0 && validations.hasNext();
      String evalLoss = "";
      String trainModeLoss = "";
      if (isLast) {
        TrainingLog.Validation measured = validations.next();
        evalLoss = Float.toString(measured.evalLoss());
        trainModeLoss = Float.toString(measured.trainModeLoss());
      }
      csv.writeRecord(
          Integer.toString(step),
          Integer.toString(epoch),
          Float.toString(log.loss(step)),
          evalLoss,
          trainModeLoss);
    }
  }
}
