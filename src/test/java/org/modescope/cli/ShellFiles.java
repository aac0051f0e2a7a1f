package org.modescope.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modescope.files.PresetCatalogue;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What a shell knows of the command line, made from the commands themselves: completion for bash
/// and zsh, and the manual page.
final class ShellFiles {
  static final Path FOLDER = Path.of("src/packaging/shell");

  private static final String NAME = "modescope";

  /// Bash ends a word at a colon; zsh does not.
  private static final String PRESETS_AFTER_THE_COLON =
      """

      # Bash ends a word at a colon, so that only what follows preset: is to be completed.
      function _complete_modescope_file() {
        local typed="${COMP_LINE:0:COMP_POINT}"
        typed="${typed##*[[:space:]]}"
        if [[ "$typed" == preset:* && "${COMP_WORDBREAKS:-}" == *:* ]]; then
          COMPREPLY=( $(compgen -W "%s" -- "${typed#preset:}") )
        else
          _complete_modescope
        fi
      }
      complete -F _complete_modescope_file -o default modescope
      """;

  private ShellFiles() {}

  /// All files by name.
  static Map<String, String> all() {
    CommandLine commands = commands();
    Map<String, String> files = new LinkedHashMap<>();
    files.put("modescope-completion.sh", completion(commands));
    files.put("modescope.1", manual(commands));
    return files;
  }

  private static CommandLine commands() {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    Terminal terminal = new Terminal(nowhere, nowhere, 80, () -> false, Interruption.NONE);
    return ModeScopeCommand.commandLine(terminal, _ -> {});
  }

  private static String completion(CommandLine commands) {
    String script = AutoComplete.bash(NAME, commands).replace("\r\n", "\n");
    return script.stripTrailing()
        + "\n"
        + PRESETS_AFTER_THE_COLON.formatted(String.join(" ", PresetCatalogue.keys()));
  }

  private static String manual(CommandLine commands) {
    StringBuilder page = new StringBuilder();
    CommandSpec root = commands.getCommandSpec();
    page.append(".TH MODESCOPE 1\n.SH NAME\n");
    page.append("modescope \\- ").append(description(root)).append('\n');
    page.append(
        ".SH SYNOPSIS\n.B modescope\n.br\n.B modescope\n\\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n");
    page.append(".SH DESCRIPTION\nWithout a command, the window opens.\n");
    page.append(".SH COMMANDS\n");
    commands.getSubcommands().values().forEach(one -> command(one.getCommandSpec(), page));
    page.append(".SH \"EXIT STATUS\"\n");
    item("0", "Done; also after Ctrl-C, with what was done until then.", page);
    item("1", "A fault of the program; its log tells more.", page);
    item("2", "The command or the experiment is wrong. No output file was touched.", page);
    item("3", "The net refused a pass, as PyTorch would.", page);
    return page.toString();
  }

  private static void command(CommandSpec command, StringBuilder page) {
    page.append(".SS modescope ").append(text(command.name()));
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      page.append(' ').append(text(parameter.paramLabel()));
    }
    page.append('\n').append(description(command)).append('\n');
    command.positionalParameters().forEach(one -> item(one.paramLabel(), description(one), page));
    for (OptionSpec option : command.options()) {
      item(names(option), description(option), page);
    }
    List<String> footer =
        Arrays.stream(command.usageMessage().footer()).filter(line -> !line.isEmpty()).toList();
    for (String line : footer) {
      page.append(
          line.startsWith(" ")
              ? ".RS\n.B " + text(line.strip()) + "\n.RE\n"
              : ".PP\n" + text(line) + "\n");
    }
  }

  private static String names(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  private static String description(CommandSpec command) {
    return text(String.join(" ", command.usageMessage().description()));
  }

  private static String description(ArgSpec argument) {
    String description = String.join(" ", argument.description());
    String defaultValue = argument.defaultValue();
    return defaultValue == null
        ? description
        : description.replace("${DEFAULT-VALUE}", defaultValue);
  }

  private static void item(String tag, String description, StringBuilder page) {
    page.append(".TP\n\\fB")
        .append(text(tag))
        .append("\\fR\n")
        .append(text(description))
        .append('\n');
  }

  /// Troff takes a backslash, a bare minus and a leading dot for its own.
  private static String text(String plain) {
    String escaped = plain.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") ? "\\&" + escaped : escaped;
  }
}
