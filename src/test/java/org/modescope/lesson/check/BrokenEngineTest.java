package org.modescope.lesson.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modescope.lesson.library.Lessons;

/// An engine that is wrong about what a lesson teaches fails that lesson, at the claim about it.
class BrokenEngineTest {
  private static final String DROPOUT = "org/modescope/autograd/DropoutMask.java";
  private static final String BATCH_NORM = "org/modescope/nn/BatchNorm.java";
  private static final String STORAGE = "org/modescope/autograd/Storage.java";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // Survivors are scaled by p.
        "survivors|abs(output_max - 1 / (1 - 0.2))|" + DROPOUT + "|1 / (float) (1 - p);|(float) p;",
        // The running variance is the biased one.
        "momentum-one|abs(bn1.running_var.0 * 3 / 4 - 3.5)|"
            + BATCH_NORM
            + "|batch.unbiasedVariance(pass, channel)|batch.biasedVariance(pass, channel)",
        // Statistics move in eval mode.
        "eval-is-not-no-grad|not cells.eval.grad.running_stats_moved|"
            + BATCH_NORM
            + "|boolean byBatch = mode() == Mode.TRAIN|updating = tracks(); boolean byBatch = true",
        // A mask that hangs on no output is kept where nothing is recorded.
        "eval-is-not-no-grad|cells.train.no_grad.held_bytes == 0|"
            + STORAGE
            + "|this.holders = 1;|this.holders = role == Role.MASK && GradMode.current() !="
            + " GradMode.GRAD ? 2 : 1;",
        "what-the-graph-keeps|held_bytes == 0|"
            + STORAGE
            + "|this.holders = 1;|this.holders = role == Role.MASK && GradMode.current() !="
            + " GradMode.GRAD ? 2 : 1;"
      })
  void failsTheLessonAboutIt(String name, String claim, String source, String says, String saysNow)
      throws Exception {
    String lesson = Lessons.text(name).orElseThrow();

    List<Integer> found =
        new BrokenEngine(source, says, saysNow).linesFound(name + ".lesson.md", lesson);

    assertThat(found).contains(lineOf(claim, lesson));
  }

  private static int lineOf(String claim, String lesson) {
    List<String> lines = lesson.lines().toList();
    int line = 0;
    while (!lines.get(line).startsWith(claim)) {
      line++;
    }
    return line + 1;
  }
}
