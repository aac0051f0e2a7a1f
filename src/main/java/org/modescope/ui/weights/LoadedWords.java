package org.modescope.ui.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.IncompatibleKeys;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.StateLayout;
import org.modescope.ui.weights.LoadedFace.Line;
import org.modescope.ui.weights.LoadedFace.Tone;
import org.modescope.words.Text;

/// Says what of a file was loaded and what was left out.
record LoadedWords(Text text) {
  private static final int MOST_OF_PYTORCH = 20;
  private static final int MOST_NAMED = 2;

  LoadedFace of(LoadAttempt attempt, Experiment experiment) {
    return switch (attempt) {
      case LoadAttempt.None() -> loaded(experiment);
      case LoadAttempt.Reading(Path file, double fraction) ->
          plain(file, text.say("weights.loaded.reading"), Optional.of(fraction));
      case LoadAttempt.Cancelled(Path file) ->
          plain(file, text.say("weights.loaded.cancelled"), Optional.empty());
      case LoadAttempt.Failed(Path file, String reason) -> plain(file, reason, Optional.empty());
      case LoadAttempt.Unfit(Path file, IncompatibleKeys keys) -> unfit(file, keys);
      case LoadAttempt.Archive(Path file, List<String> lines) ->
          new LoadedFace(
              name(file),
              List.of(new Line(Tone.LEFT, "", text.say("weights.loaded.archive"))),
              "",
              lines,
              Optional.empty(),
              Optional.empty());
    };
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static LoadedFace plain(Path file, String told, Optional<Double> progress) {
    return new LoadedFace(
        name(file),
        List.of(new Line(Tone.PLAIN, "", told)),
        "",
        List.of(),
        progress,
        Optional.empty());
  }

  private LoadedFace unfit(Path file, IncompatibleKeys keys) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            Tone.LEFT, "", text.say("weights.loaded.unfit", "fitting", keys.fitting().size())));
    keys.prefix()
        .ifPresent(
            prefix ->
                lines.add(
                    new Line(Tone.PLAIN, "", text.say("weights.loaded.prefix", "prefix", prefix))));
    return new LoadedFace(
        name(file), lines, torch(keys), List.of(), Optional.empty(), keys.prefix());
  }

  private static String torch(IncompatibleKeys keys) {
    return keys.isWhole() ? "" : String.join("\n", keys.toTorch(MOST_OF_PYTORCH));
  }

  private LoadedFace loaded(Experiment experiment) {
    Optional<Parameters> given = experiment.parameters().filter(Parameters::isFromFile);
    if (given.isEmpty()) {
      return new LoadedFace(
          "",
          List.of(new Line(Tone.PLAIN, "", text.say("weights.loaded.nothing"))),
          "",
          List.of(),
          Optional.empty(),
          Optional.empty());
    }
    IncompatibleKeys keys = given.get().keys(StateLayout.of(experiment.network()));
    return new LoadedFace(
        given.get().file(), lines(keys), torch(keys), List.of(), Optional.empty(), keys.prefix());
  }

  private List<Line> lines(IncompatibleKeys keys) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            keys.fitting().isEmpty() ? Tone.LEFT : Tone.TAKEN,
            text.say("weights.loaded.taken", "count", keys.fitting().size()),
            some(keys.fitting())));
    for (IncompatibleKeys.Mismatch each : keys.mismatched()) {
      lines.add(
          new Line(
              Tone.LEFT,
              each.key(),
              text.say(
                  "weights.loaded.mismatched",
                  "found",
                  Arrays.toString(each.found().toArray()),
                  "expected",
                  Arrays.toString(each.expected().toArray()))));
    }
    keys.missing()
        .forEach(key -> lines.add(new Line(Tone.LEFT, key, text.say("weights.loaded.missing"))));
    keys.unexpected()
        .forEach(key -> lines.add(new Line(Tone.LEFT, key, text.say("weights.loaded.unexpected"))));
    return lines;
  }

  private String some(List<String> keys) {
    if (keys.size() <= MOST_NAMED) {
      return keys.isEmpty() ? "" : text.list(keys);
    }
    return text.say(
        "weights.loaded.some",
        "first",
        keys.get(0),
        "second",
        keys.get(1),
        "count",
        keys.size() - MOST_NAMED);
  }
}
