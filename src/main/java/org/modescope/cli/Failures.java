package org.modescope.cli;

import java.io.PrintStream;
import java.lang.System.Logger.Level;
import org.modescope.experiment.InvalidValueException;
import org.modescope.files.InvalidFileException;
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
    err.println("%s: %s%s".formatted(command, wrong.getMessage(), suggestion(wrong)));
    err.println("%s --help lists what there is.".formatted(command));
    return ExitCode.WRONG;
  }

  private static String suggestion(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)
        || unmatched.getSuggestions().isEmpty()) {
      return "";
    }
    return "; did you mean %s?".formatted(String.join(" or ", unmatched.getSuggestions()));
  }

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine commandLine, ParseResult parsed) {
    String command = commandLine.getCommandSpec().qualifiedName();
    return switch (thrown) {
      case WrongUseException _, InvalidFileException _, InvalidValueException _ -> {
        err.println("%s: %s".formatted(command, thrown.getMessage()));
        yield ExitCode.WRONG;
      }
      default -> fault(command, thrown);
    };
  }

  /// Says that the program itself failed.
  int fault(String command, Throwable thrown) {
    LOG.log(Level.DEBUG, command + " failed", thrown);
    err.println(
        "%s: a fault of this program: %s: %s"
            .formatted(command, thrown.getClass().getSimpleName(), thrown.getMessage()));
    return ExitCode.FAULT;
  }
}
