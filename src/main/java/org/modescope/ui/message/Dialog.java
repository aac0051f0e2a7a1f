package org.modescope.ui.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import org.modescope.words.Text;

/// A question or a message over the window, which waits for an answer.
///
/// @param title what it is about, in a few words
/// @param text what happened or what is asked, in a sentence or two
/// @param details what somebody may want to copy, word for word; empty if there is nothing
/// @param progress how far what it tells of is, from 0 to 1; empty where nothing goes on meanwhile
/// @param answers the buttons, in order; the last is also what Esc means
public record Dialog(
    String title,
    String text,
    String details,
    Optional<ReadOnlyDoubleProperty> progress,
    List<Answer> answers) {

  public Dialog {
    answers = List.copyOf(answers);
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("a dialog without an answer would stay for ever");
    }
  }

  /// A dialog of which nothing goes on meanwhile.
  public Dialog(String title, String text, String details, List<Answer> answers) {
    this(title, text, details, Optional.empty(), answers);
  }

  /// One of the answers.
  ///
  /// @param key its name, which no language changes
  /// @param text what its button says
  /// @param emphasis how much it is suggested
  /// @param action what it does, once the dialog is gone
  public record Answer(String key, String text, Emphasis emphasis, Runnable action) {}

  /// How much an answer is suggested.
  public enum Emphasis {
    /// What Enter means.
    SUGGESTED,
    PLAIN
  }

  /// A message that asks nothing.
  ///
  /// @param words those of the window
  public static Dialog message(Text words, String title, String text, String details) {
    Answer close = new Answer("close", words.say("message.close"), Emphasis.SUGGESTED, () -> {});
    return new Dialog(title, text, details, List.of(close));
  }

  /// A question without details. Its answers end with one that does nothing.
  ///
  /// @param words those of the window
  public static Dialog question(Text words, String title, String text, Answer... answers) {
    List<Answer> all = new ArrayList<>(List.of(answers));
    all.add(new Answer("cancel", words.say("message.cancel"), Emphasis.PLAIN, () -> {}));
    return new Dialog(title, text, "", all);
  }
}
