package org.modescope.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/// The texts of small experiment files; keys and words stand in single quotes, for legibility.
final class ExperimentText {
  static final String SMALL =
      """
      {'format': 'modescope-experiment/1',
       'network': [{'type': 'Linear', 'name': 'fc1', 'in_features': 4, 'out_features': 2},
                   {'type': 'BatchNorm1d', 'name': 'bn1', 'num_features': 2}],
       'input': {'values': [[1, 2, 3, 4], [5, 6, 7, 9]]},
       'training': {'optimizer': {'type': 'SGD'}, 'loss': 'MSELoss',
                    'target': {'values': [[1], [2]]}}}
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private ExperimentText() {}

  /// A small experiment with one value replaced, or added, or taken out if nothing is given.
  ///
  /// @param pointer where, as a JSON pointer
  static String with(String pointer, String value) throws IOException {
    JsonNode json = JSON.readTree(quoted(SMALL));
    int last = pointer.lastIndexOf('/');
    String key = pointer.substring(last + 1).replace("~1", "/").replace("~0", "~");
    JsonNode parent = json.at(pointer.substring(0, last));
    if (value.isEmpty()) {
      ((ObjectNode) parent).remove(key);
    } else if (parent instanceof ObjectNode object) {
      object.set(key, JSON.readTree(quoted(value)));
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(key), JSON.readTree(quoted(value)));
    }
    return JSON.writeValueAsString(json);
  }

  static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
