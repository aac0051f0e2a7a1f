package org.modescope.ui.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.ShapeCheck;
import org.modescope.files.pytorch.importing.Imported;
import org.modescope.files.pytorch.importing.Remark;
import org.modescope.files.pytorch.source.Lines;
import org.modescope.words.Phrase;
import org.modescope.words.Text;

/// What the panel shows of the code that stands in it.
///
/// @param marks what became of its lines
/// @param problems what is not understood, in order
/// @param layers how many layers were read
/// @param over how many lines are passed over
/// @param assumed what the code does not say, in sentences
record PasteFace(
    List<LineMark> marks, List<Problem> problems, int layers, int over, List<String> assumed) {
  /// While nothing stands there.
  static final PasteFace BLANK = new PasteFace(List.of(), List.of(), 0, 0, List.of());

  PasteFace {
    marks = List.copyOf(marks);
    problems = List.copyOf(problems);
    assumed = List.copyOf(assumed);
  }

  static PasteFace of(Imported imported, Text text) {
    int layers = imported.experiment().map(read -> read.network().size()).orElse(0);
    List<Problem> problems =
        imported.problems().stream().map(each -> problem(each, imported, layers, text)).toList();
    return new PasteFace(
        LineMarks.of(imported, text), problems, layers, over(imported), assumed(imported, text));
  }

  /// The problem at a line, or else the first one.
  Optional<Problem> problemAt(int line) {
    return problems.stream()
        .filter(each -> each.lines().first() <= line && line <= each.lines().last())
        .findFirst()
        .or(() -> problems.stream().findFirst());
  }

  /// Whether all of it is understood, and there is a net.
  boolean isWhole() {
    return problems.isEmpty() && layers > 0;
  }

  private static Problem problem(
      Remark.NotUnderstood problem, Imported imported, int layers, Text text) {
    int line = problem.lines().first();
    String title =
        text.say(
            "paste.problem.title",
            "line",
            Integer.toString(line),
            "problem",
            problem.sentence(text));
    List<String> detail = new ArrayList<>();
    if (layers > 0) {
      detail.add(text.say("paste.problem.read", "layers", layers));
      detail.add(without(line, imported, text));
      fit(imported, text).ifPresent(detail::add);
    } else {
      detail.add(problem.understood().in(text));
    }
    return new Problem(
        problem.lines(),
        title,
        text.paragraph(detail),
        layers == 0 ? "" : text.say("paste.use.part", "layers", layers),
        text.say("paste.problem.without", "line", Integer.toString(line)),
        problem.understood().in(text));
  }

  private static String without(int line, Imported imported, Text text) {
    List<String> lines = new ArrayList<>(List.of(Integer.toString(line)));
    for (Remark remark : imported.remarks()) {
      if (remark instanceof Remark.GoesWith(Lines with, int cause) && cause == line) {
        lines.add(Integer.toString(with.first()));
      }
    }
    return text.say("paste.problem.left-out", "count", lines.size(), "lines", text.list(lines));
  }

  /// Whether what is left is a net that takes its input.
  private static Optional<String> fit(Imported imported, Text text) {
    return imported
        .experiment()
        .map(
            read ->
                ShapeCheck.of(read)
                    .misfit()
                    .map(misfit -> read.network().get(misfit.index()).name())
                    .map(name -> text.say("paste.problem.misfit", "layer", name))
                    .orElseGet(() -> text.say("paste.problem.whole")));
  }

  private static int over(Imported imported) {
    return imported.remarks().stream()
        .filter(Remark.PassedOver.class::isInstance)
        .map(Remark::lines)
        .mapToInt(lines -> lines.last() - lines.first() + 1)
        .sum();
  }

  private static List<String> assumed(Imported imported, Text text) {
    List<String> told = new ArrayList<>();
    for (Remark remark : imported.remarks()) {
      if (remark instanceof Remark.Assumed(Lines _, Phrase what)) {
        told.add(text.say("paste.assumed", "what", what.in(text)));
      }
    }
    return told.stream().distinct().toList();
  }

  /// The experiment that is taken where it is the part that was read.
  static Optional<Experiment> experiment(Optional<Imported> imported) {
    return imported.flatMap(Imported::experiment);
  }
}
