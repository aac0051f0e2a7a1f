package org.modescope.lesson.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.modescope.files.InvalidFileException;
import org.modescope.files.NearMiss;
import org.modescope.words.Phrase;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A value in a lesson's YAML, and where it stands. What it cannot be read as is refused with its
/// line.
record YamlValue(Source source, int firstLine, Node node) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  int line() {
    return firstLine + node.getStartMark().map(Mark::getLine).orElse(0);
  }

  InvalidFileException refuse(String key, Object... values) {
    return source.refuse(line(), key, values);
  }

  InvalidFileException wants(Phrase wanted) {
    return refuse("lesson.file.wants", "found", shown(), "wanted", wanted);
  }

  private Phrase shown() {
    return node instanceof ScalarNode scalar
        ? Phrase.verbatim("“%s”".formatted(scalar.getValue()))
        : Phrase.of(
            node instanceof MappingNode ? "lesson.file.found.mapping" : "lesson.file.found.list");
  }

  /// Refuses a mapping with other keys than these, or with one twice.
  YamlValue only(List<String> keys) {
    Set<String> seen = new HashSet<>();
    for (NodeTuple entry : entries()) {
      YamlValue key = at(entry.getKeyNode());
      String name = key.text();
      if (!keys.contains(name)) {
        throw key.refuse(
            "lesson.file.unknown-key",
            "key",
            name,
            "hint",
            NearMiss.hint(name, keys),
            "keys",
            String.join(", ", keys));
      }
      if (!seen.add(name)) {
        throw key.refuse("lesson.file.twice", "key", name);
      }
    }
    return this;
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  Optional<YamlValue> optional(String key) {
    return entries().stream()
        .filter(entry -> at(entry.getKeyNode()).text().equals(key))
        .findFirst()
        .map(entry -> at(entry.getValueNode()));
  }

  YamlValue required(String key) {
    return optional(key).orElseThrow(() -> refuse("lesson.file.missing", "key", key));
  }

  private List<NodeTuple> entries() {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    throw wants(Phrase.of("lesson.file.wanted.mapping"));
  }

  List<YamlValue> elements() {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(this::at).toList();
    }
    throw wants(Phrase.of("lesson.file.wanted.list"));
  }

  /// The text of a single value, as it is written.
  String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw wants(Phrase.of("lesson.file.wanted.text"));
  }

  boolean flag() {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
      return Boolean.parseBoolean(scalar.getValue());
    }
    throw wants(Phrase.of("lesson.file.wanted.flag"));
  }

  int whole(int least, int most) {
    try {
      int number = Integer.parseInt(text());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      throw wants(Phrase.of("lesson.file.wanted.whole", "least", least, "most", most));
    }
    throw wants(Phrase.of("lesson.file.wanted.whole", "least", least, "most", most));
  }

  /// The same as an experiment file would have it.
  JsonNode json() {
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode list -> {
        ArrayNode array = JSON.arrayNode();
        list.getValue().forEach(element -> array.add(at(element).json()));
        yield array;
      }
      case MappingNode mapping -> {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
          object.set(at(entry.getKeyNode()).text(), at(entry.getValueNode()).json());
        }
        yield object;
      }
      default -> throw wants(Phrase.of("lesson.file.wanted.text"));
    };
  }

  private JsonNode scalar(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(scalar.getValue()));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(scalar.getValue());
    }
    return JSON.textNode(scalar.getValue());
  }

  /// A number of the kind that a JSON reader would make of it.
  private static JsonNode number(String written) {
    try {
      BigDecimal number = new BigDecimal(written);
      if (number.scale() > 0) {
        return JSON.numberNode(number.doubleValue());
      }
      long whole = number.longValueExact();
      return whole == (int) whole ? JSON.numberNode((int) whole) : JSON.numberNode(whole);
    } catch (ArithmeticException | NumberFormatException unusual) {
      return JSON.textNode(written);
    }
  }

  /// The values of a list of words, each one of some.
  <T> List<T> words(Function<String, Optional<T>> read, List<String> allowed) {
    List<T> found = new ArrayList<>();
    for (YamlValue element : elements()) {
      found.add(element.word(read, allowed));
    }
    return found;
  }

  <T> T word(Function<String, Optional<T>> read, List<String> allowed) {
    String word = text();
    return read.apply(word)
        .orElseThrow(
            () ->
                refuse(
                    "lesson.file.word",
                    "found",
                    word,
                    "hint",
                    NearMiss.hint(word, allowed),
                    "allowed",
                    String.join(", ", allowed)));
  }

  private YamlValue at(Node other) {
    return new YamlValue(source, firstLine, other);
  }
}
