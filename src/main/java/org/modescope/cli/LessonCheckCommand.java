package org.modescope.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.modescope.files.Printable;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.check.LessonCheck;
import org.modescope.lesson.check.Mismatch;
import org.modescope.lesson.check.Translation;
import org.modescope.words.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `modescope lesson check`.
@Command(name = "check", footer = "  modescope lesson check lesson:which-switch")
final class LessonCheckCommand implements Callable<Integer> {
  private static final Text TEXT = Text.english();

  private final Terminal terminal;

  @Mixin private final LessonArgument argument = new LessonArgument();

  LessonCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Lesson lesson = argument.read();
    // Half a check says nothing: Ctrl-C ends the process, as the system has it.
    List<Mismatch> wrong = LessonCheck.check(lesson, () -> false);
    print(argument.name(), wrong, terminal);
    boolean isAllRight = wrong.isEmpty();
    for (LessonArgument.Pair pair : argument.translations(lesson)) {
      List<Mismatch> other = Translation.check(pair.english(), pair.translation());
      print(pair.file(), other, terminal);
      isAllRight &= other.isEmpty();
    }
    if (!isAllRight) {
      return ExitCode.WRONG;
    }
    terminal
        .out()
        .println(
            TEXT.say(
                "cli.lesson.right",
                "title",
                lesson.title(),
                "questions",
                lesson.questions().size()));
    return ExitCode.DONE;
  }

  /// Says what is wrong, line by line.
  static void print(String file, List<Mismatch> wrong, Terminal terminal) {
    for (Mismatch each : wrong) {
      String told =
          TEXT.say(
              "cli.lesson.wrong",
              "file",
              file,
              "line",
              each.line(),
              "problem",
              each.problem().in(TEXT));
      terminal.err().println(Printable.of(told));
    }
  }
}
