package org.modescope.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.NumberType;
import org.modescope.words.Phrase;

/// Reads inputs and targets that are a tensor in a safetensors file.
///
/// @param folder where the files lie
record TensorReader(ExperimentFolder folder) {
  static final Map<ElementType, NumberType> TYPES =
      Collections.unmodifiableMap(
          new EnumMap<>(
              Map.of(
                  ElementType.F64, NumberType.DOUBLE,
                  ElementType.F32, NumberType.FLOAT,
                  ElementType.F16, NumberType.HALF,
                  ElementType.BF16, NumberType.BFLOAT16,
                  ElementType.I64, NumberType.LONG,
                  ElementType.U8, NumberType.BYTE)));

  InputSpec read(JsonObject object) throws IOException {
    JsonValue name = object.required("safetensors", Phrase.of("file.allowed.safetensors"));
    JsonValue tensor = object.required("tensor", Phrase.of("file.allowed.tensor"));
    try (Safetensors tensors = open(name)) {
      Safetensors.Entry entry = tensors.entries().get(tensor.text());
      if (entry == null) {
        throw noTensor(tensor, tensors);
      }
      Shape shape = entry.shape();
      NumberType type = type(tensor, entry);
      // Before its values are loaded.
      object.make(() -> new InputSpec.Drawn(shape, Distribution.ZEROS, 0));
      long bytes = Math.max(1, shape.elements() * entry.type().bytes());
      float[] values =
          tensors.floats(tensor.text(), loaded -> folder.watch().check((double) loaded / bytes));
      return new InputSpec.FromSafetensors(name.text(), tensor.text(), shape, type, values);
    }
  }

  private Safetensors open(JsonValue name) throws IOException {
    Path file = folder.resolve(name);
    try {
      return Safetensors.open(file);
    } catch (InvalidFileException invalid) {
      throw name.place().invalid(invalid);
    }
  }

  private static InvalidFileException noTensor(JsonValue tensor, Safetensors tensors) {
    Phrase names = Excerpt.of(tensors.entries().keySet().stream().map(Phrase::verbatim).toList());
    return tensor.refuse(
        JsonValue.hinted(
            NearMiss.hint(tensor.text(), tensors.entries().keySet()),
            Phrase.of("file.allowed.one-of", "names", names)));
  }

  private static NumberType type(JsonValue tensor, Safetensors.Entry entry) {
    int axes = entry.shape().rank();
    if (axes < 1 || axes > InputReader.MAXIMUM_RANK) {
      throw tensor
          .place()
          .invalid(
              Phrase.of("file.experiment.axes", "axes", axes, "most", InputReader.MAXIMUM_RANK));
    }
    NumberType type = TYPES.get(entry.type());
    if (type == null) {
      throw tensor
          .place()
          .invalid(
              Phrase.of(
                  "file.experiment.type",
                  "type",
                  entry.type().toString(),
                  "types",
                  TYPES.keySet().toString()));
    }
    return type;
  }
}
