package org.modescope.cli.text;

import java.io.PrintStream;
import org.modescope.cli.result.LoadedState;
import org.modescope.experiment.IncompatibleKeys;
import org.modescope.files.Printable;
import org.modescope.words.Text;

/// What of a file was loaded and what was left out, key by key, for people to read.
public record LoadedText(LoadedState state) {
  private static final Text TEXT = Text.english();

  public void print(PrintStream out) {
    IncompatibleKeys keys = state.keys();
    out.println(
        TEXT.say(
            "cli.check.loaded",
            "file",
            Printable.of(state.file()),
            "count",
            keys.fitting().size()));
    for (IncompatibleKeys.Mismatch each : keys.mismatched()) {
      out.println(
          TEXT.say(
              "cli.check.mismatched",
              "key",
              Printable.of(each.key()),
              "found",
              each.found().toTorch(),
              "expected",
              each.expected().toTorch()));
    }
    keys.missing().forEach(key -> out.println(line("cli.check.missing", key)));
    keys.unexpected().forEach(key -> out.println(line("cli.check.unexpected", key)));
  }

  private static String line(String message, String key) {
    return TEXT.say(message, "key", Printable.of(key));
  }
}
