package org.modescope.cli;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.modescope.cli.result.WrongUseException;
import org.modescope.experiment.InvalidValueException;
import org.modescope.files.InvalidFileException;
import org.modescope.files.NearMiss;
import org.modescope.files.Printable;
import org.modescope.files.UnwritableFileException;
import org.modescope.platform.LogFile;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what went wrong in one message, and with which exit code the command ends.
record Failures(PrintStream err) implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final System.Logger LOG = System.getLogger(Failures.class.getName());

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    err.println("%s: %s%s".formatted(command, problem(wrong), suggestion(wrong)));
    err.println("%s --help lists what there is.".formatted(command));
    return ExitCode.WRONG;
  }

  private static String problem(ParameterException wrong) {
    boolean isBeforeAnyCommand = !wrong.getCommandLine().getSubcommands().isEmpty();
    if (isBeforeAnyCommand && wrong instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().getFirst();
      return "there is no %s “%s”".formatted(first.startsWith("-") ? "option" : "command", first);
    }
    return String.valueOf(wrong.getMessage());
  }

  private static String suggestion(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)
        || unmatched.getSuggestions().isEmpty()) {
      return "";
    }
    List<String> near = near(unmatched);
    return near.isEmpty() ? "" : "; did you mean %s?".formatted(String.join(" or ", near));
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
    err.println("modescope: standard output cannot be written: " + failure.get());
    return ExitCode.WRONG;
  }

  /// Says that an experiment, though it is valid, takes more memory than there is.
  void tooLarge(String file, OutOfMemoryError error) {
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    err.println("not enough memory: %s".formatted(error.getMessage()));
    err.println(
        String.format(
                Locale.ROOT,
                "%s: this net or its input needs more than this process may take (%,d MiB for"
                    + " results). ",
                file,
                heap)
            + "What helps: fewer rows; smaller layers.");
  }

  /// Says that the program itself failed.
  int fault(String command, Throwable thrown) {
    LogFile.leaveStandardError();
    LOG.log(Level.ERROR, command + " failed", thrown);
    err.println(
        "%s: a fault of this program, described in its log: %s (%s)"
            .formatted(command, thrown.getClass().getSimpleName(), thrown.getMessage()));
    return ExitCode.FAULT;
  }
}
