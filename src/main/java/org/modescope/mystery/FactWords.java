package org.modescope.mystery;

import java.util.List;
import java.util.Optional;
import org.modescope.mystery.Report.Tracked;
import org.modescope.words.Numbers;
import org.modescope.words.Text;

/// What can be seen of a mystery net, in words: measured numbers, and no cause.
///
/// @param text the language
public record FactWords(Text text) {

  /// A fact as a report has it.
  ///
  /// @param item whom it is told about
  public String of(Fact fact, Report seen, Item item, MysteryNet net, Composition made) {
    return switch (fact) {
      case SHAPES -> shapes(item, net);
      case PARAMETERS -> parameters(seen, item, net, made);
      case ANSWERS -> answers(seen);
      case ZEROS -> text.say("mystery.fact.zeros", "share", numbers().percent(seen.zeros()));
      case STATISTICS -> statistics(seen.tracked());
      case BYTES -> bytes(seen.bytes());
      case BACKWARD -> backward(seen.backward().refusal());
      case ALONE -> alone(seen.alone().refusal());
      case COMPANY -> company(seen.company().moved());
      case LINE -> line(seen.course());
      case MIRROR -> mirror(seen.course());
      case LEVEL -> level(seen.course());
    };
  }

  /// That only one kind of layer changes sizes.
  private String shapes(Item item, MysteryNet net) {
    if (item instanceof Item.Layer(int place)) {
      Slot slot = net.slots().get(place);
      return text.say("mystery.fact.shapes", "in", slot.in(), "out", slot.out());
    }
    return "";
  }

  private String parameters(Report seen, Item item, MysteryNet net, Composition made) {
    if (!seen.tellsEach() || !(item instanceof Item.Layer(int place))) {
      return text.say("mystery.fact.parameters.total", "count", count(seen.total()));
    }
    Slot slot = net.slots().get(place);
    long count = seen.parameters().get(place);
    return switch (made.cards().get(place).kind()) {
      case LINEAR ->
          text.say(
              "mystery.fact.parameters.linear",
              "count",
              count(count),
              "in",
              slot.in(),
              "out",
              slot.out());
      case BATCH_NORM, BATCH_NORM_UNTRACKED, LAYER_NORM ->
          text.say("mystery.fact.parameters.norm", "count", count(count), "features", slot.in());
      case DROPOUT, FUNCTIONAL_DROPOUT, RELU, IDENTITY -> text.say("mystery.fact.parameters.none");
    };
  }

  /// Whether passes differ.
  public String answers(Report seen) {
    int passes = seen.output().passes();
    return seen.isIdentical()
        ? text.say("mystery.fact.identical", "passes", passes)
        : text.say("mystery.fact.varied", "passes", passes, "answers", seen.output().distinct());
  }

  private String statistics(List<Tracked> all) {
    return all.isEmpty()
        ? text.say("mystery.fact.statistics.none")
        : text.list(all.stream().map(this::tracked).toList());
  }

  /// One layer's running statistics.
  public String tracked(Tracked tracked) {
    return text.say(
        tracked.moved() ? "mystery.fact.statistics.moved" : "mystery.fact.statistics.still",
        "channels",
        tracked.channels(),
        "before",
        count(tracked.before()),
        "after",
        count(tracked.after()));
  }

  private String bytes(List<Long> bytes) {
    return bytes.getFirst() == 0
        ? text.say("mystery.fact.bytes.none")
        : text.say(
            "mystery.fact.bytes",
            "extra",
            numbers().bytes(bytes.getLast()),
            "packed",
            numbers().bytes(bytes.getFirst()));
  }

  /// What came of calling backward.
  public String backward(Optional<String> refusal) {
    return text.say(
        refusal.isEmpty() ? "mystery.fact.backward.works" : "mystery.fact.backward.refused");
  }

  /// What came of a batch of one.
  public String alone(Optional<String> refusal) {
    return text.say(
        refusal.isEmpty() ? "mystery.fact.alone.accepted" : "mystery.fact.alone.refused");
  }

  /// What other mates did to a row's answer.
  public String company(double moved) {
    return moved == 0
        ? text.say("mystery.fact.company.same")
        : text.say("mystery.fact.company.moved", "moved", numbers().figure(moved));
  }

  private String line(Course course) {
    return course.isStraight()
        ? text.say("mystery.fact.line.straight")
        : text.say("mystery.fact.line.bent", "off", numbers().percent(course.offLine()));
  }

  private String mirror(Course course) {
    return course.isMirrored()
        ? text.say("mystery.fact.mirror.mirrored")
        : text.say("mystery.fact.mirror.skewed", "off", numbers().percent(course.offMirror()));
  }

  private String level(Course course) {
    return text.say("mystery.fact.level", "growth", numbers().plain(course.growth()));
  }

  /// How the answers follow the rows, all three facts.
  public String course(Course course) {
    return text.list(List.of(line(course), mirror(course), level(course)));
  }

  private String count(long count) {
    return numbers().count(count);
  }

  private Numbers numbers() {
    return text.numbers();
  }
}
