package org.modescope.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Damages JSON: its bytes, its words, or its tree, so that what comes out is JSON still.
final class JsonMutations {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Values at which something may break. Sizes that could just be had are missing: to draw so many
  /// numbers takes long, and breaks nothing.
  private static final List<String> EXTREMES =
      List.of(
          "0",
          "-0",
          "-1",
          "1",
          "2",
          "3",
          "255",
          "256",
          "65536",
          "100000",
          "1000000",
          "1000001",
          "3000000",
          "20000000",
          "50000000",
          "200000000",
          "2147483647",
          "2147483648",
          "-2147483648",
          "4294967296",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "1e9",
          "1e308",
          "1e-320",
          "1E+999",
          "0.5",
          "-0.0",
          "1.0000001",
          "123456789012345678901234567890",
          "0.1e1",
          "null",
          "true",
          "false",
          "\"\"",
          "\"\\u0000\"",
          "\"\\uD800\"",
          "\"..\"",
          "\"/\"",
          "\"../../etc/passwd\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "\"NaN\"",
          "NaN",
          "Infinity",
          "-Infinity",
          "\"🙂\"",
          "'a'",
          "01",
          "+1",
          ".5",
          "0x10");

  private static final int DEEPEST = 900;
  private static final int LONGEST_TEXT = 3000;

  private final List<String> words = new ArrayList<>(EXTREMES);

  /// @param words names that mean something in the format
  JsonMutations(List<String> words) {
    words.forEach(word -> this.words.add('"' + word + '"'));
  }

  byte[] mutate(byte[] file, SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> ByteMutations.mutate(file, random);
      case 1 -> TextMutations.mutate(new String(file, UTF_8), words, random).getBytes(UTF_8);
      default -> tree(file, random);
    };
  }

  /// Changes the tree; bytes that are no JSON any more are damaged further.
  byte[] tree(byte[] file, SplittableRandom random) {
    try {
      JsonNode tree = JSON.readTree(file);
      if (!tree.isContainerNode()) {
        return ByteMutations.mutate(file, random);
      }
      change(tree, random);
      return JSON.writeValueAsBytes(tree);
    } catch (IOException noJson) {
      return ByteMutations.mutate(file, random);
    }
  }

  private void change(JsonNode tree, SplittableRandom random) throws JsonProcessingException {
    List<JsonNode> parents = new ArrayList<>();
    collect(tree, parents);
    JsonNode other = TextMutations.one(parents, random).deepCopy();
    switch (TextMutations.one(parents, random)) {
      case ObjectNode object -> change(object, other, random);
      case ArrayNode array -> change(array, other, random);
      default -> throw new IllegalStateException("only containers are collected");
    }
  }

  private void change(ObjectNode object, JsonNode other, SplittableRandom random)
      throws JsonProcessingException {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    String key = keys.isEmpty() ? "" : TextMutations.one(keys, random);
    switch (random.nextInt(9)) {
      case 0 -> object.remove(key);
      case 1 -> object.set(key, other);
      case 2 -> object.set(key, value(random));
      case 3 -> object.set(key + "s", object.path(key).deepCopy());
      case 4 -> {
        String word = TextMutations.one(words, random);
        object.set(word.replace("\"", ""), value(random));
      }
      default -> object.set(key, nudged(object.path(key), random));
    }
  }

  /// A value that is much like another, so that it may well be allowed.
  private JsonNode nudged(JsonNode node, SplittableRandom random) throws JsonProcessingException {
    return switch (node.getNodeType()) {
      case NUMBER ->
          node.isIntegralNumber()
              ? JSON.getNodeFactory().numberNode(node.asLong() + random.nextInt(-3, 4))
              : JSON.getNodeFactory().numberNode(node.asDouble() * random.nextDouble());
      case BOOLEAN -> JSON.getNodeFactory().booleanNode(!node.asBoolean());
      case STRING -> JSON.readTree(TextMutations.one(words, random));
      default -> node;
    };
  }

  private void change(ArrayNode array, JsonNode other, SplittableRandom random)
      throws JsonProcessingException {
    int at = random.nextInt(array.size() + 1);
    switch (random.nextInt(5)) {
      case 0 -> array.remove(at);
      case 1 -> array.insert(at, other);
      case 2 -> array.insert(at, value(random));
      case 3 -> {
        if (at < array.size()) {
          array.set(at, value(random));
        }
      }
      default -> {
        List<JsonNode> again = new ArrayList<>();
        array.forEach(again::add);
        for (int times = random.nextInt(8); times > 0 && array.size() < 2000; times--) {
          again.forEach(element -> array.add(element.deepCopy()));
        }
      }
    }
  }

  private JsonNode value(SplittableRandom random) throws JsonProcessingException {
    if (random.nextInt(50) == 0) {
      JsonNode deep = JSON.getNodeFactory().numberNode(1);
      for (int depth = random.nextInt(DEEPEST); depth > 0; depth--) {
        deep = JSON.getNodeFactory().arrayNode().add(deep);
      }
      return deep;
    }
    try {
      return JSON.readTree(TextMutations.one(words, random));
    } catch (JsonProcessingException noJson) {
      return JSON.getNodeFactory().textNode("x".repeat(random.nextInt(LONGEST_TEXT)));
    }
  }

  private static void collect(JsonNode node, List<JsonNode> parents) {
    if (node.isContainerNode()) {
      parents.add(node);
      node.forEach(child -> collect(child, parents));
    }
  }
}
