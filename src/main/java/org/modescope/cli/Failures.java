package org.modescope.cli;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.modescope.cli.result.WrongUseException;
import org.modescope.experiment.InvalidValueException;
import org.modescope.files.InvalidFileException;
import org.modescope.files.NearMiss;
import org.modescope.files.Printable;
import org.modescope.files.UnwritableFileException;
import org.modescope.platform.LogFile;
import org.modescope.words.Text;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what went wrong in one message, and with which exit code the command ends.
record Failures(PrintStream err) implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final System.Logger LOG = System.getLogger(Failures.class.getName());
  private static final Text TEXT = Text.english();

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    err.println("%s: %s%s".formatted(command, problem(wrong), suggestion(wrong)));
    err.println(TEXT.say("cli.wrong.help", "command", command));
    return ExitCode.WRONG;
  }

  private static String problem(ParameterException wrong) {
    boolean isBeforeAnyCommand = !wrong.getCommandLine().getSubcommands().isEmpty();
    return switch (wrong) {
      case UnmatchedArgumentException unmatched -> {
        String first = unmatched.getUnmatched().getFirst();
        yield TEXT.say(
            first.startsWith("-")
                ? "cli.wrong.no-option"
                : isBeforeAnyCommand ? "cli.wrong.no-command" : "cli.wrong.too-many",
            "word",
            first);
      }
      case MissingParameterException missing when !missing.getMissing().isEmpty() ->
          TEXT.say(
              "cli.wrong.missing",
              "what",
              TEXT.list(missing.getMissing().stream().map(Failures::described).toList()),
              "count",
              missing.getMissing().size());
      // What the readers of values say names what is allowed.
      default -> String.valueOf(wrong.getMessage());
    };
  }

  /// An option with what belongs to it, or what an argument is called.
  private static String described(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }

  private static String suggestion(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)
        || unmatched.getSuggestions().isEmpty()) {
      return "";
    }
    return near(unmatched).stream()
        .reduce((first, next) -> TEXT.say("cli.wrong.or", "first", first, "next", next))
        .map(words -> TEXT.say("cli.wrong.did-you-mean", "words", words))
        .orElse("");
  }

  /// The parser suggests the nearest words however far they are.
  private static List<String> near(UnmatchedArgumentException unmatched) {
    String found = unmatched.getUnmatched().getFirst();
    return unmatched.getSuggestions().stream()
        .filter(word -> NearMiss.of(found, List.of(word)).isPresent())
        .toList();
  }

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine commandLine, ParseResult parsed) {
    return tell(commandLine.getCommandSpec().qualifiedName(), cause(thrown));
  }

  private static Throwable cause(Exception thrown) {
    return thrown instanceof UncheckedIOException wrapped
        ? Objects.requireNonNull(wrapped.getCause())
        : thrown;
  }

  private int tell(String command, Throwable cause) {
    return switch (cause) {
      case WrongUseException _,
          InvalidFileException _,
          InvalidValueException _,
          UnwritableFileException _ -> {
        err.println("%s: %s".formatted(command, Printable.of(String.valueOf(cause.getMessage()))));
        yield ExitCode.WRONG;
      }
      default -> fault(command, cause);
    };
  }

  /// Says that standard output did not take everything, if a command has nothing worse to say.
  ///
  /// @param code what the command ends with otherwise
  int orUnprinted(int code, Optional<String> failure) {
    if (code != ExitCode.DONE || failure.isEmpty()) {
      return code;
    }
    err.println(TEXT.say("cli.unprinted", "reason", failure.get()));
    return ExitCode.WRONG;
  }

  /// Says that an experiment, though it is valid, takes more memory than there is.
  void tooLarge(String file, OutOfMemoryError error) {
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    err.println(TEXT.say("cli.shortage.missing", "what", String.valueOf(error.getMessage())));
    err.println(TEXT.say("cli.shortage.what-helps", "file", file, "heap", heap));
  }

  /// Says that the program itself failed.
  int fault(String command, Throwable thrown) {
    LogFile.leaveStandardError();
    LOG.log(Level.ERROR, command + " failed", thrown);
    err.println(
        TEXT.say(
            "cli.fault",
            "command",
            command,
            "type",
            thrown.getClass().getSimpleName(),
            "message",
            String.valueOf(thrown.getMessage())));
    return ExitCode.FAULT;
  }
}
