package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.experiment.LayerType;

/// What is written in an experiment and cannot be taken, to the word.
class RefusedExperimentsTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("bad.modescope.json");
  }

  @Test
  void smallExperimentItselfIsTaken() throws IOException {
    Files.writeString(file, ExperimentText.quoted(ExperimentText.SMALL));

    assertThat(ExperimentFile.read(file).network()).hasSize(2);
  }

  @Test
  void inputWithoutFeaturesIsTheNetsOwnToRefuse() throws IOException {
    Files.writeString(file, ExperimentText.with("/input", "{'values': [[], []]}"));

    assertThat(ExperimentFile.read(file).input().shape().toArray()).containsExactly(2, 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      useHeadersInDisplayName = true,
      textBlock =
          """
          changed | to | by | place | problem
          /format | | both | /format | missing; 'modescope-experiment/1' is required
          /format | 'modescope-experiment/2' | both | /format | found 'modescope-experiment/2'; 'modescope-experiment/1' is allowed
          /format | 1 | both | /format | found 1; 'modescope-experiment/1' is allowed
          /inptu | {} | both | /inptu | found an unknown key; did you mean “input”? allowed here are format, name, note, seed, generator, network, parameters, input, mode, grad, passes, training
          /a~1b~0c | {} | both | /a~1b~0c | found an unknown key; allowed here are format, name, note, seed, generator, network, parameters, input, mode, grad, passes, training
          /name | 7 | both | /name | found 7; text in double quotes is allowed
          /note | null | both | /note | found null; text in double quotes is allowed
          /seed | '1' | both | /seed | found '1'; a whole number from -9,223,372,036,854,775,808 to 18,446,744,073,709,551,615 is allowed
          /seed | 18446744073709551616 | both | /seed | Overflow when unpacking long: found 18446744073709551616; a whole number from -9,223,372,036,854,775,808 to 18,446,744,073,709,551,615 is allowed
          /seed | 1e300 | both | /seed | Overflow when unpacking long: found 1.0E300; a whole number from -9,223,372,036,854,775,808 to 18,446,744,073,709,551,615 is allowed
          /seed | -9223372036854775809 | both | /seed | Overflow when unpacking long: found -9223372036854775809; a whole number from -9,223,372,036,854,775,808 to 18,446,744,073,709,551,615 is allowed
          /input | {'shape': [2, 4], 'distribution': 'ones', 'seed': 1.5} | both | /input/seed | manual_seed expected a long, but got float: found 1.5; a whole number from -9,223,372,036,854,775,808 to 18,446,744,073,709,551,615 is allowed
          /generator | 'mkl' | both | /generator | found 'mkl'; 'pytorch' or 'pytorch-mkl' is allowed
          /mode | 'Train' | both | /mode | found 'Train'; did you mean “train”? 'train' or 'eval' is allowed
          /grad | 'nograd' | both | /grad | found 'nograd'; did you mean “no_grad”? 'grad', 'no_grad' or 'inference_mode' is allowed
          /passes | 0 | both | /passes | found 0; a whole number from 1 to 1,000,000 is allowed
          /passes | 1000001 | both | /passes | found 1000001; a whole number from 1 to 1,000,000 is allowed
          /passes | '10' | both | /passes | found '10'; a whole number from 1 to 1,000,000 is allowed
          /network | | both | /network | missing; a list of one or more layers is required
          /network | [] | both | /network | found an empty list; a list of one or more layers is allowed
          /network | {} | both | /network | found an object; a list of layers is allowed
          /network/0 | 'Linear' | both | /network/0 | found 'Linear'; an object in braces is allowed
          /network/0/type | | both | /network/0/type | missing; a layer type is required
          /network/0 | {'tpye': 'ReLU'} | both | /network/0/type | missing; there is “tpye”, did you mean that? a layer type is required
          /network/0/in_features | | both | /network/0/in_features | missing; a whole number from 1 to 2,147,483,647 is required
          /network/0/in_features | 'twenty' | both | /network/0/in_features | found 'twenty'; a whole number from 1 to 2,147,483,647 is allowed
          /network/0/in_features | 20.0 | reader | /network/0/in_features | found 20.0; a whole number from 1 to 2,147,483,647 is allowed
          /network/0/in_features | 0 | both | /network/0/in_features | found 0; a whole number from 1 to 2,147,483,647 is allowed
          /network/0/in_features | 2147483648 | both | /network/0/in_features | found 2147483648; a whole number from 1 to 2,147,483,647 is allowed
          /network/0/in_features | null | both | /network/0/in_features | found null; a whole number from 1 to 2,147,483,647 is allowed
          /network/0/bias | 1 | both | /network/0/bias | found 1; true or false is allowed
          /network/0/in_feature | 3 | both | /network/0/in_feature | found an unknown key; did you mean “in_features”? allowed here are type, name, in_features, out_features, bias, mode, requires_grad
          /network/0/mode | 'evaluation' | both | /network/0/mode | found 'evaluation'; did you mean “eval”? 'train' or 'eval' is allowed
          /network/0/requires_grad | 'no' | both | /network/0/requires_grad | found 'no'; true or false is allowed
          /network/0/name | '' | both | /network/0/name | found ''; a name of one or more characters without a dot is allowed
          /network/0/name | 'a.b' | both | /network/0/name | found 'a.b'; a name of one or more characters without a dot is allowed
          /network/1/name | 'fc1' | reader | /network/1/name | found a second layer called “fc1”; /network/0 is called so already, and each name is allowed once
          /network/1/momentum | 'x' | both | /network/1/momentum | found 'x'; a number, or null is allowed
          /network/1/eps | null | both | /network/1/eps | found null; a number from 0 to 1 is allowed
          /network/0 | {'type': 'Linear', 'in_features': 1000000000, 'out_features': 1000000000} | reader | /network/0/in_features | Linear 0 would take 4,000,000,004,000,000,000 bytes for its parameters; at most 4,294,967,296 are allowed
          /network/0 | {'type': 'Conv2d', 'in_channels': 1, 'out_channels': 1, 'kernel_size': [1, 2, 3]} | both | /network/0/kernel_size | found [1,2,3]; a whole number from 1 to 2,147,483,647, or two of them is allowed
          /network/0 | {'type': 'Conv2d', 'in_channels': 1, 'out_channels': 1, 'kernel_size': 3, 'padding': 'sam'} | both | /network/0/padding | found 'sam'; a whole number from 0 to 2,147,483,647, or two of them, or same or valid is allowed
          /network/0 | {'type': 'LayerNorm', 'normalized_shape': [2, 'x']} | both | /network/0/normalized_shape | found [2,'x']; a list of whole numbers from 1 to 2,147,483,647 is allowed
          /network/0 | {'type': 'GELU', 'approximate': 'exact'} | both | /network/0/approximate | found 'exact'; none or tanh is allowed
          /network/0 | {'type': 'LeakyReLU', 'negative_slope': '0.01'} | both | /network/0/negative_slope | found '0.01'; a number is allowed
          /network/0 | {'type': 'AdaptiveAvgPool2d', 'output_size': [-1, null]} | both | /network/0/output_size | found [-1,null]; a whole number from 0 to 2,147,483,647, or two of them, each of which may be null is allowed
          /network/0 | {'type': 'Sequential', 'layers': 3} | both | /network/0/layers | found 3; a list of layers is allowed
          /network/0 | {'type': 'Sequential', 'layers': [{'type': 'Dropout', 'p': 2}]} | both | /network/0/layers/0/p | found 2; a number from 0 to 1 is allowed
          /network/1 | {'type': 'Residual', 'body': [{'type': 'ReLU'}, {'type': 'Dropout', 'p': 'x'}]} | both | /network/1/body/1/p | found 'x'; a number from 0 to 1 is allowed
          /network/1 | {'type': 'Residual', 'body': [{'type': 'ReLU', 'name': 'a'}], 'shortcut': [{'type': 'ReLU', 'name': 'a'}]} | reader | /network/1/shortcut/0/name | found a second layer called “a”; /network/1/body/0 is called so already, and each name is allowed once
          /network/0 | {'type': 'Concat', 'branches': []} | both | /network/0/branches | found an empty list; one or more lists of layers is allowed
          /network/0 | {'type': 'Concat', 'branches': [{'type': 'ReLU'}]} | both | /network/0/branches/0 | found an object; a list of layers is allowed
          /network/0 | {'type': 'Concat', 'branches': [[], [{'type': 'Dropout', 'p': 2}]]} | both | /network/0/branches/1/0/p | found 2; a number from 0 to 1 is allowed
          /network/1 | {'type': 'Residual', 'body': [], 'activation': 'GELU'} | both | /network/1/activation | found 'GELU'; ReLU, or null is allowed
          /input | | both | /input | missing; what the net is given is required
          /input | [1] | both | /input | found [1]; an object with shape, values, safetensors, dataset or csv is allowed
          /input | {} | both | /input | found an object; an object with shape, values, safetensors, dataset or csv is allowed
          /input | {'shap': [1]} | both | /input | found an object; did you mean “shape”? an object with shape, values, safetensors, dataset or csv is allowed
          /input | {'shape': [2, 4], 'values': [1]} | both | /input | found both “shape” and “values”; an object with shape, values, safetensors, dataset or csv is allowed, only one of them
          /input | {'values': [1], 'seed': 1} | both | /input/seed | found an unknown key; allowed here are values
          /input | {'shape': [2, 4]} | both | /input/distribution | missing; 'normal', 'uniform', 'zeros' or 'ones' is required
          /input | {'shape': [2, 4], 'distribution': 'gaussian'} | both | /input/distribution | found 'gaussian'; 'normal', 'uniform', 'zeros' or 'ones' is allowed
          /input | {'shape': [], 'distribution': 'ones'} | both | /input/shape | found an empty list; a list of 1 to 8 sizes is allowed
          /input | {'shape': [1, -2], 'distribution': 'ones'} | both | /input/shape/1 | found -2; a whole number from 0 to 2,147,483,647 is allowed
          /input | {'shape': [100000, 100000], 'distribution': 'ones'} | reader | /input/shape | an input of 100000 × 100000 would take 40,000,000,000 bytes; at most 1,073,741,824 are allowed
          /input | {'values': 1} | both | /input/values | found 1; a list of numbers, or nested lists is allowed
          /input | {'values': [[1, 2], [3]]} | reader | /input/values/1 | found [3]; a list of 2 elements like the first one beside it is allowed
          /input | {'values': [[1, 2], 3]} | both | /input/values/1 | found 3; a list of 2 elements like the first one beside it is allowed
          /input | {'values': [1, [2]]} | both | /input/values/1 | found [2]; a number of 32 bits, or 'NaN', 'Infinity' or '-Infinity' is allowed
          /input | {'values': [[1, 'inf']]} | both | /input/values/0/1 | found 'inf'; a number of 32 bits, or 'NaN', 'Infinity' or '-Infinity' is allowed
          /input | {'values': [1e39]} | both | /input/values/0 | found 1.0E39; a number of 32 bits, or 'NaN', 'Infinity' or '-Infinity' is allowed
          /input | {'values': [[[[[[[[[1]]]]]]]]]} | both | /input/values | found lists nested 9 deep; at most 8 are allowed
          /input | {'dataset': 'digit'} | both | /input/dataset | found 'digit'; did you mean “digits”? 'digits' or 'iris' is allowed
          /input | {'dataset': 'iris', 'rows': [0, 151]} | reader | /input/rows/1 | found 151; a whole number from 0 to 150 is allowed
          /input | {'dataset': 'iris', 'rows': [3, 3]} | reader | /input/rows | rows must be a first row and the one after the last, within 0 to 150 of iris; found [3, 3]
          /input | {'dataset': 'iris', 'classes': [3]} | reader | /input/classes/0 | found 3; a whole number from 0 to 2 is allowed
          /input | {'dataset': 'iris', 'classes': []} | both | /input/classes | found an empty list; a list of one or more classes is allowed
          /input | {'dataset': 'iris', 'classes': 1} | both | /input/classes | found 1; a list of one or more classes is allowed
          /input | {'dataset': 'iris', 'classes': [1, 1]} | both | /input/classes | classes must be different classes of iris, from 0 to 2; found [1, 1]
          /input | {'dataset': 'iris', 'classes': [1], 'rows': [0, 51]} | reader | /input/rows/1 | found 51; a whole number from 0 to 50 is allowed
          /input | {'dataset': 'iris', 'rows': 32} | both | /input/rows | found 32; a list of a first row and the one after the last is allowed
          /input | {'dataset': 'iris', 'resize': [8, 8]} | reader | /input/resize | resize is for images; iris has none
          /input | {'dataset': 'digits', 'resize': [0, 8]} | both | /input/resize/0 | found 0; a whole number from 1 to 1,024 is allowed
          /input | {'dataset': 'digits', 'flatten': 'yes'} | both | /input/flatten | found 'yes'; true or false is allowed
          /training | [] | both | /training | found an empty list; an object in braces is allowed
          /training/optimiser | {} | both | /training/optimiser | found an unknown key; did you mean “optimizer”? allowed here are optimizer, loss, target, batch_size, epochs, shuffle, drop_last, accumulate, validation, forgotten, old_task
          /training/optimizer/type | 'Adagrad' | both | /training/optimizer/type | found 'Adagrad'; 'SGD', 'Adam' or 'AdamW' is allowed
          /training/optimizer/lr | -0.1 | both | /training/optimizer/lr | found -0.1; a number of at least 0 is allowed
          /training/optimizer/nesterov | true | both | /training/optimizer/nesterov | found true without a momentum; Nesterov momentum requires a momentum above 0
          /training/optimizer/betas | [0.9, 0.99] | both | /training/optimizer/betas | found an unknown key; allowed here are type, lr, momentum, weight_decay, nesterov
          /training/optimizer | {'type': 'Adam', 'betas': [0.9, 1]} | both | /training/optimizer/betas/1 | found 1; a number from 0 to below 1 is allowed
          /training/loss | 'MSE' | both | /training/loss | found 'MSE'; did you mean “MSELoss”? 'MSELoss', 'CrossEntropyLoss', 'BCEWithLogitsLoss', 'NLLLoss' or 'L1Loss' is allowed
          /training/batch_size | 0 | both | /training/batch_size | found 0; a whole number from 1 to 2,147,483,647 is allowed
          /training/epochs | 1000001 | both | /training/epochs | found 1000001; a whole number from 1 to 1,000,000 is allowed
          /training/shuffle | 0 | both | /training/shuffle | found 0; true or false is allowed
          /training/drop_last | 1 | both | /training/drop_last | found 1; true or false is allowed
          /training/accumulate | 0 | both | /training/accumulate | found 0; a whole number from 1 to 2,147,483,647 is allowed
          /training/forgotten | 'no_eval' | both | /training/forgotten | found 'no_eval'; a list of lines that the loop is made without: no_eval, no_train, no_zero_grad, total_plus_loss, no_no_grad, frozen_without_eval, train_undoes_eval is allowed
          /training/forgotten | ['no_evil'] | both | /training/forgotten/0 | found 'no_evil'; did you mean “no_eval”? 'no_eval', 'no_train', 'no_zero_grad', 'total_plus_loss', 'no_no_grad', 'frozen_without_eval' or 'train_undoes_eval' is allowed
          /training/old_task | {'input': {'dataset': 'iris'}, 'target': {'column': 'label'}} | both | /training/old_task/head | missing; a safetensors file with the state of the old task is required
          /training/target | | both | /training/target | missing; what an input may be, or {'column': …} is required
          /training/target | {'values': [[1], [2], [3]]} | reader | /training/target | target must have as many rows as the input, 2; found 3
          /training/target | {'column': 'label'} | reader | /training/target/column | target names a column, but the input is neither a dataset nor a csv
          /training/validation | {'input': {'dataset': 'iris'}, 'target': {'column': 'lable'}} | reader | /training/validation/target/column | column must be one of sepal_length, sepal_width, petal_length, petal_width, label; found “lable”
          /training/validation | {'input': {'dataset': 'iris'}} | both | /training/validation/target | missing; what an input may be, or {'column': …} is required
          """)
  void valueIsRefused(String changed, String to, String by, String place, String problem)
      throws IOException {
    String text = ExperimentText.with(changed, to == null ? "" : to);
    Files.writeString(file, text);

    assertRefused("%s, %s: %s".formatted(file, place, ExperimentText.quoted(problem)));
    assertThat(ExperimentSchemaTest.isValid(text)).isEqualTo(by.equals("reader"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Conv3d", "CELU", "GLU", "Mish", "MaxPool3d", "EmbeddingBag"})
  void layerThatPyTorchHasIsNoMisspelling(String type) throws IOException {
    Files.writeString(file, ExperimentText.with("/network/0/type", "'" + type + "'"));

    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> ExperimentFile.read(file))
        .withMessageNotContaining("did you mean");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Linaer | did you mean “Linear”?
          linear | did you mean “Linear”?
          BatchNorm | did you mean “BatchNorm1d”?
          Conv2D | did you mean “Conv2d”?
          dropout_2d | did you mean “Dropout2d”?
          LogSoftMax | did you mean “LogSoftmax”?
          """)
  void layerTypeIsGuessed(String type, String guess) throws IOException {
    Files.writeString(file, ExperimentText.with("/network/0/type", "'" + type + "'"));

    assertRefused(
        "%s, /network/0/type: found \"%s\"; %s one of %s is allowed"
            .formatted(
                file,
                type,
                guess,
                Arrays.stream(LayerType.values())
                    .map(LayerType::torchName)
                    .collect(Collectors.joining(", "))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'seed': 1, | line 1, column 12 | not JSON: the file ends too early; a bracket, brace or quote is not closed
          {'seed': 1 'name': 2} | line 1, column 12 | not JSON: found " where a comma or a closing bracket is expected
          {'seed': 1,} | line 1, column 12 | not JSON: found } where a key in double quotes is expected
          {'seed' 1} | line 1, column 9 | not JSON: found 1 where a colon is expected
          {'seed': } | line 1, column 10 | not JSON: found } where a value is expected
          {seed: 1} | line 1, column 2 | not JSON: found s where a key in double quotes is expected
          {'seed': True} | line 1, column 10 | not JSON: found True; text stands in double quotes, and there are true, false and null
          {'seed': NaN} | line 1, column 13 | not JSON: found NaN; JSON has no such number. Within values, write "NaN", "Infinity" or "-Infinity" in quotes
          {'seed': -Infinity} | line 1, column 19 | not JSON: found -Infinity; JSON has no such number. Within values, write "NaN", "Infinity" or "-Infinity" in quotes
          {'seed': 01} | line 1, column 11 | not JSON: a number begins with a zero too many
          {'seed': 1, 'seed': 2} | line 1, column 19 | the key “seed” is there twice
          {'seed': 1} {} | line 1, column 13 | not JSON: something follows the end of the object
          // no comments | line 1, column 1 | not JSON: found / where a value is expected
          {'name': 'a | line 1, column 12 | not JSON: the file ends too early; a bracket, brace or quote is not closed
          {'name': 'a\\qb'} | line 1, column 13 | not JSON: Unrecognized character escape 'q'
          hello | line 1, column 1 | not JSON: found hello; text stands in double quotes, and there are true, false and null
          """)
  void textIsNoJson(String text, String place, String problem) throws IOException {
    Files.writeString(file, ExperimentText.quoted(text));

    assertRefused("%s, %s: %s".formatted(file, place, problem));
  }

  @Test
  void emptyFileIsRefused() throws IOException {
    Files.writeString(file, " \n");

    assertRefused(file + ": the file is empty; a JSON object is expected");
  }

  @Test
  void listIsNoExperiment() throws IOException {
    Files.writeString(file, "[1]");

    assertRefused(file + ": found [1]; an object in braces is allowed");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws IOException {
    Files.write(file, new byte[] {'{', '\n', '"', (byte) 0xE9, '"'});

    assertRefused(
        file + ", line 2: byte 3 is 0xE9, which is not UTF-8; save the file as UTF-8 text");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    Files.writeString(file, "[".repeat(100_000));

    assertRefused(file + ": nested deeper than 100 levels");
  }

  @Test
  void absurdlyLongNumberIsRefused() throws IOException {
    Files.writeString(file, "{\"seed\": " + "1".repeat(5000) + "}");

    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> ExperimentFile.read(file))
        .withMessageEndingWith("a name, number or text is too long");
  }

  @Test
  void moreBracketsThanMemoryCouldHoldAreRefused() throws IOException {
    Files.writeString(file, "[" + "[],".repeat(3_000_000) + "[]]");

    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> ExperimentFile.read(file))
        .withMessageEndingWith(
            "more than 2,097,152 keys, values and brackets; large inputs belong in a safetensors or"
                + " CSV file");
  }

  @Test
  void hugeFileIsRefusedBeforeItIsRead() throws IOException {
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }

    assertRefused(
        file
            + ": found 1,099,511,627,776 bytes; at most 33,554,432 are allowed. Large inputs belong"
            + " in a safetensors or CSV file");
  }

  @Test
  void missingFileAndFolderAreRefused() {
    assertRefused(file + ": there is no such file");
    file = folder;
    assertRefused(folder + ": found a folder; a file is expected");
  }

  @Test
  void layerWhoseOutputWouldNotFitIsRefused() throws IOException {
    Files.writeString(
        file,
        ExperimentText.quoted(
            """
            {'format': 'modescope-experiment/1',
             'network': [{'type': 'Linear', 'in_features': 1, 'out_features': 500000}],
             'input': {'shape': [1000000, 1], 'distribution': 'ones'}}
            """));

    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> ExperimentFile.read(file))
        .withMessageStartingWith(file + ", /network/0: ")
        .withMessageContaining("2,000,000,000,000 bytes");
  }

  private void assertRefused(String message) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> ExperimentFile.read(file))
        .withMessage(message);
  }
}
