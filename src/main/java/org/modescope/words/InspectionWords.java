package org.modescope.words;

import org.modescope.measure.Inspection.NonFinite;
import org.modescope.measure.RowChange;

/// Puts into words what was noticed inside a net and of its rows.
final class InspectionWords {
  private InspectionWords() {}

  static String of(NonFinite found) {
    String values =
        "%,d of %,d value%s %s, the first of them %s"
            .formatted(
                found.count(),
                found.of(),
                found.of() == 1 ? "" : "s",
                found.count() == 1 ? "is not finite" : "are not finite",
                found.value());
    return switch (found.place()) {
      case INPUT -> "The input itself is not finite: %s.".formatted(values);
      case STARTING_STATE ->
          "%s is not finite before the first pass: %s.".formatted(found.name(), values);
      case LAYER ->
          "Numbers that are not finite appear first in the output of %s on pass %,d: %s."
              .formatted(Words.layer(found.name()), found.pass(), values);
      case RUNNING_STATISTIC ->
          "%s is not finite after the run, although the outputs are: %s."
              .formatted(found.name(), values);
    };
  }

  static String of(RowChange change) {
    return "%s went in and %s came out: %s cut them anew, and PyTorch says nothing."
        .formatted(
            Words.capitalized(rows(change.given())),
            rows(change.returned()),
            Words.layer(change.layer()));
  }

  private static String rows(int count) {
    return count == 1 ? "one row" : Words.count(count) + " rows";
  }
}
