package org.modescope.files.pytorch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.Rows;

/// The lines of a slide that make an input of the experiment's kind. Where the numbers come from a
/// file, which a slide does not have, drawn ones of the same shape stand for them.
final class InputLine {
  /// As many numbers as can be read on a line.
  private static final int MOST_WRITTEN = 12;

  private InputLine() {}

  static List<String> of(InputSpec input) {
    return switch (input) {
      case InputSpec.Drawn drawn ->
          switch (drawn.distribution()) {
            case NORMAL -> List.of(made("randn", drawn));
            case UNIFORM -> List.of(made("rand", drawn));
            case ZEROS -> List.of(made("zeros", drawn));
            case ONES -> List.of(made("ones", drawn));
          };
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

  private static String made(String function, InputSpec input) {
    return "x = torch.%s(%s)".formatted(function, sizes(input.shape()));
  }

  private static List<String> standIn(InputSpec input, String what) {
    List<String> lines =
        new ArrayList<>(
            PythonText.comment(
                "These stand for %s, which are other numbers. ".formatted(what)
                    + "“Export PyTorch code” gives a script that reads the same ones.",
                ScriptWriter.SLIDE_COLUMNS));
    lines.add(made("randn", input));
    return lines;
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
