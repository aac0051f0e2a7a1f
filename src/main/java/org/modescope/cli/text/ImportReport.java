package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modescope.experiment.Experiment;
import org.modescope.files.Printable;
import org.modescope.files.pytorch.importing.Imported;
import org.modescope.files.pytorch.importing.Remark;
import org.modescope.files.pytorch.importing.Remark.NotUnderstood;
import org.modescope.files.pytorch.source.Lines;
import org.modescope.words.Text;

/// Tells what became of the lines of a source.
///
/// @param file the source as it was given
public record ImportReport(String file, Imported imported, int columns) {
  private static final Text TEXT = Text.english();
  private static final int MOST_PROBLEMS = 20;

  /// Prints what is not understood, and what was read nevertheless.
  public void printProblems(PrintStream out) {
    String before = "";
    for (NotUnderstood problem : imported.problems().stream().limit(MOST_PROBLEMS).toList()) {
      String understood = problem.understood().in(TEXT);
      out.println(Printable.of(told(problem, understood.equals(before) ? "" : understood)));
      before = understood;
    }
    imported
        .experiment()
        .ifPresent(
            experiment ->
                out.println(
                    TEXT.say("import.report.offered", "layers", experiment.network().size())));
  }

  /// @param understood what would be understood; empty if that was just said
  private String told(NotUnderstood problem, String understood) {
    return TEXT.say(
            "import.report.problem",
            "file",
            file,
            "line",
            Integer.toString(problem.lines().first()),
            "problem",
            problem.sentence(TEXT),
            "understood",
            understood)
        .strip();
  }

  /// Prints what was taken from which line, and what was not.
  public void print(PrintStream out, Experiment experiment) {
    out.println(
        Printable.of(
            TEXT.say(
                "import.report.title",
                "name",
                experiment.name().isEmpty()
                    ? TEXT.say("import.report.nameless")
                    : experiment.name(),
                "layers",
                experiment.network().size(),
                "shape",
                experiment.input().shape().toString(),
                "mode",
                experiment.mode().key(),
                "grad",
                experiment.gradMode().key(),
                "passes",
                experiment.passes())));
    taken().forEach((line, what) -> print(out, taken(line, what)));
    imported.remarks().forEach(remark -> print(out, told(remark)));
    if (!imported.problems().isEmpty()) {
      out.println(TEXT.say("import.report.part"));
    }
  }

  private void print(PrintStream out, String text) {
    if (!text.isEmpty()) {
      Paragraph.lines("  ", "    ", text, columns).forEach(out::println);
    }
  }

  /// What was taken, line by line.
  private Map<Integer, List<String>> taken() {
    Map<Integer, List<String>> taken = new LinkedHashMap<>();
    for (Remark remark : imported.remarks()) {
      if (remark instanceof Remark.Taken(Lines lines, var what)) {
        taken.computeIfAbsent(lines.first(), line -> new ArrayList<>()).add(what.in(TEXT));
      }
    }
    return taken;
  }

  private static String taken(int line, List<String> what) {
    int most = 4;
    List<String> shown = new ArrayList<>(what.subList(0, Math.min(most, what.size())));
    if (what.size() > most) {
      shown.add(TEXT.say("import.report.more", "count", what.size() - most));
    }
    return TEXT.say(
        "import.report.taken", "place", place(Lines.of(line)), "what", TEXT.list(shown));
  }

  private static String told(Remark remark) {
    String place = place(remark.lines());
    return switch (remark) {
      case Remark.Taken _ -> "";
      case Remark.PassedOver(Lines _, var why) ->
          TEXT.say("import.report.over", "place", place, "what", why.in(TEXT));
      case Remark.Assumed(Lines _, var what) ->
          TEXT.say("import.report.assumed", "place", place, "what", what.in(TEXT));
      case Remark.GoesWith(Lines _, int cause) ->
          TEXT.say("import.report.with", "place", place, "cause", Integer.toString(cause));
      case Remark.NotUnderstood(Lines _, var problem, var _) ->
          TEXT.say("import.report.taken", "place", place, "what", problem.in(TEXT));
    };
  }

  private static String place(Lines lines) {
    return lines.first() == lines.last()
        ? TEXT.say("import.report.line", "line", Integer.toString(lines.first()))
        : TEXT.say(
            "import.report.lines",
            "first",
            Integer.toString(lines.first()),
            "last",
            Integer.toString(lines.last()));
  }
}
