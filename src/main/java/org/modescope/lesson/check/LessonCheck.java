package org.modescope.lesson.check;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.modescope.lesson.Answer;
import org.modescope.lesson.Answer.Choice;
import org.modescope.lesson.Block;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.Part;
import org.modescope.lesson.Part.Statement;
import org.modescope.lesson.condition.ConditionException;
import org.modescope.lesson.condition.Measures;
import org.modescope.lesson.condition.Value;
import org.modescope.measure.Fault;
import org.modescope.measure.TrainingCourse;
import org.modescope.words.Phrase;
import org.modescope.words.Text;

/// Runs a lesson from start to end and holds every condition, claim and placeholder in it to what
/// was measured.
public final class LessonCheck {
  private final List<Mismatch> mismatches = new ArrayList<>();
  private Measures measures = Measures.NONE;

  private LessonCheck() {}

  /// What a lesson says and the engine does not show; empty if all of it is so.
  public static List<Mismatch> check(Lesson lesson, BooleanSupplier stopped) {
    LessonCheck check = new LessonCheck();
    Stages stages = Stages.of(lesson);
    stages.opening().forEach(check::hold);
    for (Stage stage : stages.stages()) {
      Measured measured = StageRun.measure(stage, stopped);
      measured.seen().fault().ifPresent(check::failed);
      measured.course().flatMap(TrainingCourse::fault).ifPresent(check::failed);
      check.measures = new LessonMeasures(measured, check.measures);
      stage.question().ifPresent(check::hold);
      stage.parts().forEach(check::hold);
    }
    return check.mismatches;
  }

  /// Looks up every number that some prose has a place for.
  ///
  /// @throws ConditionException at the first that was not measured
  public static void checkProse(List<Part> parts, Measures measures) {
    for (Part part : parts) {
      if (part instanceof Part.Prose(int _, Block block)) {
        paragraphs(block).forEach(paragraph -> fill(paragraph, measures));
      }
    }
  }

  private static List<Block.Paragraph> paragraphs(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> List.of(paragraph);
      case Block.Items(List<Block.Paragraph> paragraphs) -> paragraphs;
    };
  }

  private static void fill(Block.Paragraph paragraph, Measures measures) {
    paragraph.runs().forEach(run -> run.words().fill(measures, Text.english().numbers()));
  }

  private void failed(Fault fault) {
    throw new IllegalStateException("a lesson's run failed: " + fault);
  }

  private void hold(Part part) {
    switch (part) {
      case Part.Question question -> hold(question);
      case Part.Claim claim -> claim.statements().forEach(this::hold);
      case Part.Prose(int _, Block block) -> paragraphs(block).forEach(this::hold);
      case Part.Change _, Part.Remember _ -> {
        // Neither states anything.
      }
    }
  }

  private void hold(Block.Paragraph paragraph) {
    for (Block.Run run : paragraph.runs()) {
      try {
        run.words().fill(measures, Text.english().numbers());
      } catch (ConditionException wrong) {
        mismatches.add(new Mismatch(run.line(), wrong.problem()));
      }
    }
  }

  private void hold(Statement claim) {
    try {
      if (!claim.condition().holds(measures)) {
        add(claim.line(), "lesson.check.claim", claim);
      }
    } catch (ConditionException wrong) {
      mismatches.add(new Mismatch(claim.line(), wrong.problem()));
    }
  }

  private void add(int line, String key, Statement statement) {
    mismatches.add(
        new Mismatch(
            line,
            Phrase.of(key, "says", statement.source(), "measured", measured(statement, measures))));
  }

  /// What the names in a statement stand for: `identical = true, outputs = 32`.
  static String measured(Statement statement, Measures measures) {
    SequencedSet<String> names = statement.condition().names();
    return names.stream()
        .map(name -> "%s = %s".formatted(name, measures.find(name).map(Value::shown).orElse("?")))
        .collect(Collectors.joining(", "));
  }

  private void hold(Part.Question question) {
    switch (question.answer()) {
      case Answer.Choices(List<Choice> choices) -> hold(question, choices);
      case Answer.Number number -> hold(number);
      case Answer.Cells _ -> {
        // Whatever the cells show is the answer.
      }
      case Answer.Spread _ -> {
        if (measures.find("output_apart").isEmpty()) {
          mismatches.add(new Mismatch(question.line(), Phrase.of("lesson.check.spread")));
        }
      }
    }
  }

  private void hold(Answer.Number number) {
    try {
      Value value = number.measure().condition().evaluate(measures);
      if (!(value instanceof Value.Amount(double is)) || !Double.isFinite(is)) {
        add(number.line(), "lesson.check.number", number.measure());
      }
    } catch (ConditionException wrong) {
      mismatches.add(new Mismatch(number.line(), wrong.problem()));
    }
  }

  private void hold(Part.Question question, List<Choice> choices) {
    List<Choice> right =
        choices.stream().filter(choice -> choice.right().filter(this::isMet).isPresent()).toList();
    if (right.isEmpty()) {
      choices.stream()
          .flatMap(choice -> choice.right().stream())
          .forEach(statement -> add(statement.line(), "lesson.check.none-right", statement));
    }
    right.stream()
        .skip(1)
        .forEach(
            choice ->
                mismatches.add(
                    new Mismatch(
                        choice.line(),
                        Phrase.of(
                            "lesson.check.two-right",
                            "first",
                            right.getFirst().say(),
                            "next",
                            choice.say(),
                            "line",
                            question.line()))));
  }

  private boolean isMet(Statement statement) {
    try {
      return statement.condition().holds(measures);
    } catch (ConditionException wrong) {
      mismatches.add(new Mismatch(statement.line(), wrong.problem()));
      return false;
    }
  }
}
