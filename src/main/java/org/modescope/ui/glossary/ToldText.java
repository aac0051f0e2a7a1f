package org.modescope.ui.glossary;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.modescope.words.TermWords;
import org.modescope.words.TermWords.Piece;

/// Sentences in which the glossary's words are marked, each where it first stands, so that a click
/// or a key explains it.
public final class ToldText extends TextFlow {
  /// Lines are laid out on whole pixels, and the room for them is not.
  private static final double ROUNDING = 1;

  private List<Part> parts = List.of();
  private @Nullable TermWords words;
  private boolean isFitted;
  private LayerLinks links = LayerLinks.NONE;

  /// Sentences that look alike.
  ///
  /// @param text what they say
  /// @param style the style class of all of them
  public record Part(String text, String style) {
    public static Part headline(String text) {
      return new Part(text, "finding-headline");
    }

    public static Part detail(String text) {
      return new Part(text, "finding-detail");
    }
  }

  /// Points at layers that what is told from now on names in quotation marks.
  ///
  /// @param layers the paths of the net's layers
  /// @param pointer told the path while the pointer is on a name, and an empty one afterwards
  public void linkLayers(Supplier<Set<String>> layers, Consumer<String> pointer) {
    links = new LayerLinks(layers, pointer);
  }

  /// Says this from now on.
  ///
  /// @param language whose words are looked for
  public void tell(org.modescope.words.Text language, List<Part> told) {
    if (told.equals(parts)) {
      // Whoever stands on a word stays there.
      return;
    }
    parts = List.copyOf(told);
    TermWords found = words == null ? new TermWords(language) : words;
    words = found;
    Set<String> marked = new HashSet<>();
    getChildren()
        .setAll(
            told.stream()
                .flatMap(
                    part ->
                        found.pieces(part.text(), marked).stream()
                            .flatMap(piece -> nodes(piece, part.style(), language))
                            .map(node -> of(part, node)))
                .toList());
  }

  /// Whether parts that have no room whole are left out, the last ones first.
  public boolean isFitted() {
    return isFitted;
  }

  public void setFitted(boolean wanted) {
    isFitted = wanted;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (isFitted) {
      double room = getHeight() - snappedBottomInset();
      Set<Object> cut = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Node each : getChildren()) {
        if (each.getBoundsInParent().getMaxY() > room + ROUNDING) {
          cut.add(each.getUserData());
        }
      }
      getChildren().forEach(each -> each.setVisible(!cut.contains(each.getUserData())));
    }
  }

  private static Node of(Part part, Node node) {
    node.setUserData(part);
    return node;
  }

  private Stream<Node> nodes(Piece piece, String style, org.modescope.words.Text language) {
    return piece
        .term()
        .map(term -> Stream.<Node>of(word(piece.text(), term, style, language)))
        .orElseGet(() -> links.pieces(piece.text()).stream().map(each -> links.node(each, style)));
  }

  private static Label word(
      String text, String term, String style, org.modescope.words.Text language) {
    Label word = new Label(text);
    word.getStyleClass().addAll("told-word", style);
    word.setMinWidth(USE_PREF_SIZE);
    Explained.word(word, term, language);
    return word;
  }
}
