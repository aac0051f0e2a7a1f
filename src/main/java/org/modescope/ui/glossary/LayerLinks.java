package org.modescope.ui.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.text.Text;

/// Finds layers that a sentence names in quotation marks, and points at one while the pointer is on
/// its name.
///
/// @param layers the paths of the net's layers, asked for when a sentence is told
/// @param pointer told the path, and an empty one when the pointer has left
record LayerLinks(Supplier<Set<String>> layers, Consumer<String> pointer) {
  static final LayerLinks NONE = new LayerLinks(Set::of, _ -> {});

  private static final Pattern QUOTED = Pattern.compile("(?<=[“„«])[^“”„«»]+(?=[“”»])");

  /// Some letters in a row.
  ///
  /// @param layer the layer that they name; empty where they name none
  record Piece(String text, Optional<String> layer) {}

  List<Piece> pieces(String text) {
    Set<String> known = layers.get();
    List<Piece> pieces = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(text);
    int told = 0;
    while (quoted.find()) {
      if (known.contains(quoted.group())) {
        add(text.substring(told, quoted.start()), pieces);
        pieces.add(new Piece(quoted.group(), Optional.of(quoted.group())));
        told = quoted.end();
      }
    }
    add(text.substring(told), pieces);
    return pieces;
  }

  private static void add(String text, List<Piece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, Optional.empty()));
    }
  }

  Node node(Piece piece, String style) {
    Text node = new Text(piece.text());
    node.getStyleClass().add(style);
    piece
        .layer()
        .ifPresent(
            path -> {
              node.getStyleClass().add("told-layer");
              node.setOnMouseEntered(_ -> pointer.accept(path));
              node.setOnMouseExited(_ -> pointer.accept(""));
            });
    return node;
  }
}
