package org.modescope.files;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.modescope.experiment.Argument;
import org.modescope.experiment.Argument.Kind;
import org.modescope.experiment.LayerType;

/// The table of layer types as the documentation shows it.
final class LayerDocs {
  private LayerDocs() {}

  static String generate() {
    return Arrays.stream(LayerType.values())
        .map(type -> "| `%s` | %s | %s |\n".formatted(type.torchName(), type.summary(), rows(type)))
        .collect(
            Collectors.joining("", "| type | computes | arguments |\n| --- | --- | --- |\n", ""));
  }

  private static String rows(LayerType type) {
    return type.arguments().stream().map(LayerDocs::row).collect(Collectors.joining("<br>"));
  }

  private static String row(Argument argument) {
    return "`%s`: %s%s".formatted(argument.name(), allowed(argument), ifLeftOut(argument));
  }

  private static String allowed(Argument argument) {
    return argument
        .allowed("`null`")
        .replace(" from -1 to 2,147,483,647", ", at least -1")
        .replace(" from 0 to 2,147,483,647", ", at least 0")
        .replace(" from 1 to 2,147,483,647", ", at least 1");
  }

  private static String ifLeftOut(Argument argument) {
    if (argument.isRequired()) {
      return "; required";
    }
    return argument.kind() == Kind.LAYERS
        ? "; none"
        : "; `%s`"
            .formatted(
                LayerWriter.json(argument, argument.defaultValue())
                    .toString()
                    .replace("1.0E-5", "1e-5"));
  }
}
