package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.files.Printable;
import org.modescope.measure.Refusal;
import org.modescope.words.ExplanationWords;
import org.modescope.words.RemedyWords;
import org.modescope.words.Text;

/// What is said when the net refuses: PyTorch's own text first, then a line that explains.
public record RefusalText(Experiment experiment, Refusal refusal) {

  public void print(PrintStream err) {
    err.println(refusal.message());
    err.println(
        Printable.of(
            "%s: %s%s".formatted(place(), ExplanationWords.of(refusal.explanation()), remedies())));
  }

  private String place() {
    return LayerPointer.of(experiment, refusal.layer())
        .map(pointer -> "%s (%s)".formatted(refusal.layer(), pointer))
        .orElse(refusal.layer());
  }

  private String remedies() {
    List<String> texts =
        refusal.remedies().stream().map(each -> RemedyWords.of(each, Text.english())).toList();
    return texts.isEmpty() ? "" : " What helps: %s.".formatted(String.join("; ", texts));
  }
}
