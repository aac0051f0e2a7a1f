package org.modescope.lesson.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.modescope.lesson.Answer;
import org.modescope.lesson.Answer.Choice;
import org.modescope.lesson.Block;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.Part;
import org.modescope.lesson.Part.Statement;
import org.modescope.lesson.condition.Template;
import org.modescope.words.Phrase;

/// Holds a lesson in another language to the English one: the same pieces in the same order, which
/// set, ask for, claim and measure the same. Only words may differ.
public final class Translation {
  private static final int MOST_SHOWN = 200;

  private final List<Mismatch> mismatches = new ArrayList<>();

  private Translation() {}

  /// What is not as in the English lesson, by lines of the other; empty if all is.
  public static List<Mismatch> check(Lesson english, Lesson other) {
    Translation check = new Translation();
    check.head(english, other);
    check.parts(english.parts(), other.parts());
    return check.mismatches;
  }

  private void head(Lesson english, Lesson other) {
    same(1, "id", english.id(), other.id());
    same(1, "minutes", english.minutes(), other.minutes());
    same(1, "experiment", english.experiment(), other.experiment());
    same(1, "hide", english.hidden(), other.hidden());
    same(1, "lock", english.locked(), other.locked());
    same(1, "teacher", english.teacher().isEmpty(), other.teacher().isEmpty());
  }

  private void parts(List<Part> english, List<Part> other) {
    for (int i = 0; i < Math.min(english.size(), other.size()); i++) {
      int before = mismatches.size();
      part(english.get(i), other.get(i));
      if (english.get(i).getClass() != other.get(i).getClass() && mismatches.size() > before) {
        // Everything behind a piece too many or too few would differ as well.
        return;
      }
    }
    if (english.size() != other.size()) {
      int line = other.isEmpty() ? 1 : other.getLast().line();
      mismatches.add(
          new Mismatch(
              line,
              Phrase.of(
                  "lesson.translation.pieces", "english", english.size(), "here", other.size())));
    }
  }

  private void part(Part english, Part other) {
    int line = other.line();
    switch (english) {
      case Part.Prose(int _, Block block) when other instanceof Part.Prose(int _, Block words) ->
          prose(line, block, words);
      case Part.Question question when other instanceof Part.Question asked ->
          question(question, asked);
      case Part.Change(int _, var setup, boolean isRun)
          when other instanceof Part.Change(int _, var set, boolean runs) -> {
        same(line, "set", setup, set);
        same(line, "run", isRun, runs);
      }
      case Part.Claim claim when other instanceof Part.Claim claimed ->
          same(line, "claim", sources(claim.statements()), sources(claimed.statements()));
      case Part.Remember(int _, String code)
          when other instanceof Part.Remember(int _, String own) ->
          same(line, "remember", bare(code), bare(own));
      default ->
          mismatches.add(
              new Mismatch(
                  line,
                  Phrase.of(
                      "lesson.translation.kind", "english", kind(english), "here", kind(other))));
    }
  }

  private static String kind(Part part) {
    return switch (part) {
      case Part.Prose _ -> "prose";
      case Part.Question _ -> "question";
      case Part.Change _ -> "set";
      case Part.Claim _ -> "claim";
      case Part.Remember _ -> "remember";
    };
  }

  /// Places and code may stand in another order, since languages put their words in another one.
  private void prose(int line, Block english, Block other) {
    same(line, "prose", english.getClass(), other.getClass());
    same(line, "{…}", sorted(places(english)), sorted(places(other)));
    same(line, "`…`", sorted(code(english)), sorted(code(other)));
  }

  private static List<String> sorted(Stream<String> words) {
    return words.sorted().toList();
  }

  private static Stream<Block.Run> runs(Block block) {
    return switch (block) {
      case Block.Paragraph(List<Block.Run> runs) -> runs.stream();
      case Block.Items(List<Block.Paragraph> items) ->
          items.stream().flatMap(item -> item.runs().stream());
    };
  }

  private static Stream<String> places(Block block) {
    return runs(block)
        .flatMap(run -> run.words().parts().stream())
        .flatMap(
            part ->
                part instanceof Template.Place place ? Stream.of(place.source()) : Stream.empty());
  }

  private static Stream<String> code(Block block) {
    return runs(block)
        .filter(run -> run.style() == Block.Style.CODE)
        .flatMap(run -> run.words().parts().stream())
        .map(part -> part instanceof Template.Plain(String text) ? text : "");
  }

  private void question(Part.Question english, Part.Question other) {
    int line = other.line();
    same(line, "set", english.run(), other.run());
    same(line, "point", english.points(), other.points());
    same(line, "veil", english.veils(), other.veils());
    same(line, "answer", answer(english.answer()), answer(other.answer()));
  }

  /// All of an answer but its words.
  private static Object answer(Answer answer) {
    return switch (answer) {
      case Answer.Choices(List<Choice> choices) ->
          choices.stream().map(choice -> choice.right().map(Statement::source)).toList();
      case Answer.Number(int _, Statement measure, double tolerance) ->
          List.of(measure.source(), tolerance);
      case Answer.Cells cells -> cells;
      case Answer.Spread spread -> spread;
    };
  }

  private static List<String> sources(List<Statement> statements) {
    return statements.stream().map(Statement::source).toList();
  }

  /// Code without its comments.
  private static List<String> bare(String code) {
    return code.lines().map(line -> line.replaceFirst("\\s*#.*$", "")).toList();
  }

  private void same(int line, String what, Object english, Object other) {
    if (!english.equals(other)) {
      mismatches.add(
          new Mismatch(
              line,
              Phrase.of(
                  "lesson.translation.differs",
                  "what",
                  what,
                  "english",
                  shown(english),
                  "here",
                  shown(other))));
    }
  }

  private static String shown(Object value) {
    String text =
        value instanceof Optional<?> optional
            ? optional.map(Object::toString).orElse("")
            : value.toString();
    return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
  }
}
