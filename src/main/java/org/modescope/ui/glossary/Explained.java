package org.modescope.ui.glossary;

import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.control.EntryField;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.words.Glossary;
import org.modescope.words.Text;

/// Marks what has an entry in the glossary, so that the window can explain it:
/// `Explained.mark(label, "momentum", text)`.
///
/// A marked label is underlined with dots and opens its explanation by a click; so does the chosen
/// segment of a switch, for which a click has no other meaning. Any other control does by a key or
/// by the other mouse button. Each says the first sentence while the pointer rests on it, unless it
/// has a hint of its own.
public final class Explained {
  private static final String TERM = Explained.class.getName() + ".term";
  private static final String HINTED = Explained.class.getName() + ".hinted";
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("explained");

  private Explained() {}

  /// Says which entry explains a node; a later call replaces an earlier one.
  ///
  /// @throws IllegalArgumentException if there is no such entry
  public static void mark(Node node, String term, Text text) {
    boolean isHinted =
        node instanceof Control control && !Hint.getText(control).isEmpty() && !isOurs(control);
    about(node, term);
    node.pseudoClassStateChanged(MARKED, true);
    if (node instanceof Control control && !isHinted) {
      Hint.setText(control, Glossary.in(text).firstSentence(term));
      control.getProperties().put(HINTED, true);
    }
  }

  /// The same for a word that stands by itself, which keys reach too once it says something.
  public static void word(Label label, String term, Text text) {
    mark(label, term, text);
    if (!label.focusTraversableProperty().isBound()) {
      label.setAccessibleRole(AccessibleRole.HYPERLINK);
      label.focusTraversableProperty().bind(label.textProperty().isNotEmpty());
    }
  }

  /// Explains the label and the field of an entry.
  public static void entry(EntryField entry, String term, Text text) {
    mark(entry.line().getChildren().getFirst(), term, text);
    mark(entry.field(), term, text);
  }

  /// Explains each choice of a switch.
  ///
  /// @param terms the entry about a choice's value
  @SuppressWarnings("unchecked") // every segment carries the value of its choice
  public static <T> void segments(
      SegmentedControl<T> choice, Function<T, String> terms, Text text) {
    for (Node segment : choice.getChildren()) {
      mark(segment, terms.apply((T) segment.getUserData()), text);
    }
  }

  /// Says which entry explains what is inside a node, where that has none of its own. Nothing shows
  /// it but the key.
  public static void about(Node node, String term) {
    node.getProperties().put(TERM, term);
  }

  /// The entry that explains a node, if it is marked itself.
  static Optional<String> term(Node node) {
    return Optional.ofNullable(node.getProperties().get(TERM)).map(String.class::cast);
  }

  /// The node that is marked, this or the nearest around it.
  static Optional<Node> nearest(@Nullable Node node) {
    @Nullable Node each = node;
    while (each != null && term(each).isEmpty()) {
      each = each.getParent();
    }
    return Optional.ofNullable(each);
  }

  /// Whether the hint is one that was made of an entry's first sentence.
  private static boolean isOurs(Control control) {
    return control.getProperties().containsKey(HINTED);
  }
}
