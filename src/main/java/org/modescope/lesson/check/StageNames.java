package org.modescope.lesson.check;

import java.util.stream.Stream;
import org.modescope.lesson.Answer;
import org.modescope.lesson.Block;
import org.modescope.lesson.Part;
import org.modescope.lesson.condition.Expression;
import org.modescope.lesson.condition.Template;

/// The names of all measures that a run of a lesson is asked for: by its question, and by all that
/// is said after it.
final class StageNames {
  private StageNames() {}

  static Stream<String> of(Stage stage) {
    return Stream.concat(
        stage.question().stream().flatMap(question -> of(question.answer())),
        stage.parts().stream().flatMap(StageNames::of));
  }

  private static Stream<String> of(Answer answer) {
    return switch (answer) {
      case Answer.Choices(var choices) ->
          choices.stream()
              .flatMap(choice -> choice.right().stream())
              .flatMap(right -> of(right.condition()));
      case Answer.Number number -> of(number.measure().condition());
      case Answer.Cells _, Answer.Spread _ -> Stream.empty();
    };
  }

  private static Stream<String> of(Part part) {
    return switch (part) {
      case Part.Claim claim -> claim.statements().stream().flatMap(each -> of(each.condition()));
      case Part.Prose(int _, Block block) -> of(block);
      case Part.Question _, Part.Change _, Part.Remember _ -> Stream.empty();
    };
  }

  private static Stream<String> of(Block block) {
    return switch (block) {
      case Block.Paragraph(var runs) ->
          runs.stream().flatMap(run -> run.words().parts().stream()).flatMap(StageNames::of);
      case Block.Items(var paragraphs) -> paragraphs.stream().flatMap(StageNames::of);
    };
  }

  private static Stream<String> of(Template.Part part) {
    return part instanceof Template.Place place ? of(place.expression()) : Stream.empty();
  }

  private static Stream<String> of(Expression expression) {
    return expression.names().stream();
  }
}
