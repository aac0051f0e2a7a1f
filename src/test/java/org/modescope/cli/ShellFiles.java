package org.modescope.cli;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
  private static final Set<String> FILE_LABELS = Set.of("OUT", "DIR");

  /// Gives a shell's line to the function of its command, and adds what these do not know.
  private static final String WHAT_PICOCLI_LEAVES_OPEN =
      """

      # What the functions above leave open: names of files, --option=value, values that are commands
      # as well (--mode train), and the colon of preset:NAME, at which bash ends a word.
      function _modescope() {
        local command="${COMP_WORDS[1]}" before="${COMP_WORDS[COMP_CWORD-1]}"
        local typed="${COMP_LINE:0:$COMP_POINT}"
        typed="${typed##*[[:space:]]}"
        COMPREPLY=()
        if (( COMP_CWORD < 2 )) || ! type "_picocli_modescope_$command" &>/dev/null; then
          _picocli_modescope
        elif [[ "$typed" == --*=* ]]; then
          _modescope_value "${typed%%=*}" "${typed#*=}"
        elif [[ "$typed" == preset:* && "${COMP_WORDBREAKS:-}" == *:* ]]; then
          COMPREPLY=( $(compgen -W "@PRESETS@" -- "${typed#preset:}") )
        elif [[ " @FILES@ " != *" $before "* ]]; then
          "_picocli_modescope_$command"
          if [[ "$typed" != -* && " @VALUES@ " != *" $before "* ]]; then
            _modescope_experiments "$typed"
          fi
        fi
      }

      # The values of an option, where it has a few; bash replaces what follows the equals sign.
      function _modescope_value() {
        local option="$1" whole=""
        [[ "${COMP_WORDBREAKS:-}" == *=* ]] || whole="$option="
        local COMP_WORDS=(modescope "$command" "$option" "$2") COMP_CWORD=3
        "_picocli_modescope_$command"
        COMPREPLY=( "${COMPREPLY[@]/#/$whole}" )
      }

      # Experiments in this folder, beside presets.
      function _modescope_experiments() {
        local IFS=$'\\n'
        COMPREPLY+=( $(compgen -f -X '!*.modescope.json' -- "$1") )
        if [[ -n "${BASH_VERSION:-}" ]]; then
          compopt -o default
        fi
      }

      complete -F _modescope -o default modescope
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
    ResultStream nowhere =
        new ResultStream(OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(nowhere, nowhere, 80, () -> false, Interruption.NONE);
    return ModeScopeCommand.commandLine(terminal, OutsideInTests.none());
  }

  private static String completion(CommandLine commands) {
    String script = numberedAsTheProgramDoes(() -> AutoComplete.bash(NAME, commands));
    return script.replace("\r\n", "\n").stripTrailing()
        + "\n"
        + WHAT_PICOCLI_LEAVES_OPEN
            .replace("@PRESETS@", String.join(" ", PresetCatalogue.keys()))
            .replace("@FILES@", options(commands, ShellFiles::namesFile))
            .replace("@VALUES@", options(commands, ShellFiles::takesOtherValue));
  }

  /// picocli numbers its arrays by the default locale, which a command sets at its start.
  private static String numberedAsTheProgramDoes(Supplier<String> script) {
    Locale own = Locale.getDefault(Locale.Category.FORMAT);
    try {
      Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
      return script.get();
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, own);
    }
  }

  private static boolean namesFile(OptionSpec option) {
    return FILE_LABELS.contains(option.paramLabel());
  }

  private static boolean takesOtherValue(OptionSpec option) {
    return option.arity().max() > 0 && !namesFile(option);
  }

  private static String options(CommandLine commands, Predicate<OptionSpec> wanted) {
    return commands.getSubcommands().values().stream()
        .flatMap(command -> command.getCommandSpec().options().stream())
        .filter(wanted)
        .map(OptionSpec::longestName)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
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
    commands.getSubcommands().forEach((name, one) -> command(name, one, page));
    page.append(".SH \"EXIT STATUS\"\n");
    item("0", "Done; also after Ctrl-C, with what was done until then.", page);
    item("1", "A fault of the program; its log tells more.", page);
    item("2", "The command or the experiment is wrong. No output file was touched.", page);
    item("3", "The net refused a pass, as PyTorch would.", page);
    return page.toString();
  }

  /// @param name with the names before it
  private static void command(String name, CommandLine line, StringBuilder page) {
    command(name, line.getCommandSpec(), page);
    line.getSubcommands().forEach((own, one) -> command(name + " " + own, one, page));
  }

  private static void command(String name, CommandSpec command, StringBuilder page) {
    page.append(".SS modescope ").append(text(name));
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
