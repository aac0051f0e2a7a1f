package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.Training;
import org.modescope.words.Text;

/// The loop of a training as code: what stands there, what is wrong or missing in it, and what
/// mends that.
///
/// @param text the language of what stands beside the code
record Loop(Text text) {
  /// More layers than that are told in a loop of their own.
  private static final int MOST_CALLS = 2;

  /// A line of the loop.
  ///
  /// @param code as Python has it
  /// @param line which forgotten line it is about; empty for none
  /// @param note what is to be said of it; may be empty
  record Line(String code, Kind kind, Optional<Forgotten> line, String note) {}

  /// What a line is.
  enum Kind {
    /// It stands there, and rightly.
    RIGHT,
    /// It stands there, and is wrong.
    WRONG,
    /// It does not stand there, and would mend the loop.
    MISSING
  }

  List<Line> of(Experiment experiment) {
    Training training = experiment.training().orElseThrow();
    List<Line> lines = new ArrayList<>();
    Writer to = new Writer(training, lines);
    if (training.isForgotten(Forgotten.TRAIN_UNDOES_EVAL)) {
      ownModes(experiment)
          .forEach(code -> lines.add(right(code, text.say("training.loop.note.once"))));
    }
    lines.add(right("for x, t in training:", ""));
    to.line(Forgotten.NO_ZERO_GRAD, "    optimizer.zero_grad()");
    lines.add(right("    loss = loss_of(net(x), t)", ""));
    lines.add(right("    loss.backward()", text.say("training.loop.note.backward")));
    lines.add(right(step(training), ""));
    to.sum("    seen += loss", "    seen += loss.item()");
    to.line(Forgotten.NO_EVAL_IN_VALIDATION, "net.eval()");
    lines.add(right("total = 0.0", ""));
    to.line(Forgotten.NO_NO_GRAD, "with torch.no_grad():");
    lines.add(right("    for x, t in validation:", ""));
    lines.add(right("        loss = loss_of(net(x), t)", ""));
    to.sum("        total += loss", "        total += loss.item()");
    to.line(Forgotten.NO_TRAIN_AFTER, "net.train()");
    for (String code : ownModes(experiment)) {
      to.line(
          training.isForgotten(Forgotten.TRAIN_UNDOES_EVAL)
              ? Forgotten.TRAIN_UNDOES_EVAL
              : Forgotten.FROZEN_WITHOUT_EVAL,
          code);
    }
    return lines;
  }

  private static String step(Training training) {
    return training.accumulate() == 1
        ? "    optimizer.step()"
        : "    optimizer.step()  # after " + training.accumulate();
  }

  private static List<String> ownModes(Experiment experiment) {
    List<String> calls = new ArrayList<>();
    collect(experiment.network(), "net", calls);
    return calls.size() <= MOST_CALLS ? calls : List.of("for layer in frozen:", "    layer.eval()");
  }

  private static void collect(List<LayerSpec> layers, String around, List<String> calls) {
    for (LayerSpec layer : layers) {
      String module =
          Character.isDigit(layer.name().charAt(0))
              ? around + "[" + layer.name() + "]"
              : around + "." + layer.name();
      layer.mode().ifPresent(mode -> calls.add(module + "." + mode.key() + "()"));
      collect(layer.children(), module, calls);
    }
  }

  private static Line right(String code, String note) {
    return new Line(code, Kind.RIGHT, Optional.empty(), note);
  }

  /// Writes lines that may have been forgotten.
  private final class Writer {
    private final Training training;
    private final List<Line> lines;

    Writer(Training training, List<Line> lines) {
      this.training = training;
      this.lines = lines;
    }

    void line(Forgotten forgotten, String code) {
      boolean isMissing = training.isForgotten(forgotten);
      lines.add(
          new Line(
              code,
              isMissing ? Kind.MISSING : Kind.RIGHT,
              Optional.of(forgotten),
              isMissing ? text.say("training.loop.note.missing") : ""));
    }

    /// A sum of losses: of numbers, or of what still has a graph.
    void sum(String wrong, String right) {
      if (training.isForgotten(Forgotten.TOTAL_PLUS_LOSS)) {
        lines.add(
            new Line(
                wrong,
                Kind.WRONG,
                Optional.of(Forgotten.TOTAL_PLUS_LOSS),
                text.say("training.loop.note.keeps")));
        lines.add(
            new Line(
                right,
                Kind.MISSING,
                Optional.of(Forgotten.TOTAL_PLUS_LOSS),
                text.say("training.loop.note.number")));
      } else {
        lines.add(new Line(right, Kind.RIGHT, Optional.of(Forgotten.TOTAL_PLUS_LOSS), ""));
      }
    }
  }
}
