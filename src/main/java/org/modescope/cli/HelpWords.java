package org.modescope.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.modescope.words.Text;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// What `--help` tells of commands and options, from the English bundle: an option names its key,
/// and a command's key is made of its name.
final class HelpWords extends ResourceBundle {
  private static final Text TEXT = Text.english();

  /// What the parser puts the default of an option in place of.
  private static final String DEFAULT = "${DEFAULT-VALUE}";

  private HelpWords() {}

  /// Puts the words into a command and its subcommands.
  static void giveTo(CommandLine commands) {
    commands.setResourceBundle(new HelpWords());
    describe(commands.getCommandSpec(), commands.getCommandName());
    commands
        .getSubcommands()
        .forEach(
            (name, command) -> {
              describe(command.getCommandSpec(), name);
              command
                  .getSubcommands()
                  .forEach((sub, own) -> describe(own.getCommandSpec(), name + "-" + sub));
            });
  }

  /// @param name of its words
  private static void describe(CommandSpec command, String name) {
    UsageMessageSpec usage = command.usageMessage();
    usage.description(TEXT.say("help.command." + name));
    List<String> footer = new ArrayList<>();
    String note = "help.note." + name;
    if (TEXT.has(note)) {
      footer.addAll(List.of("", TEXT.say(note)));
    }
    footer.addAll(List.of("", TEXT.say("help.example")));
    footer.addAll(List.of(usage.footer()));
    usage.footer(footer.toArray(String[]::new));
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return TEXT.has(key) ? TEXT.say(key, "default", DEFAULT) : null;
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(TEXT.keys("help"));
  }
}
