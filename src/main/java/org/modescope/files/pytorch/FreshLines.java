package org.modescope.files.pytorch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;

/// The lines of a script whose passes each get a batch of their own: what is made once, and what
/// each pass does.
final class FreshLines {
  private FreshLines() {}

  /// What stands before the passes.
  static List<String> before(InputSpec input) {
    return input instanceof InputSpec.Drawn drawn && hasOwnGenerator(drawn)
        ? List.of("g = torch.Generator().manual_seed(" + drawn.seed().orElseThrow() + ")")
        : List.of();
  }

  /// The same where rows lie in a file beside the script.
  static List<String> beforeWithFile(InputSpec input) {
    return input instanceof InputSpec.Drawn
        ? before(input)
        : List.of("rows = read_tensors(\"input.safetensors\")[\"rows\"]");
  }

  /// What each pass begins with.
  static List<String> ofPass(InputSpec input) {
    return switch (input) {
      case InputSpec.Drawn drawn ->
          List.of("x = " + InputLine.call(drawn, hasOwnGenerator(drawn) ? ", generator=g" : ""));
      case InputSpec.FromDataSet source ->
          InputLine.standIn(source, nextRows(source) + " of " + source.dataSet().key());
      case InputSpec.FromCsv source ->
          InputLine.standIn(source, nextRows(source) + " of your table");
      case InputSpec.Values _, InputSpec.FromSafetensors _ -> List.of();
    };
  }

  /// The same where rows lie in a file beside the script.
  static List<String> ofPassWithFile(InputSpec input) {
    if (input instanceof InputSpec.Drawn) {
      return ofPass(input);
    }
    List<String> lines = new ArrayList<>();
    lines.add("# the next rows, and round again");
    int count = input.shape().size(0);
    lines.add(
        String.format(
            Locale.ROOT, "x = rows[(%1$d * i + torch.arange(%1$d)) %% len(rows)]", count));
    return lines;
  }

  /// How many rows the file has: a round through the table, or as many as the passes take.
  static int rowsInFile(Experiment experiment) {
    long needed = (long) experiment.passes() * experiment.input().shape().size(0);
    long available =
        switch (experiment.input()) {
          case InputSpec.FromDataSet source -> source.dataSet().rows(source.classes());
          case InputSpec.FromCsv source -> source.table().rows();
          case InputSpec.Drawn _, InputSpec.Values _, InputSpec.FromSafetensors _ ->
              throw new IllegalStateException("there are no rows to go on with");
        };
    return Math.toIntExact(Math.min(needed, available));
  }

  private static boolean hasOwnGenerator(InputSpec.Drawn drawn) {
    return drawn.seed().isPresent() && InputLine.isRandom(drawn.distribution());
  }

  private static String nextRows(InputSpec input) {
    return String.format(Locale.ROOT, "the next %d rows", input.shape().size(0));
  }
}
