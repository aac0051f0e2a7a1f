package org.modescope.ui.net;

import java.util.List;
import java.util.stream.Collectors;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Drawn;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.InputSpec.FromDataSet;
import org.modescope.experiment.InputSpec.FromSafetensors;
import org.modescope.experiment.InputSpec.Values;
import org.modescope.experiment.Rows;
import org.modescope.words.Text;

/// Where an input's numbers come from, in a few words: `normal · seed 1`.
final class InputOrigin {
  private InputOrigin() {}

  static String of(InputSpec input, Text text) {
    String source = source(input, text);
    return input.fresh() ? text.say("net.input.origin.fresh", "origin", source) : source;
  }

  private static String source(InputSpec input, Text text) {
    return switch (input) {
      case Drawn drawn -> drawn(drawn, text);
      case Values _ -> text.say("net.input.origin.written");
      case FromDataSet chosen -> rows(source(chosen, text), chosen.rows(), text);
      case FromCsv chosen -> rows(fileName(chosen.file()), chosen.rows(), text);
      case FromSafetensors chosen ->
          text.say(
              "net.input.origin.tensor",
              "file",
              fileName(chosen.file()),
              "tensor",
              chosen.tensor());
    };
  }

  /// The last part of a file's name, wherever it lies.
  private static String fileName(String file) {
    return file.substring(1 + Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
  }

  private static String drawn(Drawn drawn, Text text) {
    String distribution = text.say("net.input.distribution." + drawn.distribution().key());
    return drawn.seed().isEmpty()
        ? text.say("net.input.origin.drawn-on", "distribution", distribution)
        : text.say(
            "net.input.origin.drawn",
            "distribution",
            distribution,
            "seed",
            Long.toString(drawn.seed().getAsLong()));
  }

  private static String source(FromDataSet chosen, Text text) {
    List<Integer> classes = chosen.classes();
    return classes.isEmpty()
        ? chosen.dataSet().key()
        : text.say(
            "net.input.origin.classes",
            "source",
            chosen.dataSet().key(),
            "classes",
            classes.stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  private static String rows(String source, Rows rows, Text text) {
    return text.say(
        "net.input.origin.rows",
        "source",
        source,
        "first",
        Integer.toString(rows.first()),
        "last",
        Integer.toString(rows.end() - 1));
  }
}
