package org.modescope.files.pytorch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Indices;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.Rows;

/// The lines of a script that make an input of the experiment's kind. Where the numbers come from a
/// file, which a slide does not have, drawn ones of the same shape stand for them.
final class InputLine {
  /// As many numbers as can be read on a line.
  private static final int MOST_WRITTEN = 12;

  private InputLine() {}

  static List<String> of(InputSpec input) {
    return switch (input) {
      case InputSpec.Drawn drawn -> drawn("x", drawn);
      case InputSpec.FromDataSet source ->
          standIn(
              source,
              "%s of %s%s"
                  .formatted(
                      rows(source.rows()), source.dataSet().key(), classes(source.classes())));
      case InputSpec.FromCsv source -> standIn(source, rows(source.rows()) + " of your table");
      case InputSpec.FromSafetensors source -> standIn(source, "your tensor");
      case InputSpec.Values written ->
          canBeWritten(written)
              ? List.of(
                  "x = torch.tensor(%s)".formatted(nested(written, 0, 0, written.values().length)))
              : standIn(written, "your numbers");
    };
  }

  /// The expression that draws an input from the generator that all is drawn from; empty if it does
  /// not come from there.
  static Optional<String> drawnFromTheExperiment(InputSpec input) {
    return input instanceof InputSpec.Drawn drawn
            && drawn.seed().isEmpty()
            && isRandom(drawn.distribution())
        ? Optional.of(call(drawn, ""))
        : Optional.empty();
  }

  /// The lines that draw an input.
  ///
  /// @param name what it is called
  static List<String> drawn(String name, InputSpec.Drawn input) {
    return input.seed().isPresent() && isRandom(input.distribution())
        ? List.of(
            "g = torch.Generator().manual_seed(" + input.seed().getAsLong() + ")",
            name + " = " + call(input, ", generator=g"))
        : List.of(name + " = " + call(input, ""));
  }

  static boolean isRandom(Distribution distribution) {
    return switch (distribution) {
      case NORMAL, UNIFORM -> true;
      case ZEROS, ONES -> false;
    };
  }

  static String call(InputSpec.Drawn input, String more) {
    String function =
        switch (input.distribution()) {
          case NORMAL -> "randn";
          case UNIFORM -> "rand";
          case ZEROS -> "zeros";
          case ONES -> "ones";
        };
    return call(function, input, more);
  }

  private static String call(String function, InputSpec input, String more) {
    return "torch.%s(%s%s)".formatted(function, sizes(input.shape()), more);
  }

  static List<String> standIn(InputSpec input, String what) {
    List<String> lines =
        new ArrayList<>(
            PythonText.comment(
                "These stand for %s, which are other numbers. ".formatted(what)
                    + "“Export PyTorch code” gives a script that reads the same ones.",
                ScriptWriter.SLIDE_COLUMNS));
    lines.add("x = " + call("randn", input, ""));
    return lines;
  }

  /// A line that makes an input of floats, as one that makes 64-bit integers for a net that looks
  /// them up. Drawn ones that stand for others are of the first table's rows.
  static String asIndices(String line, Experiment experiment) {
    if (!line.startsWith("x = ")) {
      return line;
    }
    return line.startsWith("x = torch.randn(")
        ? String.format(
            Locale.ROOT,
            "x = torch.randint(%d, (%s))",
            Indices.firstTable(experiment.network()).orElseThrow().integer("num_embeddings"),
            line.substring(line.indexOf('(') + 1, line.length() - 1))
        : line + ".long()";
  }

  private static String rows(Rows rows) {
    return String.format(Locale.ROOT, "rows %d to %d", rows.first(), rows.end() - 1);
  }

  private static String classes(List<Integer> classes) {
    return classes.isEmpty() ? "" : ", classes %s".formatted(classes);
  }

  private static String sizes(Shape shape) {
    return shape.rank() == 0
        ? "()"
        : Arrays.stream(shape.toArray())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
  }

  private static boolean canBeWritten(InputSpec.Values written) {
    int count = written.values().length;
    return count > 0
        && count <= MOST_WRITTEN
        && IntStream.range(0, count).allMatch(i -> Float.isFinite(written.values()[i]));
  }

  /// The numbers from one index to another as lists in lists, from an axis on.
  private static String nested(InputSpec.Values written, int axis, int from, int to) {
    Shape shape = written.shape();
    if (axis == shape.rank()) {
      return PythonText.number(Double.parseDouble(Float.toString(written.values()[from])));
    }
    int width = (to - from) / shape.size(axis);
    return IntStream.range(0, shape.size(axis))
        .mapToObj(i -> nested(written, axis + 1, from + i * width, from + (i + 1) * width))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
