package org.modescope.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.modescope.cli.result.OutputFiles;
import org.modescope.cli.result.WrongUseException;
import org.modescope.files.MysteryFile;
import org.modescope.mystery.Puzzle;
import org.modescope.words.Phrase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `modescope open`.
@Command(name = "open", footer = "  modescope open preset:mc-dropout")
final class OpenCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Outside outside;

  @Mixin private final ExperimentArgument argument = new ExperimentArgument();

  OpenCommand(Terminal terminal, Outside outside) {
    this.terminal = terminal;
    this.outside = outside;
  }

  /// What cannot be read is told here, to whoever typed the command; a desktop, which opens a file
  /// without a command, has the window tell it.
  @Override
  public Integer call() throws IOException {
    Optional<Path> puzzle = puzzle();
    if (puzzle.isPresent()) {
      checkPuzzle(puzzle.get());
      return open();
    }
    return argument.use(terminal, new OutputFiles(), UnaryOperator.identity(), _ -> open());
  }

  /// The file, if it is a mystery net by its name.
  private Optional<Path> puzzle() {
    try {
      return Optional.of(Path.of(argument.name())).filter(MysteryFile::isOne);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private void checkPuzzle(Path file) {
    try {
      Puzzle.open(file);
    } catch (IOException unreadable) {
      throw new WrongUseException(
          Phrase.of(
              "cli.wrong.unreadable",
              "file",
              argument.name(),
              "reason",
              String.valueOf(unreadable.getMessage())));
    }
  }

  private int open() {
    try {
      outside.open(argument.name());
      return ExitCode.DONE;
    } catch (UnsupportedOperationException noDisplay) {
      terminal.err().println(NoDisplay.message(noDisplay));
      return ExitCode.WRONG;
    }
  }
}
