package org.modescope.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Damages a text piece by piece: words, numbers and what stands between them.
final class TextMutations {
  private static final Pattern PIECE =
      Pattern.compile("\"[^\"\n]*\"|-?[0-9][-+0-9.eE]*|[\\w]+|[^\\w\\s]|\\s+");

  private TextMutations() {}

  /// @param words what pieces may be replaced by
  static String mutate(String text, List<String> words, SplittableRandom random) {
    List<MatchResult> pieces = PIECE.matcher(text).results().toList();
    if (pieces.isEmpty()) {
      return one(words, random);
    }
    MatchResult piece = one(pieces, random);
    MatchResult other = one(pieces, random);
    return switch (random.nextInt(5)) {
      case 0 -> replace(text, piece, "");
      case 1 -> replace(text, piece, piece.group() + piece.group());
      case 2 -> replace(text, piece, other.group());
      case 3 -> replace(text, piece, one(words, random));
      default -> replace(text, piece, one(words, random) + piece.group());
    };
  }

  static <T> T one(List<T> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }

  private static String replace(String text, MatchResult piece, String replacement) {
    return text.substring(0, piece.start()) + replacement + text.substring(piece.end());
  }
}
