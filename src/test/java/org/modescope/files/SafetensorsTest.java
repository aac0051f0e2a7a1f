package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Loading;
import org.modescope.experiment.StateLayout;
import org.modescope.nn.Mode;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;
import org.modescope.preset.Presets;
import org.modescope.preset.ResNet18;
import org.modescope.run.NetworkBuilder;

class SafetensorsTest {
  @TempDir private Path folder;

  @Test
  void stateComesBackAsItWasWritten() throws IOException {
    Path file = folder.resolve("state.safetensors");
    try (Sequential net = NetworkBuilder.build(Presets.simpleNet().network(), Mode.TRAIN, 7)) {
      StateDict state = net.state();

      StateFile.write(file, state);

      assertThat(StateFile.read(file, state)).usingRecursiveComparison().isEqualTo(state);
    }
  }

  @Test
  void torchvisionsStateOfResNet18Loads() throws IOException {
    Path file = folder.resolve("resnet18.safetensors");
    try (Sequential torchvision =
            NetworkBuilder.build(
                ResNet18.layers(1000, ResNet18.Backbone.TRAINABLE), Mode.TRAIN, 1);
        Sequential net =
            NetworkBuilder.build(ResNet18.layers(1000, ResNet18.Backbone.FROZEN), Mode.TRAIN, 2)) {
      StateFile.write(file, torchvision.state());

      net.load(StateFile.read(file, net.state()));

      StateDict loaded = net.state();
      torchvision
          .state()
          .entries()
          .forEach((key, entry) -> assertThat(isSame(entry, loaded, key)).as(key).isTrue());
      assertThat(net.state().entries().keySet())
          .contains(
              "conv1.weight",
              "layer1.0.conv1.weight",
              "layer2.0.downsample.0.weight",
              "layer2.0.downsample.1.num_batches_tracked",
              "fc.bias");
    }
  }

  @Test
  void everyElementTypeIsReadAsFloats() throws IOException {
    ByteBuffer values = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    values.putDouble(1.5).putFloat(-2.25f).putShort(Float.floatToFloat16(0.5f));
    values.putShort((short) (Float.floatToRawIntBits(3) >>> 16)).putLong(42);
    Path file =
        file(
            """
            {"f64":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},
             "f32":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},
             "f16":{"dtype":"F16","shape":[1],"data_offsets":[12,14]},
             "bf16":{"dtype":"BF16","shape":[1],"data_offsets":[14,16]},
             "i64":{"dtype":"I64","shape":[],"data_offsets":[16,24]},
             "__metadata__":{"format":"pt"}}\
            """,
            values.array());

    try (Safetensors tensors = Safetensors.open(file)) {
      assertThat(tensors.floats("f64")).containsExactly(1.5f);
      assertThat(tensors.floats("f32")).containsExactly(-2.25f);
      assertThat(tensors.floats("f16")).containsExactly(0.5f);
      assertThat(tensors.floats("bf16")).containsExactly(3f);
      assertThat(tensors.integer("i64")).isEqualTo(42);
      assertThat(tensors.entries().keySet()).containsExactly("f64", "f32", "f16", "bf16", "i64");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}}|takes 8 bytes; data_offsets span 4",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}}|two offsets from 0 to 8, the first"
            + " not after the second; found [4, 12]; the file ends 4 bytes too early",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[-4,4]}}|two offsets from 0 to 8",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,0]}}|the first not after the second",
        "{'a':{'dtype':'C64','shape':[1],'data_offsets':[0,8]}}|dtype must be one of F64, F32, F16,"
            + " BF16, I64, I32, I16, I8, U8, BOOL",
        "{'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}}|shape has a size of -1",
        "{'a':{'dtype':'F32','shape':[1.5],'data_offsets':[0,4]}}|must be a list of whole numbers",
        "{'a':{'dtype':'F32','shape':[2000000000,2000000000,2000000000],'data_offsets':[0,4]}}|too"
            + " large",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}|overlap"
            + " those of “a”",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}|tensor"
            + " “a”: there are two tensors of this name",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}|bytes 4 to 8 after it belong to no"
            + " tensor",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}|bytes 0 to 4 after it belong to no"
            + " tensor",
        "{}|bytes 0 to 8 after it belong to no tensor",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[0],'data_offsets':[4,4]}}|overlap"
            + " those of “a”",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4],'x':1}}|unknown key “x”; dtype, shape"
            + " and data_offsets are allowed",
        "{'a':{'dtype':'F32','shape':[1],'shape':[1],'data_offsets':[0,4]}}|found shape twice",
        "{'a':{'dtype':'F32','data_offsets':[0,4]}}|dtype, shape and data_offsets must all be"
            + " there",
        "{'a':{'dtype':'F4','shape':[8],'data_offsets':[0,8]}}|BOOL; found “F4”",
        "{'a':{'dtype':32,'shape':[2],'data_offsets':[0,8]}}|BOOL; found “32”",
        "{'a':{'dtype':'F32','shape':{'x':2},'data_offsets':[0,8]}}|shape must be a list of whole"
            + " numbers; found “{”",
        "{'a':{'dtype':'F32','shape':[[2]],'data_offsets':[0,8]}}|shape must be a list of whole"
            + " numbers; found “[”",
        "{'a':{'dtype':'F32','shape':[99999999999999999999],'data_offsets':[0,8]}}|found"
            + " “99999999999999999999”",
        "{'a':{'dtype':'F32','shape':[4294967298],'data_offsets':[0,8]}}|shape has a size of"
            + " 4,294,967,298; 0 to 2,147,483,647 are allowed",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,9223372036854775807]}}|two offsets from"
            + " 0 to 8",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8,8]}}|two offsets from 0 to 8",
        "{'__metadata__':{'a':1}}|__metadata__: expected an object of texts",
        "{'__metadata__':{'a':{}}}|__metadata__: expected an object of texts",
        "{'a':7}|expected an object with dtype",
        "[1]|expected a JSON object",
        "{'a'|not well-formed JSON",
        "{} {}|found more than one JSON object",
      })
  void malformedHeaderIsRefused(String header, String problem) throws IOException {
    Path file = file(header.replace('\'', '"'), new byte[8]);

    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> Safetensors.open(file))
        .withMessageContaining(file.toString())
        .withMessageContaining(problem);
  }

  @Test
  void truncatedAndAbsurdLengthsAreRefused() throws IOException {
    Path truncated = Files.write(folder.resolve("short"), new byte[] {1, 2, 3});
    Path absurd =
        Files.write(
            folder.resolve("absurd"),
            ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(1L << 60).array());

    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> Safetensors.open(truncated))
        .withMessageContaining("too short");
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> Safetensors.open(absurd))
        .withMessageContaining("header’s length is given as 1,152,921,504,606,846,976 bytes");
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> Safetensors.open(folder))
        .withMessageContaining("found a folder; a file is expected");
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> Safetensors.open(folder.resolve("none")))
        .withMessageContaining("there is no such file");
  }

  @Test
  void lengthsAreUnsigned() throws IOException {
    byte[] longest = {-1, -1, -1, -1, -1, -1, -1, -1, 0};

    assertRefused(Files.write(folder.resolve("longest"), longest))
        .withMessageContaining("18,446,744,073,709,551,615 bytes");
  }

  @Test
  void whatTorchSaveWritesIsRecognisedAndConvertedByTwoLines() throws IOException {
    for (byte[] content : List.of(TorchFiles.state(), TorchFiles.legacyPickle())) {
      assertRefused(Files.write(folder.resolve("state.pt"), content))
          .withMessageContaining("this is what torch.save or torch.jit.save writes")
          .withMessageContaining("import torch, safetensors.torch")
          .withMessageContaining(
              "safetensors.torch.save_file(torch.load(\"state.pt\", map_location=\"cpu\","
                  + " weights_only=True), \"state.safetensors\")");
    }
  }

  @Test
  void programInAnArchiveIsLoadedAsOneBeforeItsStateIsTaken() throws IOException {
    assertRefused(Files.write(folder.resolve("state.pt"), TorchFiles.script()))
        .withMessageContaining(
            "safetensors.torch.save_file(torch.jit.load(\"state.pt\","
                + " map_location=\"cpu\").state_dict(), \"state.safetensors\")");
  }

  @Test
  void lengthThatBeginsAsAPickleIsALength() throws IOException {
    byte[] header = ("{}" + " ".repeat(638)).getBytes(StandardCharsets.UTF_8);
    byte[] file =
        ByteBuffer.allocate(648).order(ByteOrder.LITTLE_ENDIAN).putLong(640).put(header).array();

    try (Safetensors read = Safetensors.open(Files.write(folder.resolve("empty"), file))) {
      assertThat(read.entries()).isEmpty();
    }
  }

  @Test
  void nestingManyAxesAndLongNamesAreRefused() throws IOException {
    String deep = "{\"a\":" + "[".repeat(1_000_000);
    String deepMetadata = "{\"__metadata__\":" + "{\"a\":".repeat(1_000_000);
    String axes =
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[" + "1,".repeat(64) + "1],\"data_offsets\":[0,4]}}";
    String name = "{\"" + "x".repeat(1_000_000) + "\":{}}";

    assertRefused(file(deep, new byte[0])).withMessageContaining("expected an object with dtype");
    assertRefused(file(deepMetadata, new byte[0])).withMessageContaining("an object of texts");
    assertRefused(file(axes, new byte[4]))
        .withMessageContaining("tensor “a”: shape has more than 64 numbers");
    assertRefused(file(name, new byte[0])).withMessageContaining("exceeds the maximum allowed");
  }

  @Test
  void headerMustBeUtf8() throws IOException {
    byte[] header = "{\"é\":7}".getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer buffer = ByteBuffer.allocate(8 + header.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(header.length).put(header);
    Path file = Files.write(folder.resolve("latin"), buffer.array());

    assertRefused(file).withMessageContaining("header: found bytes that are not UTF-8");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no holes there by default")
  void onlyWhatIsAskedForIsLoaded() throws IOException {
    long large = 1L << 40;
    Path file =
        file(
            """
            {"small":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},
             "large":{"dtype":"F32","shape":[524288,524288],"data_offsets":[8,1099511627784]}}\
            """,
            new byte[] {0, 0, -128, 63, 0, 0, 0, 64});
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(sparse.length() + large);
    }

    try (Safetensors tensors = Safetensors.open(file)) {
      assertThat(tensors.floats("small")).containsExactly(1, 2);
      assertThatExceptionOfType(InvalidFileException.class)
          .isThrownBy(() -> tensors.floats("large"))
          .withMessageContaining(
              "tensor “large”: found a tensor of 274,877,906,944 elements; at most 2,147,483,639");
    }
  }

  /// The values are PyTorch 1.13's, of `load_state_dict` into a `BatchNorm1d`.
  @ParameterizedTest
  @CsvSource({
    "I64,7,7",
    "I32,-3,-3",
    "I16,-3,-3",
    "I8,-3,-3",
    "U8,200,200",
    "BOOL,1,1",
    "F64,2.7,2",
    "F32,-2.7,-2",
    "F32,NaN,-9223372036854775808",
    "F64,1e30,-9223372036854775808",
    "F16,2.5,2",
    "BF16,2.5,2"
  })
  void counterIsConverted(String type, double value, long counter) throws IOException {
    Path file = file(header("n", type, ""), bytes(type, value));

    assertThat(StateFile.read(file, counter("n", 5)).counter("n")).isEqualTo(counter);
  }

  /// The values are PyTorch 1.13's.
  @ParameterizedTest
  @CsvSource({
    "I64,9007199254740992,9007199254740992",
    "I32,16777217,16777216",
    "U8,200,200",
    "I8,-3,-3",
    "BOOL,1,1",
    "F64,0.1,0.1",
    "F64,1e300,Infinity"
  })
  void parametersAndBuffersAreConverted(String type, double value, float loaded)
      throws IOException {
    Path file = file(header("w", type, "1"), bytes(type, value));
    LinkedHashMap<String, StateDict.Entry> net = new LinkedHashMap<>();
    net.put("w", new StateDict.Floats(Shape.of(1), new float[1]));

    assertThat(StateFile.read(file, new StateDict(net)).floats("w", Shape.of(1)))
        .containsExactly(loaded);
  }

  @Test
  void missingCounterIsZero() throws IOException {
    Path file = file(header("w", "F32", "1"), new byte[4]);
    LinkedHashMap<String, StateDict.Entry> net = new LinkedHashMap<>();
    net.put("w", new StateDict.Floats(Shape.of(1), new float[1]));
    net.put("n", new StateDict.Counter(5));

    assertThat(StateFile.read(file, new StateDict(net)).counter("n")).isZero();
  }

  @Test
  void counterIsTheFirstOfAListAndNothingOfAnotherShape() throws IOException {
    Path file =
        file(
            """
            {"two":{"dtype":"I64","shape":[2],"data_offsets":[0,16]},
             "square":{"dtype":"I64","shape":[1,1],"data_offsets":[16,24]},
             "none":{"dtype":"I64","shape":[0],"data_offsets":[24,24]}}\
            """,
            ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putLong(Long.MIN_VALUE).array());

    try (Safetensors tensors = Safetensors.open(file)) {
      assertThat(tensors.integer("two")).isEqualTo(Long.MIN_VALUE);
      for (String wrong : List.of("square", "none")) {
        assertThatExceptionOfType(InvalidFileException.class)
            .isThrownBy(() -> tensors.integer(wrong))
            .withMessageContaining("expected a scalar");
      }
    }
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> StateFile.read(file, counter("square", 0)))
        .withMessageContaining(
            "size mismatch for square: copying a param with shape torch.Size([1, 1])");
  }

  @Test
  void readingTellsHowFarItIsAndCanBeEnded() throws IOException {
    Path file = folder.resolve("large.safetensors");
    Shape shape = Shape.of(3 << 20);
    LinkedHashMap<String, StateDict.Entry> large = new LinkedHashMap<>();
    large.put("w", new StateDict.Floats(shape, new float[3 << 20]));
    StateFile.write(file, new StateDict(large));
    StateLayout layout =
        new StateLayout(new LinkedHashMap<>(Map.of("w", new StateLayout.Floats(shape))));
    List<Long> told = new ArrayList<>();

    StateFile.read(file, layout, Loading.STRICT, (bytes, of) -> told.add(100 * bytes / of));

    assertThat(told).containsExactly(0L, 33L, 66L, 100L);
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () ->
                StateFile.read(
                    file,
                    layout,
                    Loading.STRICT,
                    (bytes, _) -> {
                      if (bytes > 0) {
                        throw new CancellationException();
                      }
                    }));
  }

  @Test
  void stateThatDoesNotFitListsEveryKey() throws IOException {
    Path file = folder.resolve("other.safetensors");
    LinkedHashMap<String, StateDict.Entry> other = new LinkedHashMap<>();
    other.put("fc1.weight", new StateDict.Floats(Shape.of(2, 2), new float[4]));
    other.put("fc9.weight", new StateDict.Floats(Shape.of(1), new float[1]));
    StateFile.write(file, new StateDict(other));
    try (Sequential net = NetworkBuilder.build(Presets.simpleNet().network(), Mode.TRAIN, 7)) {

      assertThatExceptionOfType(InvalidFileException.class)
          .isThrownBy(() -> StateFile.read(file, net.state()))
          .withMessageContaining(
              "size mismatch for fc1.weight: copying a param with shape torch.Size([2, 2]) from"
                  + " checkpoint, the shape in current model is torch.Size([20, 10]).")
          .withMessageContaining("\"bn1.running_mean\"")
          .withMessageContaining("Unexpected key(s) in state_dict: \"fc9.weight\".");
    }
  }

  @Test
  void misnamedKeysAreRecognised() throws IOException {
    Path file = folder.resolve("wrapped.safetensors");
    LinkedHashMap<String, StateDict.Entry> other = new LinkedHashMap<>();
    other.put("module.fc1.weight", new StateDict.Floats(Shape.of(1), new float[1]));
    other.put("bn1.runing_mean", new StateDict.Floats(Shape.of(1), new float[1]));
    other.put("fc1.bias", new StateDict.Counter(1));
    StateFile.write(file, new StateDict(other));
    try (Sequential net = NetworkBuilder.build(Presets.simpleNet().network(), Mode.TRAIN, 7)) {

      assertThatExceptionOfType(InvalidFileException.class)
          .isThrownBy(() -> StateFile.read(file, net.state()))
          .withMessageContaining("did you mean fc1.weight by module.fc1.weight?")
          .withMessageContaining("did you mean bn1.running_mean by bn1.runing_mean?")
          .withMessageNotContaining("\"bn1.num_batches_tracked\"");
    }
  }

  @Test
  void longListsOfKeysAreCutShort() throws IOException {
    LinkedHashMap<String, StateDict.Entry> found = new LinkedHashMap<>();
    LinkedHashMap<String, StateDict.Entry> net = new LinkedHashMap<>();
    for (int i = 0; i < 1000; i++) {
      found.put(String.format(Locale.ROOT, "found%d", i), new StateDict.Counter(i));
      net.put(
          String.format(Locale.ROOT, "wanted%d", i),
          new StateDict.Floats(Shape.of(1), new float[1]));
    }
    Path file = folder.resolve("many.safetensors");
    StateFile.write(file, new StateDict(found));

    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> StateFile.read(file, new StateDict(net)))
        .withMessageContaining(
            "\"wanted19\", 980 more. Unexpected key(s) in state_dict: \"found0\"")
        .withMessageContaining("\"found19\", 980 more.");
  }

  private static ThrowableAssertAlternative<InvalidFileException> assertRefused(Path file) {
    return assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> Safetensors.open(file))
        .withMessageContaining(file.toString());
  }

  /// Compared by hand: a recursive comparison would box eleven million floats.
  private static boolean isSame(StateDict.Entry entry, StateDict loaded, String key) {
    return switch (entry) {
      case StateDict.Floats floats ->
          Arrays.equals(floats.values(), loaded.floats(key, floats.shape()));
      case StateDict.Counter(long value) -> value == loaded.counter(key);
    };
  }

  private static StateDict counter(String key, long value) {
    LinkedHashMap<String, StateDict.Entry> net = new LinkedHashMap<>();
    net.put(key, new StateDict.Counter(value));
    return new StateDict(net);
  }

  private static String header(String name, String type, String sizes) {
    return "{\"%s\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[0,%s]}}"
        .formatted(name, type, sizes, bytes(type, 0).length);
  }

  private static byte[] bytes(String type, double value) {
    ByteBuffer buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    switch (type) {
      case "F64" -> buffer.putDouble(value);
      case "F32" -> buffer.putFloat((float) value);
      case "F16" -> buffer.putShort(Float.floatToFloat16((float) value));
      case "BF16" -> buffer.putShort((short) (Float.floatToRawIntBits((float) value) >>> 16));
      case "I64" -> buffer.putLong((long) value);
      case "I32" -> buffer.putInt((int) value);
      case "I16" -> buffer.putShort((short) value);
      default -> buffer.put((byte) value);
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private Path file(String header, byte[] values) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer =
        ByteBuffer.allocate(8 + json.length + values.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(json.length).put(json).put(values);
    return Files.write(folder.resolve("made.safetensors"), buffer.array());
  }
}
