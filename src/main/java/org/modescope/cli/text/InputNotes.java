package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.words.TableWords;
import org.modescope.words.Text;

/// What is to be known of an experiment's input before it runs: how a table was read, and whether
/// each pass gets a batch of its own.
public final class InputNotes {
  private static final Text TEXT = Text.english();

  private InputNotes() {}

  public static void print(Experiment experiment, PrintStream out, int columns) {
    List<String> notes = new ArrayList<>();
    if (experiment.input() instanceof InputSpec.FromCsv csv
        && TableWords.isWorthTelling(csv.reading().found())) {
      notes.add(new TableWords(csv, TEXT).say());
    }
    if (experiment.input().fresh()) {
      notes.add(TEXT.say("cli.check.fresh", "rows", experiment.input().shape().size(0)));
    }
    if (!notes.isEmpty()) {
      out.println();
    }
    for (String note : notes) {
      Paragraph.lines("- ", "  ", note, columns).forEach(out::println);
    }
  }
}
