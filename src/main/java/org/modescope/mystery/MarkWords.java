package org.modescope.mystery;

import java.util.ArrayList;
import java.util.List;
import org.modescope.words.Text;

/// What gave an item of a mystery net away, in words made of what was measured.
///
/// @param net which was guessed
/// @param text the language
public record MarkWords(MysteryNet net, Text text) {
  /// Of more facts than these nobody reads.
  private static final int MOST_FACTS = 2;

  private static final int MOST_ALIKE = 3;

  /// A sentence, and where its fact is seen.
  ///
  /// @param instrument the number of the instrument; 0 for none
  public record Told(String sentence, int instrument) {}

  /// The sentences about a guess.
  public List<Told> of(Mark mark, Verdict verdict) {
    return switch (mark.result()) {
      case TRUE -> right(mark, verdict);
      case SAME -> List.of(new Told(same(mark, verdict), 0));
      case WRONG -> wrong(mark, verdict);
    };
  }

  private List<Told> right(Mark mark, Verdict verdict) {
    List<Told> told = new ArrayList<>();
    mark.facts().stream()
        .limit(1)
        .forEach(
            fact ->
                told.add(
                    new Told(
                        fact(fact, verdict.truth(), mark, net.truth()), fact.place().number())));
    if (mark.facts().isEmpty()) {
      told.add(new Told(text.say("mystery.mark.nothing"), 0));
    }
    if (!mark.alike().isEmpty()) {
      told.add(new Told(text.say("mystery.mark.alike", "names", alike(mark)), 0));
    }
    return told;
  }

  private String alike(Mark mark) {
    GuessWords words = new GuessWords(text);
    List<String> names =
        mark.alike().stream()
            .map(other -> words.item(mark.item(), other))
            .limit(MOST_ALIKE)
            .toList();
    int others = mark.alike().size() - names.size();
    return others == 0
        ? text.list(names)
        : text.say("mystery.mark.more", "names", String.join(", ", names), "count", others);
  }

  private String same(Mark mark, Verdict verdict) {
    GuessWords words = new GuessWords(text);
    return text.say(
        "mystery.mark.same",
        "guess",
        words.item(mark.item(), verdict.guess()),
        "truth",
        words.item(mark.item(), net.truth()));
  }

  private List<Told> wrong(Mark mark, Verdict verdict) {
    return mark.facts().stream()
        .limit(MOST_FACTS)
        .map(fact -> new Told(contradiction(fact, mark, verdict), fact.place().number()))
        .toList();
  }

  private String contradiction(Fact fact, Mark mark, Verdict verdict) {
    String measured = fact(fact, verdict.truth(), mark, net.truth());
    return mark.instead()
        .map(
            instead ->
                text.say(
                    "mystery.mark.instead",
                    "measured",
                    measured,
                    "guess",
                    new GuessWords(text).item(mark.item(), verdict.guess()),
                    "other",
                    fact(fact, instead, mark, net.truth().with(mark.item(), verdict.guess()))))
        .orElse(measured);
  }

  private String fact(Fact fact, Report seen, Mark mark, Composition made) {
    return new FactWords(text).of(fact, seen, mark.item(), net, made);
  }
}
