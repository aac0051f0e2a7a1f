package org.modescope.files.pytorch.importing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modescope.files.pytorch.source.Comment;

/// What an imported experiment is called, and what is said about it.
record Title(String name, String note) {
  private static final int LONGEST = 100;

  /// A class names its net. A comment before it that says the same in other letters, as exported
  /// code has it, is the name, and what follows it the note.
  static Title of(Module net, List<Comment> comments) {
    String kind = net instanceof Composite composite ? composite.kind().definition().name() : "";
    if (kind.isEmpty()) {
      return new Title("", "");
    }
    List<Comment> own = comments.stream().filter(Comment::ownLine).toList();
    for (int i = 0; i < own.size(); i++) {
      String text = own.get(i).text();
      boolean isName = text.length() <= LONGEST && isSame(text, kind);
      if (isName) {
        return new Title(text, note(own, i));
      }
    }
    return new Title(kind, "");
  }

  private static boolean isSame(String comment, String kind) {
    String plain = plain(comment);
    return plain.equals(plain(kind)) || (plain + "net").equals(plain(kind));
  }

  private static String plain(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .mapToObj(Character::toString)
        .collect(Collectors.joining())
        .toLowerCase(Locale.ROOT);
  }

  /// The comments on the lines just below.
  private static String note(List<Comment> own, int title) {
    StringBuilder note = new StringBuilder();
    for (int i = title + 1; i < own.size(); i++) {
      if (own.get(i).line() != own.get(i - 1).line() + 1) {
        break;
      }
      note.append(note.isEmpty() ? "" : " ").append(own.get(i).text());
    }
    return note.toString();
  }
}
