package org.modescope.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.OptimizerSpec;

/// Optimizers as [OptimizerReader] reads them; `lr` is always written, since nobody should need to
/// look it up.
final class OptimizerWriter {
  private OptimizerWriter() {}

  static ObjectNode toJson(OptimizerSpec optimizer) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (optimizer) {
      case Training.Sgd sgd -> {
        json.put("type", OptimizerReader.Type.SGD.torchName()).put("lr", sgd.lr());
        putUnless(json, "momentum", sgd.momentum(), 0);
        putUnless(json, "weight_decay", sgd.weightDecay(), 0);
        if (sgd.nesterov()) {
          json.put("nesterov", true);
        }
      }
      case Training.Adam adam -> {
        json.put("type", OptimizerReader.Type.ADAM.torchName()).put("lr", adam.lr());
        putBetas(json, adam.beta1(), adam.beta2());
        putUnless(json, "eps", adam.eps(), OptimizerReader.EPSILON);
        putUnless(json, "weight_decay", adam.weightDecay(), 0);
      }
      case Training.AdamW adam -> {
        json.put("type", OptimizerReader.Type.ADAM_W.torchName()).put("lr", adam.lr());
        putBetas(json, adam.beta1(), adam.beta2());
        putUnless(json, "eps", adam.eps(), OptimizerReader.EPSILON);
        putUnless(json, "weight_decay", adam.weightDecay(), OptimizerReader.ADAM_W_DECAY);
      }
    }
    return json;
  }

  private static void putBetas(ObjectNode json, double first, double second) {
    if (first != OptimizerReader.BETA_1 || second != OptimizerReader.BETA_2) {
      json.putArray("betas").add(first).add(second);
    }
  }

  private static void putUnless(ObjectNode json, String key, double value, double defaultValue) {
    if (value != defaultValue) {
      json.put(key, value);
    }
  }
}
