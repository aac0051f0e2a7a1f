package org.modescope.lesson.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.lesson.Answer;
import org.modescope.lesson.Block;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.Part;
import org.modescope.lesson.check.LessonCheck;
import org.modescope.lesson.check.Stage;
import org.modescope.lesson.check.Stages;
import org.modescope.lesson.check.Translation;
import org.modescope.lesson.condition.Template;
import org.modescope.words.Language;
import org.modescope.words.Text;

class LessonsTest {
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?(?![\\w])");

  static Stream<String> names() {
    return Lessons.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void saysNothingThatTheEngineDoesNotShow(String name) {
    Lesson lesson = lesson(name);

    assertThat(LessonCheck.check(lesson, () -> false))
        .extracting(each -> each.line() + ": " + each.problem().in(Text.english()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isShortAndEndsWithLinesToRemember(String name) {
    Lesson lesson = lesson(name);

    assertThat(lesson.id()).isEqualTo(name);
    assertThat(lesson.minutes()).isBetween(4, 10);
    assertThat(lesson.parts().getLast()).isInstanceOf(Part.Remember.class);
    assertThat(lesson.questions())
        .allSatisfy(question -> assertThat(question.points()).isNotEmpty());
    assertThat(Stages.of(lesson).stages())
        .filteredOn(stage -> stage.question().isPresent())
        .allSatisfy(
            stage -> assertThat(stage.parts()).hasAtLeastOneElementOfType(Part.Claim.class));
  }

  /// Same structure, other words: what the check above found true is true in Spanish, too.
  @ParameterizedTest
  @MethodSource("names")
  void isThereInSpanish(String name) {
    Lesson english = lesson(name);
    Lesson spanish = Lessons.translated(name, "es").orElseThrow();

    assertThat(Translation.check(english, spanish))
        .extracting(each -> each.line() + ": " + each.problem().in(Text.english()))
        .isEmpty();
    for (int i = 0; i < english.parts().size(); i++) {
      if (english.parts().get(i) instanceof Part.Prose(int _, Block block)) {
        String words = plain(((Part.Prose) spanish.parts().get(i)).block());
        assertThat(words).isNotEqualTo(plain(block));
        assertThat(numbers(words.replaceAll("(?<=\\d),(?=\\d)", ".")))
            .isEqualTo(numbers(plain(block)));
      }
    }
  }

  private static List<String> numbers(String words) {
    return NUMBER.matcher(words).results().map(MatchResult::group).sorted().toList();
  }

  /// A number in prose is a placeholder, or stands in a claim, a condition or the setting nearby.
  @ParameterizedTest
  @MethodSource("names")
  void everyNumberStandsUnderAClaim(String name) {
    List<String> free = new ArrayList<>();
    for (Stage stage : Stages.of(lesson(name)).stages()) {
      String held = held(stage);
      for (Part part : stage.parts()) {
        if (part instanceof Part.Prose(int line, Block block)) {
          Matcher number = NUMBER.matcher(plain(block));
          while (number.find()) {
            if (!holds(held, number.group())) {
              free.add("line " + line + ": " + number.group());
            }
          }
        }
      }
    }

    assertThat(free).isEmpty();
  }

  private static boolean holds(String held, String number) {
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(number) + "(?![\\w])")
        .matcher(held)
        .find();
  }

  private static String held(Stage stage) {
    StringBuilder held = new StringBuilder(stage.experiment().toString());
    stage.question().ifPresent(question -> held.append(' ').append(question));
    stage.parts().stream()
        .filter(Part.Claim.class::isInstance)
        .forEach(claim -> held.append(' ').append(claim));
    return held.toString();
  }

  private static String plain(Block block) {
    return switch (block) {
      case Block.Paragraph(var runs) ->
          runs.stream()
              .filter(run -> run.style() != Block.Style.CODE)
              .flatMap(run -> run.words().parts().stream())
              .map(part -> part instanceof Template.Plain(String text) ? text : "")
              .reduce("", String::concat);
      case Block.Items(var paragraphs) ->
          paragraphs.stream().map(LessonsTest::plain).reduce("", (one, two) -> one + " " + two);
    };
  }

  @Test
  void namesAreThoseOfTheFiles() {
    assertThat(Lessons.all(Language.ENGLISH)).extracting(Lesson::id).doesNotHaveDuplicates();
    assertThat(Lessons.names()).allSatisfy(name -> assertThat(Lessons.text(name)).isPresent());
    assertThat(Lessons.read("no-such", Language.ENGLISH)).isEmpty();
  }

  /// Two choices that say the same could not be told apart, and a reason is what gives one away.
  @ParameterizedTest
  @MethodSource("names")
  void choicesDiffer(String name) {
    lesson(name).questions().stream()
        .map(Part.Question::answer)
        .filter(Answer.Choices.class::isInstance)
        .map(Answer.Choices.class::cast)
        .forEach(
            choices ->
                assertThat(choices.choices())
                    .extracting(Answer.Choice::say)
                    .doesNotHaveDuplicates());
  }

  private static Lesson lesson(String name) {
    return Lessons.read(name, Language.ENGLISH).orElseThrow();
  }
}
