package org.modescope.lesson.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modescope.lesson.Answer;
import org.modescope.lesson.Answer.CellsProperty;
import org.modescope.lesson.Answer.Choice;
import org.modescope.lesson.Part.Question;
import org.modescope.lesson.Part.Setup;
import org.modescope.lesson.Spot;
import org.modescope.words.Phrase;

/// Reads questions.
record QuestionReader(SetupReader setups) {
  private static final List<String> ANSWERS = List.of("choices", "number", "cells", "spread");
  private static final List<String> KEYS =
      List.of("ask", "set", "point", "veil", "choices", "number", "cells", "spread");

  private static final Pattern TOLERANCE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");
  private static final int LEAST_CHOICES = 2;
  private static final int MOST_CHOICES = 6;
  private static final double PERCENT = 100;

  Question read(YamlValue value, int line) throws IOException {
    value.only(KEYS);
    Optional<YamlValue> set = value.optional("set");
    Setup setup = set.isPresent() ? setups.next(set.get(), SetupReader.KEYS) : setups.present();
    return new Question(
        line,
        value.required("ask").text(),
        setup,
        spots(value, "point", Spot.POINTABLE),
        spots(value, "veil", Spot.CHARTS),
        answer(value));
  }

  private static List<Spot> spots(YamlValue value, String key, List<Spot> allowed) {
    Optional<YamlValue> list = value.optional(key);
    return list.isEmpty()
        ? List.of()
        : list.get()
            .words(
                word -> Spot.of(word).filter(allowed::contains),
                allowed.stream().map(Spot::key).toList());
  }

  private static Answer answer(YamlValue value) {
    List<String> given = ANSWERS.stream().filter(key -> value.optional(key).isPresent()).toList();
    if (given.size() != 1) {
      throw value.refuse("lesson.file.answers", "allowed", String.join(", ", ANSWERS));
    }
    YamlValue answer = value.required(given.getFirst());
    return switch (given.getFirst()) {
      case "choices" -> choices(answer);
      case "number" -> number(answer);
      case "cells" -> new Answer.Cells(answer.word(QuestionReader::property, properties()));
      default -> {
        if (!answer.flag()) {
          throw answer.wants(Phrase.verbatim("true"));
        }
        yield new Answer.Spread();
      }
    };
  }

  private static Answer choices(YamlValue list) {
    List<Choice> choices = new ArrayList<>();
    for (YamlValue each : list.elements()) {
      each.only(List.of("say", "because", "right"));
      choices.add(
          new Choice(
              each.line(),
              each.required("say").text(),
              each.required("because").text(),
              each.optional("right")
                  .map(
                      right -> PartsReader.statement(right.source(), right.text(), right.line()))));
    }
    if (choices.size() < LEAST_CHOICES || choices.size() > MOST_CHOICES) {
      throw list.refuse("lesson.file.choices", "least", LEAST_CHOICES, "most", MOST_CHOICES);
    }
    if (choices.stream().allMatch(choice -> choice.right().isEmpty())) {
      throw list.refuse("lesson.file.no-right");
    }
    return new Answer.Choices(choices);
  }

  private static Answer number(YamlValue value) {
    value.only(List.of("measure", "tolerance"));
    YamlValue measure = value.required("measure");
    YamlValue tolerance = value.required("tolerance");
    Matcher percent = TOLERANCE.matcher(tolerance.text());
    if (!percent.matches()) {
      throw tolerance.wants(Phrase.of("lesson.file.wanted.percent"));
    }
    return new Answer.Number(
        measure.line(),
        PartsReader.statement(measure.source(), measure.text(), measure.line()),
        Double.parseDouble(percent.group(1)) / PERCENT);
  }

  private static Optional<CellsProperty> property(String word) {
    return Arrays.stream(CellsProperty.values()).filter(each -> key(each).equals(word)).findFirst();
  }

  private static List<String> properties() {
    return Arrays.stream(CellsProperty.values()).map(QuestionReader::key).toList();
  }

  private static String key(CellsProperty property) {
    return property.name().toLowerCase(Locale.ROOT);
  }
}
