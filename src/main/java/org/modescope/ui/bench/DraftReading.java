package org.modescope.ui.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.files.pytorch.importing.Imported;
import org.modescope.files.pytorch.importing.Remark.NotUnderstood;
import org.modescope.ui.workbench.Draft;
import org.modescope.words.Reading.Tone;
import org.modescope.words.Text;

/// What the reading says while somebody types code.
final class DraftReading {
  private DraftReading() {}

  /// @param hasRun whether the charts show a run
  static ReadingFace of(Draft draft, boolean hasRun, Text text) {
    Optional<Imported> read = draft.read();
    if (read.isEmpty()) {
      return face(
          Tone.NEUTRAL,
          text.say("paste.reading.empty"),
          List.of(text.say("paste.reading.empty.detail")));
    }
    int layers = read.get().experiment().map(each -> each.network().size()).orElse(0);
    List<NotUnderstood> problems = read.get().problems();
    List<String> detail = new ArrayList<>();
    problems.stream().findFirst().ifPresent(first -> detail.addAll(told(first, layers, text)));
    if (hasRun) {
      detail.add(text.say("paste.reading.charts"));
    }
    String headline =
        layers == 0
            ? text.say("paste.reading.nothing")
            : text.say(
                problems.isEmpty() ? "paste.reading.whole" : "paste.reading.part",
                "layers",
                layers);
    return face(problems.isEmpty() ? Tone.NEUTRAL : Tone.PROBLEM, headline, detail);
  }

  private static List<String> told(NotUnderstood problem, int layers, Text text) {
    String line = Integer.toString(problem.lines().first());
    return List.of(
        text.say("paste.reading.problem", "line", line, "problem", problem.sentence(text)),
        layers == 0 ? "" : text.say("paste.reading.choose"));
  }

  private static ReadingFace face(Tone tone, String headline, List<String> detail) {
    return new ReadingFace(
        tone,
        headline,
        "",
        String.join(" ", detail.stream().filter(each -> !each.isEmpty()).toList()),
        "",
        List.of(),
        List.of(),
        List.of(),
        "");
  }
}
