package org.modescope.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why an experiment cannot take a value that a file may well have, as a fact: the command line
/// tells it in English by [#message()], the window in its own words.
///
/// @param values by name: whole numbers or text
public record ValueProblem(Key key, SequencedMap<String, Object> values) {

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  /// The reasons there are, each with the names of its values in braces.
  public enum Key {
    TARGET_ROWS("target must have as many rows as the input, {rows}; found {found}"),
    NO_ROWS("training and validation take at least one row; found none"),
    NO_CLASS(
        "targets of CrossEntropyLoss and NLLLoss are classes, whole numbers from 0; found {found}"),
    NO_COLUMNS("target names a column, but the input is neither a dataset nor a csv"),
    UNSEEN_LABEL(
        "validation has the label “{label}” in column “{column}”, which the training table has not:"
            + " its labels are {labels}"),
    NO_BATCH_LEFT(
        "drop_last leaves out the only batch, of {rows} rows where batch_size is {size}: no step"
            + " could be made"),
    COLUMN_OF_WORDS("column “{column}” has words, not numbers"),
    NO_SUCH_COLUMN("column must be one of {columns}; found “{found}”"),
    ROWS(
        "rows must be a first row and the one after the last, within 0 to {most} of {table}; found"
            + " {found}"),
    NET_TOO_LARGE(
        "the net’s parameters would take {bytes} bytes up to {entry}; at most {most} are allowed"),
    LAYER_TOO_LARGE(
        "{type} {layer} would take {bytes} bytes for its parameters; at most {most} are allowed"),
    CLASSES("classes must be different classes of {dataset}, from 0 to {most}; found {found}"),
    NO_IMAGES("resize is for images; {dataset} has none"),
    INPUT_TOO_LARGE("an input of {shape} would take {bytes} bytes; at most {most} are allowed");

    private final String english;

    Key(String english) {
      this.english = english;
    }
  }

  public ValueProblem {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /// @param values names and values by turns
  static ValueProblem of(Key key, Object... values) {
    SequencedMap<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      named.put((String) values[i], values[i + 1]);
    }
    return new ValueProblem(key, named);
  }

  /// The problem in English.
  public String message() {
    return PLACE
        .matcher(key.english)
        .replaceAll(place -> Matcher.quoteReplacement(english(place.group(1))));
  }

  private String english(String name) {
    return switch (values.get(name)) {
      case null -> "{" + name + "}";
      case Number number -> String.format(Locale.ROOT, "%,d", number.longValue());
      case Object text -> text.toString();
    };
  }
}
