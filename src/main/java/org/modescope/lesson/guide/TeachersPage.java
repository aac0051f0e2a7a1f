package org.modescope.lesson.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.Training;
import org.modescope.lesson.Answer;
import org.modescope.lesson.Answer.Choice;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.Part;
import org.modescope.lesson.Part.Statement;
import org.modescope.lesson.Spot;
import org.modescope.lesson.check.LessonMeasures;
import org.modescope.lesson.check.Measured;
import org.modescope.lesson.check.Scores;
import org.modescope.lesson.check.Stage;
import org.modescope.lesson.check.StageRun;
import org.modescope.lesson.check.Stages;
import org.modescope.lesson.condition.Measures;
import org.modescope.lesson.condition.Value;
import org.modescope.words.Text;

/// One page about a lesson for the teacher: goal and time, and for each question what to set, which
/// predictions to expect and what each reveals, what was measured, what to say and what stays.
public final class TeachersPage {
  private final Text text;
  private final Page page;

  private TeachersPage(Lesson lesson, Text text) {
    this.text = text;
    page = new Page(lesson.title(), text);
  }

  /// The page of a lesson that its check has nothing against.
  ///
  /// @throws org.modescope.lesson.condition.ConditionException if the lesson names a measure that
  ///   its runs do not give
  public static String of(Lesson lesson, Text text, BooleanSupplier stopped) {
    TeachersPage writer = new TeachersPage(lesson, text);
    writer.begin(lesson);
    Stages stages = Stages.of(lesson);
    stages.opening().forEach(part -> writer.add(part, Measures.NONE));
    Measures measures = Measures.NONE;
    int number = 0;
    for (Stage stage : stages.stages()) {
      Measured measured = StageRun.measure(stage, stopped);
      measures = new LessonMeasures(measured, measures);
      if (stage.question().isPresent()) {
        number++;
        writer.add(stage.question().get(), number, stage.experiment(), measured, measures);
      }
      for (Part part : stage.parts()) {
        writer.add(part, measures);
      }
    }
    return writer.page.finished();
  }

  private void begin(Lesson lesson) {
    page.element("h1", lesson.title());
    page.element(
        "p class=\"about\"",
        text.say(
            "lesson.guide.about",
            "group",
            lesson.group(),
            "minutes",
            lesson.minutes(),
            "questions",
            lesson.questions().size()));
    page.say("p", "lesson.guide.goal", "goal", lesson.goal());
    if (!lesson.teacher().isEmpty()) {
      page.say("h3", "lesson.guide.first");
      page.element("p", lesson.teacher());
    }
    page.say("h3", "lesson.guide.how");
    page.raw("<ol>");
    page.say("li", "lesson.guide.how.open", "title", lesson.title());
    page.say("li", "lesson.guide.how.predict");
    page.say("li", "lesson.guide.how.lock");
    page.say("li", "lesson.guide.how.explain");
    page.raw("</ol>");
  }

  private void add(
      Part.Question question,
      int number,
      Experiment experiment,
      Measured measured,
      Measures measures) {
    page.say("h2", "lesson.guide.question", "number", number, "ask", question.ask());
    page.element("p class=\"do\"", setting(experiment, measured));
    page.element("p class=\"do\"", toClick(question));
    switch (question.answer()) {
      case Answer.Choices(List<Choice> choices) -> add(choices, measures);
      case Answer.Number(int _, Statement measure, double _) ->
          measured(List.of(measure), measures);
      case Answer.Cells(Answer.CellsProperty property) ->
          page.element(
              "p class=\"measured\"",
              text.say(
                  "lesson.guide.cells",
                  "cells",
                  text.list(
                      Scores.cells(property, measured).stream()
                          .map(cell -> cell.mode().key() + " + " + cell.gradMode().key())
                          .toList())));
      case Answer.Spread _ -> page.say("p class=\"measured\"", "lesson.guide.spread");
    }
    page.say("h3", "lesson.guide.say");
  }

  private void add(List<Choice> choices, Measures measures) {
    int right = Scores.rightChoice(choices, measures);
    page.say("h3", "lesson.guide.predictions");
    page.raw("<table>").raw("<tr>");
    page.say("th", "lesson.guide.column.prediction");
    page.say("th", "lesson.guide.column.behind");
    page.say("th class=\"hands\"", "lesson.guide.column.hands").raw("</tr>");
    List<Statement> conditions = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      Choice choice = choices.get(i);
      page.raw(i == right ? "<tr class=\"right\">" : "<tr>");
      page.element("td", (i == right ? "✓ " : "") + choice.say());
      page.element("td", choice.because()).raw("<td class=\"hands\"></td></tr>");
      if (i == right) {
        choice.right().ifPresent(conditions::add);
      }
    }
    page.raw("</table>");
    measured(conditions, measures);
  }

  /// What the lesson runs, or trains.
  private String setting(Experiment experiment, Measured measured) {
    Optional<Training> training =
        measured.course().isPresent() ? experiment.training() : Optional.empty();
    if (training.isPresent()) {
      List<String> lines = training.get().forgotten().stream().map(Forgotten::key).toList();
      return text.say(
          "lesson.guide.train",
          "net",
          experiment.name(),
          "epochs",
          training.get().epochs(),
          "rows",
          training.get().batchSize(),
          "forgotten",
          lines.isEmpty() ? text.say("lesson.guide.train.whole") : text.list(lines));
    }
    return text.say(
        "lesson.guide.set",
        "net",
        experiment.name(),
        "mode",
        experiment.mode().key(),
        "grad",
        experiment.gradMode().key(),
        "passes",
        experiment.passes());
  }

  private String toClick(Part.Question question) {
    List<String> charts =
        question.points().stream()
            .filter(Spot.CHARTS::contains)
            .map(spot -> text.say("lesson.spot." + spot.key()))
            .toList();
    return charts.isEmpty()
        ? text.say("lesson.guide.click")
        : text.say("lesson.guide.click.look", "charts", text.list(charts));
  }

  private void measured(List<Statement> statements, Measures measures) {
    for (Statement statement : statements) {
      List<String> told =
          statement.condition().names().stream()
              .map(name -> name + " = " + measures.find(name).map(Value::shown).orElse("?"))
              .toList();
      page.say("p class=\"measured\"", "lesson.guide.measured", "values", String.join(", ", told));
    }
  }

  private void add(Part part, Measures measures) {
    switch (part) {
      case Part.Prose prose -> page.block(prose.block(), measures);
      case Part.Remember remember -> {
        page.say("h3", "lesson.guide.remember");
        page.element("pre", remember.code());
      }
      case Part.Claim _, Part.Change _, Part.Question _ -> {
        // Claims are for the check; a question has a section of its own.
      }
    }
  }
}
