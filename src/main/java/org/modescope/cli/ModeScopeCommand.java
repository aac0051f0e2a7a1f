package org.modescope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.modescope.autograd.NativeBackend;
import org.modescope.words.Text;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `modescope` with any argument: finds the command, carries it out, and turns what went wrong into
/// a message and an exit code.
@Command(
    name = "modescope",
    synopsisSubcommandLabel = "COMMAND",
    footer = "  modescope run preset:simplenet")
public final class ModeScopeCommand implements Runnable {
  /// Commands that compute.
  private static final Set<String> COMPUTING =
      Set.of(
          "run", "compare", "mates", "graph", "trace", "train", "check", "report", "export",
          "lesson", "mystery");

  @Spec private CommandSpec spec;

  private ModeScopeCommand() {}

  /// Carries out a command in the terminal that this process was started in. Numbers are written as
  /// programs read them, whatever the user's language.
  ///
  /// @param outside what the window's side of the program does
  /// @return one of [ExitCode]
  public static int run(Outside outside, String... arguments) {
    if (arguments.length > 0 && COMPUTING.contains(arguments[0])) {
      loadEarly();
    }
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    return run(Terminal.system(), outside, arguments);
  }

  /// Carries out a command in a given terminal.
  public static int run(Terminal terminal, Outside outside, String... arguments) {
    int code = ExitCode.FAULT;
    try {
      code = commandLine(terminal, outside).execute(arguments);
      code = new Failures(terminal.err()).orUnprinted(code, terminal.out().failure());
    } catch (Error fault) {
      code = new Failures(terminal.err()).fault("modescope", fault);
    } finally {
      terminal.out().flush();
      terminal.err().flush();
      terminal.interruption().ended(code);
    }
    return code;
  }

  /// Lets ND4J load while arguments and files are read.
  private static void loadEarly() {
    Thread.ofPlatform()
        .daemon()
        .name("nd4j-loading")
        .start(
            () -> {
              try {
                NativeBackend.load();
              } catch (LinkageError missing) {
                // The command meets the same error, and tells of it.
                return;
              }
            });
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), Text.english().say("cli.wrong.command-missing"));
  }

  static CommandLine commandLine(Terminal terminal, Outside outside) {
    CommandLine commands = new CommandLine(new ModeScopeCommand());
    List.of(
            new OpenCommand(terminal, outside),
            new PresetsCommand(terminal),
            new CheckCommand(terminal),
            new RunCommand(terminal),
            new CompareCommand(terminal),
            new MatesCommand(terminal),
            new GraphCommand(terminal),
            new TraceCommand(terminal),
            new TrainCommand(terminal),
            new ReportCommand(terminal, outside),
            new ExportCommand(terminal),
            new ImportCommand(terminal),
            new MysteryCommand(terminal))
        .forEach(commands::addSubcommand);
    commands.addSubcommand(
        new CommandLine(new LessonCommand())
            .addSubcommand(new LessonListCommand(terminal))
            .addSubcommand(new LessonCheckCommand(terminal))
            .addSubcommand(new LessonGuideCommand(terminal)));
    giveStandardOptions(commands);
    commands
        .getSubcommands()
        .values()
        .forEach(
            command -> {
              giveStandardOptions(command);
              command.getSubcommands().values().forEach(ModeScopeCommand::giveStandardOptions);
            });
    HelpWords.giveTo(commands);
    Failures failures = new Failures(terminal.err());
    return commands
        .setOut(new PrintWriter(terminal.out(), true))
        .setErr(new PrintWriter(terminal.err(), true))
        .setColorScheme(Help.defaultColorScheme(Ansi.OFF))
        .setExpandAtFiles(false)
        .setUsageHelpWidth(terminal.columns())
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  private static void giveStandardOptions(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
  }
}
