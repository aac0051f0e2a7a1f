package org.modescope.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the glossary's words in running text.
///
/// Which forms of a word count, each language says for itself. A name in quotation marks or with a
/// dot before or behind it is a name of somebody's layer and no word.
public final class TermWords {
  /// The entries that readings and legends speak of.
  private static final List<String> IDS =
      List.of(
          "running-mean",
          "running-var",
          "batch-statistics",
          "mask",
          "dropout",
          "batchnorm",
          "no-grad",
          "inference-mode",
          "backward",
          "autograd-graph",
          "gradient",
          "saved-tensor",
          "activation",
          "statistic",
          "reference",
          "parameter",
          "buffer",
          "momentum",
          "eps",
          "standard-deviation",
          "predicted-sd",
          "num-batches-tracked",
          "track-running-stats",
          "requires-grad",
          "state-dict",
          "frozen",
          "seed",
          "packed-bytes",
          "leaf",
          "closed-form",
          "biased-variance",
          "unbiased-variance",
          "non-finite",
          "batch-mates",
          "pass");

  private static final String BEFORE = "(?<![\\p{L}\\p{N}_.“„«])";
  private static final String AFTER = "(?![\\p{L}\\p{N}_”“»]|\\.[\\p{L}\\p{N}])";

  private final Map<String, String> terms = new LinkedHashMap<>();
  private final Pattern forms;

  /// Some words in a row.
  ///
  /// @param text as they are written
  /// @param term the entry that explains them; empty where none does
  public record Piece(String text, Optional<String> term) {}

  /// @param text the language
  public TermWords(Text text) {
    for (String id : IDS) {
      for (String form : text.say("glossary.forms." + id).split(",")) {
        terms.put(form.strip().toLowerCase(Locale.ROOT), id);
      }
    }
    String longestFirst =
        terms.keySet().stream()
            .sorted((one, other) -> other.length() - one.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    forms =
        Pattern.compile(
            BEFORE + "(?:" + longestFirst + ")" + AFTER,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// The text in pieces, in order; a word is marked where it first stands.
  ///
  /// @param marked the entries that are marked already; those found here are added
  public List<Piece> pieces(String text, Set<String> marked) {
    List<Piece> pieces = new ArrayList<>();
    Matcher found = forms.matcher(text);
    int told = 0;
    while (found.find()) {
      String term = term(found.group());
      if (marked.add(term)) {
        add(text.substring(told, found.start()), pieces);
        pieces.add(new Piece(found.group(), Optional.of(term)));
        told = found.end();
      }
    }
    add(text.substring(told), pieces);
    return pieces;
  }

  /// The entry about the first word that has one.
  public Optional<String> first(String text) {
    return pieces(text, new HashSet<>()).stream()
        .flatMap(piece -> piece.term().stream())
        .findFirst();
  }

  /// The entries that are looked for.
  static List<String> ids() {
    return IDS;
  }

  private String term(String form) {
    return terms.getOrDefault(form.toLowerCase(Locale.ROOT), "");
  }

  private static void add(String text, List<Piece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, Optional.empty()));
    }
  }
}
