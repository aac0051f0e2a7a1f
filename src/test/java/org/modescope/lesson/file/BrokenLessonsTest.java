package org.modescope.lesson.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.files.InvalidFileException;
import org.modescope.lesson.Lesson;
import org.modescope.words.Language;
import org.modescope.words.Text;

/// Every way in which a lesson's file can be broken is refused with its line and the reason.
class BrokenLessonsTest {
  private static final String WHOLE =
      """
      ---
      format: modescope-lesson/1
      id: two-answers
      title: Two answers
      group: Own
      minutes: 5
      goal: tell one from two
      experiment: preset:simplenet
      hide: [code]
      lock: [net]
      ---
      The same rows go through **twice**: `net(x)`.

      ```question
      ask: How many outputs?
      set: {mode: eval, passes: 2}
      point: [mode]
      veil: [output-variance]
      choices:
        - say: "1"
          because: Nothing is random.
          right: distinct_outputs == 1
        - say: "2"
          because: Dropout draws.
      ```

      There were {distinct_outputs}.

      ```claim
      identical
      ```

      ```remember
      net.eval()
      ```
      """;

  private static final Text SPANISH = Text.in(Language.of("es").orElseThrow());

  @TempDir private Path folder;

  @BeforeEach
  void hideSomethingOutside() throws IOException {
    Files.createDirectories(folder.resolve("lessons"));
    Files.writeString(folder.resolve("outside.modescope.json"), "{}");
    Files.writeString(folder.resolve("lessons/broken.modescope.json"), "{\"format\": 1}");
  }

  @Test
  void wholeLessonIsRead() throws IOException {
    Lesson lesson = read(WHOLE);

    assertThat(lesson.questions()).hasSize(1);
    assertThat(lesson.parts()).hasSize(5);
    assertThat(lesson.questions().getFirst().line()).isEqualTo(14);
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkAreRead() throws IOException {
    assertThat(read("\uFEFF" + WHOLE.replace("\n", "\r\n")).id()).isEqualTo("two-answers");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        in("---\nformat", "format", "line 1: a lesson begins with its head"),
        in("lock: [net]\n---", "lock: [net]", "line 1: the head has no end"),
        in("modescope-lesson/1", "modescope-lesson/2", "line 2: found “modescope-lesson/2”"),
        in("format: modescope-lesson/1\n", "", "“format” is missing"),
        in("id: two-answers", "id: Two Answers", "line 3: found “Two Answers”"),
        in("id: two-answers", "id: ../../etc/passwd", "line 3"),
        in(
            "title: Two answers",
            "titel: Two answers",
            "line 4: “titel” is unknown; did you mean “title”?"),
        in("title: Two answers", "title: ''", "line 4: found “”"),
        in("title: Two answers", "title: " + "x".repeat(121), "line 4: it may have 120"),
        in("title: Two answers", "title: a\ntitle: b", "line 5: “title” stands there twice"),
        in("title: Two answers", "title: [a, b]", "line 4: found a list; a text"),
        in("title: Two answers", "title: a: b", "line 4: this is no YAML"),
        in("title: Two answers", "title: &a b", "line 4: anchors, aliases and tags"),
        in("title: Two answers", "title: !!java.io.File b", "line 4: anchors, aliases and tags"),
        in("title: Two answers", "title: *id", "line 4"),
        in("minutes: 5", "minutes: soon", "line 6: found “soon”; a whole number from 1 to 120"),
        in("minutes: 5", "minutes: 500", "line 6: found “500”"),
        in("goal: tell one from two\n", "", "“goal” is missing"),
        in(
            "preset:simplenet",
            "preset:simplent",
            "line 8: there is no “preset:simplent”; did you mean"),
        in(
            "preset:simplenet",
            "../outside.modescope.json",
            "line 8: “../outside.modescope.json” does not lie"),
        in("preset:simplenet", "/etc/passwd", "line 8: “/etc/passwd” does not lie"),
        in("preset:simplenet", "missing.modescope.json", "line 8: /"),
        in("preset:simplenet", "broken.modescope.json", "line 8"),
        in("hide: [code]", "hide: [coffee]", "line 9: “coffee” is not allowed"),
        in("hide: [code]", "hide: code", "line 9: found “code”; a list"),
        in("**twice**", "![x](http://example.org/x.png)", "line 12: prose may have"),
        in("**twice**", "[x](file:///etc/passwd)", "line 12: prose may have"),
        in("The same", "<script>alert(1)</script>\n\nThe same", "line 12: prose may have"),
        in("The same", "# The same", "line 12: prose may have"),
        in("```question", "```quiz", "line 14: found a block “quiz”"),
        in("```question", "```", "line 14: found a block “”"),
        in("ask: How many outputs?\n", "", "“ask” is missing"),
        in("mode: eval", "mode: evil", "line 16"),
        in("passes: 2", "passes: 2000000", "line 16"),
        in("passes: 2", "layers: {nodrop: {p: 1}}", "line 16"),
        in("passes: 2", "layers: {dropout: {p: 2}}", "line 16"),
        in("passes: 2", "input: {csv: ../outside.modescope.json}", "line 16"),
        in("passes: 2", "parameters: x.safetensors", "line 16: “parameters” is unknown"),
        in("point: [mode]", "point: [net]", "line 17: “net” is not allowed"),
        in("veil: [output-variance]", "veil: [mode]", "line 18: “mode” is not allowed"),
        in("\n    right: distinct_outputs == 1", "", "line 20: no choice says"),
        in(
            "distinct_outputs == 1",
            "distinct_outputs = 1",
            "line 22: no name, number or operator begins with “=”"),
        in("because: Dropout draws.", "why: Dropout draws.", "line 24: “why” is unknown"),
        in("choices:", "spread: true\nchoices:", "answered by exactly one"),
        in("choices:", "cells: varies\nchoices:", "answered by exactly one"),
        in("{distinct_outputs}", "{distinct_outputs", "line 27: a brace has no partner"),
        in("{distinct_outputs}", "{distinct_outputs:%d}", "line 27: a number is written as"),
        in("identical\n```", "```", "line 29: claim is empty"),
        in("identical\n```", "identical or\n```", "line 30: the expression ends too early"),
        in("net.eval()\n```\n", "net.eval()\n", "line 33: the block “remember” has no end"));
  }

  private static Arguments in(String whole, String broken, String refusal) {
    return Arguments.of(whole, broken, refusal);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void isRefused(String whole, String broken, String refusal) {
    assertThat(WHOLE).contains(whole);

    assertThatThrownBy(() -> read(WHOLE.replace(whole, broken)))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("own.lesson.md")
        .hasMessageContaining(refusal)
        .satisfies(
            refused ->
                assertThat(((InvalidFileException) refused).in(SPANISH))
                    .contains("own.lesson.md")
                    .contains("línea ")
                    .doesNotContainPattern("\\b(the|found|line|unknown|is)\\b"));
  }

  @Test
  void sizeAndEncodingAreBounded() {
    byte[] large = (WHOLE + "x".repeat(LessonFile.MOST_BYTES)).getBytes(StandardCharsets.UTF_8);
    byte[] latin = (WHOLE + "ü").getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> LessonFile.read(Path.of("own.lesson.md"), large))
        .hasMessageContaining("262,144 bytes");
    assertThatThrownBy(() -> LessonFile.read(Path.of("own.lesson.md"), latin))
        .hasMessageContaining("UTF-8");
  }

  @Test
  void lessonWithoutAQuestionIsNone() {
    String prose = WHOLE.substring(0, WHOLE.indexOf("```question"));

    assertThatThrownBy(() -> read(prose)).hasMessageContaining("line 1: there is no question");
  }

  private Lesson read(String text) throws IOException {
    Path file = folder.resolve("lessons/own.lesson.md");
    Files.writeString(file, text);
    return LessonFile.read(file);
  }
}
