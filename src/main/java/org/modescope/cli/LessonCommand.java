package org.modescope.cli;

import org.modescope.words.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `modescope lesson`, which needs one of its own commands after it.
@Command(name = "lesson", synopsisSubcommandLabel = "COMMAND", footer = "  modescope lesson list")
final class LessonCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), Text.english().say("cli.wrong.lesson-command-missing"));
  }
}
