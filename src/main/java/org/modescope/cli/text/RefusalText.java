package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.files.Printable;
import org.modescope.measure.Refusal;
import org.modescope.words.ExplanationWords;
import org.modescope.words.Findings;
import org.modescope.words.RemedyWords;
import org.modescope.words.Text;

/// What is said when the net refuses: PyTorch's own text first, then a line that explains.
public record RefusalText(Experiment experiment, Refusal refusal) {

  public void print(PrintStream err) {
    err.println(refusal.message());
    err.println(Printable.of(Text.english().paragraph(explained(), more(), remedies())));
  }

  private String explained() {
    Text text = Text.english();
    String explanation = ExplanationWords.of(refusal.explanation(), text);
    return text.say("cli.refusal.explained", "place", place(), "explanation", explanation);
  }

  private String place() {
    return LayerPointer.of(experiment, refusal.layer())
        .map(pointer -> "%s (%s)".formatted(refusal.layer(), pointer))
        .orElse(refusal.layer());
  }

  private String more() {
    return Findings.aboutRefusal(experiment, Text.english()).orElse("");
  }

  private String remedies() {
    Text text = Text.english();
    List<String> remedies =
        refusal.remedies().stream().map(each -> RemedyWords.of(each, text)).toList();
    return remedies.isEmpty()
        ? ""
        : text.say("cli.refusal.what-helps", "remedies", String.join("; ", remedies));
  }
}
