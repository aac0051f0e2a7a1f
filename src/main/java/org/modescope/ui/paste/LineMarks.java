package org.modescope.ui.paste;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.files.pytorch.importing.Imported;
import org.modescope.files.pytorch.importing.Remark;
import org.modescope.files.pytorch.source.Lines;
import org.modescope.nn.Mode;
import org.modescope.ui.code.CodeLine.Tint;
import org.modescope.ui.paste.LineMark.Kind;
import org.modescope.words.Phrase;
import org.modescope.words.Text;

/// Says beside each line of the code what became of it.
final class LineMarks {
  private static final int MOST_TAKEN_OF_A_LINE = 2;

  private final Imported imported;
  private final Text text;

  private LineMarks(Imported imported, Text text) {
    this.imported = imported;
    this.text = text;
  }

  /// The marks in the order of their lines.
  static List<LineMark> of(Imported imported, Text text) {
    LineMarks marks = new LineMarks(imported, text);
    List<LineMark> all = new ArrayList<>();
    all.addAll(marks.taken());
    all.addAll(marks.over());
    imported.remarks().forEach(remark -> marks.other(remark).ifPresent(all::add));
    all.sort((a, b) -> Integer.compare(a.lines().first(), b.lines().first()));
    return List.copyOf(all);
  }

  private Optional<LineMark> other(Remark remark) {
    return switch (remark) {
      case Remark.NotUnderstood(Lines lines, Phrase _, Phrase _) ->
          Optional.of(new LineMark(lines, Kind.PROBLEM, text.say("paste.mark.problem"), Tint.NONE));
      case Remark.GoesWith(Lines lines, int cause) ->
          Optional.of(
              new LineMark(
                  lines,
                  Kind.WITH,
                  text.say("paste.mark.with", "cause", Integer.toString(cause)),
                  Tint.NONE));
      case Remark.Taken _, Remark.PassedOver _, Remark.Assumed _ -> Optional.empty();
    };
  }

  private List<LineMark> taken() {
    Map<Integer, List<Phrase>> byLine = new LinkedHashMap<>();
    for (Remark remark : imported.remarks()) {
      if (remark instanceof Remark.Taken(Lines lines, Phrase what)) {
        byLine.computeIfAbsent(lines.first(), _ -> new ArrayList<>()).add(what);
      }
    }
    List<LineMark> marks = new ArrayList<>();
    byLine.forEach(
        (line, what) ->
            marks.add(new LineMark(Lines.of(line), Kind.TAKEN, told(what), tint(what))));
    return marks;
  }

  private String told(List<Phrase> taken) {
    List<String> shown =
        new ArrayList<>(taken.stream().limit(MOST_TAKEN_OF_A_LINE).map(this::told).toList());
    int others = taken.size() - shown.size();
    if (others > 0) {
      shown.add(text.say("import.report.more", "count", others));
    }
    return text.say("paste.mark.taken", "what", text.list(shown));
  }

  private String told(Phrase taken) {
    return isKey(taken, "import.taken.pass")
        ? text.say("paste.mark.passes", "passes", passes())
        : taken.in(text);
  }

  private int passes() {
    return imported.experiment().map(Experiment::passes).orElse(1);
  }

  private Tint tint(List<Phrase> taken) {
    Optional<Experiment> experiment = imported.experiment();
    if (taken.stream().anyMatch(what -> isKey(what, "import.taken.mode"))) {
      return experiment
          .map(each -> each.mode() == Mode.TRAIN ? Tint.TRAIN : Tint.EVAL)
          .orElse(Tint.NONE);
    }
    if (taken.stream().anyMatch(what -> isKey(what, "import.taken.grad"))) {
      return experiment
          .map(each -> each.gradMode() == GradMode.GRAD ? Tint.GRAD : Tint.QUIET)
          .orElse(Tint.NONE);
    }
    return Tint.NONE;
  }

  /// Lines in a row that are passed over for the same reason are told it once.
  private List<LineMark> over() {
    List<Remark.PassedOver> over =
        imported.remarks().stream()
            .filter(Remark.PassedOver.class::isInstance)
            .map(Remark.PassedOver.class::cast)
            .toList();
    List<LineMark> marks = new ArrayList<>();
    for (int i = 0; i < over.size(); i++) {
      boolean isToldBelow =
          i + 1 < over.size()
              && over.get(i + 1).why().equals(over.get(i).why())
              && over.get(i + 1).lines().first() == over.get(i).lines().last() + 1;
      String why = over.get(i).why().in(text);
      String told = isToldBelow ? "" : text.say("paste.mark.over", "why", why);
      marks.add(new LineMark(over.get(i).lines(), Kind.OVER, told, Tint.NONE));
    }
    return marks;
  }

  private static boolean isKey(Phrase phrase, String key) {
    return phrase instanceof Phrase.Keyed keyed && keyed.key().equals(key);
  }
}
