package org.modescope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Grid;
import org.modescope.autograd.PaddingCount;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Target;
import org.modescope.autograd.TorchException;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.Resizing;
import org.modescope.experiment.Windows;
import org.modescope.nn.AdaptiveAvgPool1d;
import org.modescope.nn.AdaptiveAvgPool2d;
import org.modescope.nn.AdaptiveMaxPool2d;
import org.modescope.nn.AlphaDropout;
import org.modescope.nn.AvgPool1d;
import org.modescope.nn.AvgPool2d;
import org.modescope.nn.BatchNorm.Affine;
import org.modescope.nn.BatchNorm.Tracking;
import org.modescope.nn.BatchNorm1d;
import org.modescope.nn.BatchNorm2d;
import org.modescope.nn.BatchNorm3d;
import org.modescope.nn.Concat;
import org.modescope.nn.Conv1d;
import org.modescope.nn.Conv2d;
import org.modescope.nn.ConvTranspose2d;
import org.modescope.nn.Dropout;
import org.modescope.nn.Dropout1d;
import org.modescope.nn.Dropout2d;
import org.modescope.nn.Dropout3d;
import org.modescope.nn.ELU;
import org.modescope.nn.Embedding;
import org.modescope.nn.FeatureAlphaDropout;
import org.modescope.nn.Flatten;
import org.modescope.nn.FunctionalDropout;
import org.modescope.nn.GELU;
import org.modescope.nn.GroupNorm;
import org.modescope.nn.Hardswish;
import org.modescope.nn.Identity;
import org.modescope.nn.InitialValues;
import org.modescope.nn.InstanceNorm1d;
import org.modescope.nn.InstanceNorm2d;
import org.modescope.nn.Layer;
import org.modescope.nn.LayerNorm;
import org.modescope.nn.LeakyReLU;
import org.modescope.nn.Linear;
import org.modescope.nn.LogSoftmax;
import org.modescope.nn.MaxPool1d;
import org.modescope.nn.MaxPool2d;
import org.modescope.nn.PReLU;
import org.modescope.nn.Pair;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Permute;
import org.modescope.nn.RReLU;
import org.modescope.nn.ReLU;
import org.modescope.nn.ReLU6;
import org.modescope.nn.Residual;
import org.modescope.nn.SELU;
import org.modescope.nn.Sequential;
import org.modescope.nn.SiLU;
import org.modescope.nn.Sigmoid;
import org.modescope.nn.Softmax;
import org.modescope.nn.Softplus;
import org.modescope.nn.Tanh;
import org.modescope.nn.Upsample;
import org.modescope.nn.View;
import org.modescope.nn.WindowedMap;

/// Makes layers from their descriptions, each in the mode and with the gradients that it has by
/// itself.
///
/// @param initial what parameters begin with
record LayerMaker(InitialValues initial) {

  /// Layers that follow one another; all of them or none.
  ///
  /// @param prefix what their paths begin with
  /// @throws PassRefusedException if one of them refuses its arguments, as PyTorch would
  List<Layer> layers(List<LayerSpec> specs, String prefix) {
    List<Layer> layers = new ArrayList<>();
    for (LayerSpec spec : specs) {
      String path = prefix + spec.name();
      try {
        layers.add(layer(spec, path));
      } catch (TorchException refused) {
        layers.forEach(Layer::close);
        throw new PassRefusedException(path, refused);
      } catch (RuntimeException | Error failedInside) {
        layers.forEach(Layer::close);
        throw failedInside;
      }
    }
    return layers;
  }

  private Layer layer(LayerSpec layer, String path) {
    return switch (layer.type()) {
      case LINEAR ->
          new Linear(
              path,
              layer.integer("in_features"),
              layer.integer("out_features"),
              layer.flag("bias"),
              initial);
      case CONV_1D ->
          new Conv1d(
              path,
              layer.integer("in_channels"),
              layer.integer("out_channels"),
              convolution(layer),
              layer.flag("bias"),
              initial);
      case CONV_2D ->
          new Conv2d(
              path,
              layer.integer("in_channels"),
              layer.integer("out_channels"),
              convolution(layer),
              layer.flag("bias"),
              initial);
      case CONV_TRANSPOSE_2D ->
          new ConvTranspose2d(
              path,
              layer.integer("in_channels"),
              layer.integer("out_channels"),
              Windows.of(layer),
              layer.pair("output_padding").orElseThrow(),
              layer.integer("groups"),
              layer.flag("bias"),
              initial);
      case UPSAMPLE -> new Upsample(path, Resizing.of(layer));
      case BATCH_NORM_1D ->
          new BatchNorm1d(
              path,
              layer.integer("num_features"),
              layer.number("eps"),
              layer.numberOrNone("momentum"),
              affine(layer, "affine"),
              tracking(layer));
      case BATCH_NORM_2D ->
          new BatchNorm2d(
              path,
              layer.integer("num_features"),
              layer.number("eps"),
              layer.numberOrNone("momentum"),
              affine(layer, "affine"),
              tracking(layer));
      case BATCH_NORM_3D ->
          new BatchNorm3d(
              path,
              layer.integer("num_features"),
              layer.number("eps"),
              layer.numberOrNone("momentum"),
              affine(layer, "affine"),
              tracking(layer));
      case LAYER_NORM ->
          new LayerNorm(
              path,
              shape(layer.sizes("normalized_shape")),
              layer.number("eps"),
              affine(layer, "elementwise_affine"));
      case GROUP_NORM ->
          new GroupNorm(
              path,
              layer.integer("num_groups"),
              layer.integer("num_channels"),
              layer.number("eps"),
              affine(layer, "affine"));
      case INSTANCE_NORM_1D ->
          new InstanceNorm1d(
              path,
              layer.integer("num_features"),
              layer.number("eps"),
              layer.numberOrNone("momentum"),
              affine(layer, "affine"),
              tracking(layer));
      case INSTANCE_NORM_2D ->
          new InstanceNorm2d(
              path,
              layer.integer("num_features"),
              layer.number("eps"),
              layer.numberOrNone("momentum"),
              affine(layer, "affine"),
              tracking(layer));
      case DROPOUT -> new Dropout(path, layer.number("p"), target(layer));
      case DROPOUT_1D -> new Dropout1d(path, layer.number("p"), target(layer));
      case DROPOUT_2D -> new Dropout2d(path, layer.number("p"), target(layer));
      case DROPOUT_3D -> new Dropout3d(path, layer.number("p"), target(layer));
      case FEATURE_ALPHA_DROPOUT -> new FeatureAlphaDropout(path, layer.number("p"));
      case ALPHA_DROPOUT -> new AlphaDropout(path, layer.number("p"));
      case FUNCTIONAL_DROPOUT -> new FunctionalDropout(path, layer.number("p"));
      case RELU -> new ReLU(path, target(layer));
      case RELU_6 -> new ReLU6(path, target(layer));
      case PRELU -> new PReLU(path, layer.integer("num_parameters"), layer.number("init"));
      case ELU -> new ELU(path, layer.number("alpha"), target(layer));
      case SELU -> new SELU(path, target(layer));
      case HARDSWISH -> new Hardswish(path, target(layer));
      case SOFTPLUS -> new Softplus(path, layer.number("beta"), layer.number("threshold"));
      case LEAKY_RELU -> new LeakyReLU(path, layer.number("negative_slope"), target(layer));
      case RRELU -> new RReLU(path, layer.number("lower"), layer.number("upper"), target(layer));
      case GELU ->
          new GELU(
              path,
              layer.word("approximate").equals(Optional.of("tanh"))
                  ? GELU.Approximation.TANH
                  : GELU.Approximation.NONE);
      case SILU -> new SiLU(path, target(layer));
      case SIGMOID -> new Sigmoid(path);
      case TANH -> new Tanh(path);
      case SOFTMAX -> new Softmax(path, layer.integerOrNone("dim"));
      case LOG_SOFTMAX -> new LogSoftmax(path, layer.integerOrNone("dim"));
      case MAX_POOL_1D -> new MaxPool1d(path, Windows.of(layer));
      case AVG_POOL_1D -> new AvgPool1d(path, Windows.of(layer), paddingCount(layer));
      case ADAPTIVE_AVG_POOL_1D -> new AdaptiveAvgPool1d(path, layer.integer("output_size"));
      case ADAPTIVE_MAX_POOL_2D ->
          new AdaptiveMaxPool2d(path, layer.part("output_size", 0), layer.part("output_size", 1));
      case MAX_POOL_2D -> new MaxPool2d(path, Windows.of(layer));
      case AVG_POOL_2D -> new AvgPool2d(path, Windows.of(layer), paddingCount(layer));
      case ADAPTIVE_AVG_POOL_2D ->
          new AdaptiveAvgPool2d(path, layer.part("output_size", 0), layer.part("output_size", 1));
      case FLATTEN -> new Flatten(path, layer.integer("start_dim"), layer.integer("end_dim"));
      case VIEW -> new View(path, layer.sizes("shape"));
      case PERMUTE -> new Permute(path, layer.sizes("dims"));
      case EMBEDDING ->
          new Embedding(
              path,
              layer.integer("num_embeddings"),
              layer.integer("embedding_dim"),
              layer.integerOrNone("padding_idx"),
              initial);
      case IDENTITY -> new Identity(path);
      case SEQUENTIAL -> new Sequential(path, layers(layer.layers("layers"), path + "."));
      case CONCAT ->
          new Concat(path, layers(layer.layers("branches"), path + "."), layer.integer("dim"));
      case RESIDUAL ->
          new Residual(
              path,
              layers(layer.layers("body"), path + "."),
              layers(layer.layers("shortcut"), path + "."),
              layer.word("activation").isPresent()
                  ? Residual.Activation.RELU
                  : Residual.Activation.NONE);
    };
  }

  /// @throws TorchException if "same" padding is asked for and the window does not move by ones
  private static WindowedMap.Options convolution(LayerSpec layer) {
    Windows.checkPadding(layer);
    Grid grid = Windows.of(layer);
    return new WindowedMap.Options(
        new Pair(grid.height(), grid.width()),
        new Pair(grid.strideHeight(), grid.strideWidth()),
        new Pair(grid.paddingHeight(), grid.paddingWidth()),
        Windows.extra(layer),
        new Pair(grid.dilationHeight(), grid.dilationWidth()),
        layer.integer("groups"));
  }

  private static Shape shape(List<Integer> sizes) {
    return Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
  }

  private static PaddingCount paddingCount(LayerSpec layer) {
    return layer.flag("count_include_pad") ? PaddingCount.INCLUDED : PaddingCount.EXCLUDED;
  }

  private static Target target(LayerSpec layer) {
    return layer.flag("inplace") ? Target.IN_PLACE : Target.FRESH;
  }

  private static Affine affine(LayerSpec layer, String argument) {
    return layer.flag(argument) ? Affine.LEARNED : Affine.NONE;
  }

  private static Tracking tracking(LayerSpec layer) {
    return layer.flag("track_running_stats") ? Tracking.RUNNING : Tracking.NONE;
  }
}
