package org.modescope.files.pytorch.source;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Source as it is copied from pages and notebooks: what is no Python is taken off, and every line
/// keeps its number.
final class SourceText {
  /// What a file begins with and no page that shows a session does.
  private static final Pattern OF_FILE =
      Pattern.compile("import \\w|from [\\w.]+ import |(class|def) \\w+ ?\\(");

  private SourceText() {}

  static String plain(String text) {
    String joined = text.replace("\r\n", "\n").replace('\r', '\n').replace('\u00A0', ' ');
    List<String> lines = joined.lines().toList();
    boolean isSession = isSession(lines);
    return lines.stream()
        .map(line -> isSession ? answered(line) : line)
        .map(SourceText::withoutFence)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// A session is typed from its first prompt on. What is not is a file in which a text between
  /// quotes shows how something is used.
  private static boolean isSession(List<String> lines) {
    for (String line : lines) {
      String bare = line.stripLeading();
      if (bare.startsWith(">>>")) {
        return true;
      }
      if (OF_FILE.matcher(bare).lookingAt()) {
        return false;
      }
    }
    return false;
  }

  /// A line of an interactive session: only what stands behind a prompt was typed.
  private static String answered(String line) {
    String typed = line.stripLeading();
    if (typed.startsWith(">>>") || typed.startsWith("...")) {
      String rest = typed.substring(3);
      return rest.startsWith(" ") ? rest.substring(1) : rest;
    }
    return "";
  }

  /// Fences of Markdown, and commands of notebooks.
  private static String withoutFence(String line) {
    String bare = line.stripLeading();
    boolean isNoPython =
        bare.startsWith("```") || bare.startsWith("!") || bare.startsWith("%") && isCommand(bare);
    return isNoPython ? "" : line;
  }

  private static boolean isCommand(String line) {
    return line.length() > 1 && (Character.isLetter(line.charAt(1)) || line.charAt(1) == '%');
  }
}
