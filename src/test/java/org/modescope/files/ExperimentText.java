package org.modescope.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

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

  /// Something of everything that needs no other file.
  static final String RICH =
      """
      {'format': 'modescope-experiment/1', 'name': 'rich', 'note': 'much', 'seed': -7,
       'network': [{'type': 'Conv2d', 'in_channels': 1, 'out_channels': 4, 'kernel_size': [3, 3],
                    'padding': 'same', 'requires_grad': false},
                   {'type': 'BatchNorm2d', 'num_features': 4, 'momentum': null, 'mode': 'eval'},
                   {'type': 'Residual', 'name': 'block', 'activation': null,
                    'body': [{'type': 'Conv2d', 'in_channels': 4, 'out_channels': 4,
                              'kernel_size': 1, 'bias': false}],
                    'shortcut': [{'type': 'Sequential', 'layers': [{'type': 'Identity'}]}]},
                   {'type': 'MaxPool2d', 'kernel_size': 2, 'stride': null},
                   {'type': 'AdaptiveAvgPool2d', 'output_size': [1, null]},
                   {'type': 'Flatten'},
                   {'type': 'LayerNorm', 'normalized_shape': 16, 'eps': 0.001},
                   {'type': 'Softmax', 'dim': -1}],
       'input': {'dataset': 'digits', 'rows': [0, 32], 'resize': [8, 8], 'standardize': true},
       'mode': 'eval', 'grad': 'inference_mode', 'passes': 3,
       'training': {'optimizer': {'type': 'AdamW', 'lr': 0.01, 'betas': [0.8, 0.9], 'eps': 1e-6,
                                  'weight_decay': 0.1},
                    'loss': 'CrossEntropyLoss', 'target': {'column': 'label'}, 'batch_size': 8,
                    'epochs': 2, 'shuffle': true,
                    'validation': {'input': {'dataset': 'digits', 'rows': [32, 64]},
                                   'target': {'column': 'label'}}}}
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

  /// An experiment that does nothing to an input.
  static String withInput(String input) {
    return quoted(
            "{'format': 'modescope-experiment/1', 'network': [{'type': 'Identity'}], 'input': ")
        + input
        + "}";
  }

  /// JSON as it is written to files.
  static String pretty(JsonNode json) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrettyJson.write(json, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
