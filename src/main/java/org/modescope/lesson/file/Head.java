package org.modescope.lesson.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.modescope.experiment.Experiment;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.Part;
import org.modescope.lesson.Spot;
import org.modescope.words.Phrase;

/// A lesson's YAML head.
///
/// @param value what stands there
/// @param experiment what the lesson begins with
record Head(YamlValue value, Experiment experiment) {
  static final String FORMAT = "modescope-lesson/1";

  private static final List<String> KEYS =
      List.of(
          "format",
          "id",
          "title",
          "group",
          "minutes",
          "goal",
          "teacher",
          "experiment",
          "hide",
          "lock");

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST = 120;

  /// @param text what stands between the two lines of dashes, from the file's second line on
  static Head read(Source source, String text) throws IOException {
    YamlValue value = Yaml.mapping(source, text, 2, Phrase.of("lesson.file.what.head")).only(KEYS);
    YamlValue format = value.required("format");
    if (!format.text().equals(FORMAT)) {
      throw format.wants(Phrase.verbatim(FORMAT));
    }
    YamlValue id = value.required("id");
    if (!ID.matcher(id.text()).matches() || id.text().length() > LONGEST) {
      throw id.wants(Phrase.of("lesson.file.wanted.id"));
    }
    return new Head(value, NamedExperiment.read(value.required("experiment")));
  }

  Lesson with(List<Part> parts) {
    if (parts.stream().noneMatch(Part.Question.class::isInstance)) {
      throw value.source().refuse(1, "lesson.file.no-question");
    }
    return new Lesson(
        value.required("id").text(),
        title(),
        value.required("group").text(),
        value.required("minutes").whole(1, 120),
        value.required("goal").text(),
        value.optional("teacher").map(YamlValue::text).orElse(""),
        experiment,
        spots("hide"),
        spots("lock"),
        parts);
  }

  private String title() {
    YamlValue title = value.required("title");
    if (title.text().length() > LONGEST) {
      throw title.refuse("lesson.file.long", "most", LONGEST);
    }
    return title.text();
  }

  private Set<Spot> spots(String key) {
    Set<Spot> spots = EnumSet.noneOf(Spot.class);
    Optional<YamlValue> given = value.optional(key);
    given.ifPresent(
        list ->
            spots.addAll(
                list.words(Spot::of, Arrays.stream(Spot.values()).map(Spot::key).toList())));
    return spots;
  }
}
