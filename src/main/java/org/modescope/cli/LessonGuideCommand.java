package org.modescope.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.modescope.cli.result.Delivery;
import org.modescope.cli.result.Destination;
import org.modescope.cli.result.OutputFiles;
import org.modescope.cli.result.WrongUseException;
import org.modescope.files.Printable;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.check.LessonCheck;
import org.modescope.lesson.check.Mismatch;
import org.modescope.lesson.guide.TeachersPage;
import org.modescope.words.Language;
import org.modescope.words.Phrase;
import org.modescope.words.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `modescope lesson guide`.
@Command(
    name = "guide",
    footer = "  modescope lesson guide lesson:which-switch --out which-switch.html")
final class LessonGuideCommand implements Callable<Integer> {
  private static final Text TEXT = Text.english();

  private final Terminal terminal;

  @Mixin private final LessonArgument argument = new LessonArgument();

  @Option(names = "--out", paramLabel = "OUT", required = true, descriptionKey = "help.lesson.out")
  private String out;

  @Option(names = "--language", paramLabel = "TAG", descriptionKey = "help.lesson.language")
  private Optional<String> language;

  LessonGuideCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Destination place = Destination.ofFile("--out", out);
    OutputFiles outputs = new OutputFiles().add("--out", Optional.of(place));
    Language spoken = language();
    Lesson lesson = argument.read(spoken);
    if (!argument.isShipped()) {
      outputs.spare(Path.of(argument.name()));
    }
    // Half a page says nothing: Ctrl-C ends the process, as the system has it.
    List<Mismatch> wrong = LessonCheck.check(lesson, () -> false);
    if (!wrong.isEmpty()) {
      LessonCheckCommand.print(argument.name(), wrong, terminal);
      return ExitCode.WRONG;
    }
    String page = TeachersPage.of(lesson, Text.of(spoken.locale()), () -> false);
    Delivery delivery = new Delivery();
    delivery.add(place, to -> to.write(page.getBytes(StandardCharsets.UTF_8)));
    delivery.deliver(terminal.out());
    if (place instanceof Destination.Place) {
      terminal.out().println(TEXT.say("cli.lesson.wrote", "file", Printable.of(out)));
    }
    return ExitCode.DONE;
  }

  /// The language that was asked for; else that of the lesson's file.
  private Language language() {
    String tag = language.or(argument::tag).orElse(Language.ENGLISH.tag());
    Optional<Language> found =
        Language.ALL.stream().filter(each -> each.tag().equals(tag)).findFirst();
    if (found.isEmpty() && language.isPresent()) {
      String known = String.join(", ", Language.ALL.stream().map(Language::tag).toList());
      throw new WrongUseException(Phrase.of("cli.wrong.language", "found", tag, "known", known));
    }
    return found.orElse(Language.ENGLISH);
  }
}
