package org.modescope.oracle;

import static org.bytedeco.pytorch.global.torch.adaptive_avg_pool1d;
import static org.bytedeco.pytorch.global.torch.adaptive_avg_pool2d;
import static org.bytedeco.pytorch.global.torch.adaptive_max_pool2d;
import static org.bytedeco.pytorch.global.torch.alpha_dropout;
import static org.bytedeco.pytorch.global.torch.avg_pool1d;
import static org.bytedeco.pytorch.global.torch.avg_pool2d;
import static org.bytedeco.pytorch.global.torch.batch_norm;
import static org.bytedeco.pytorch.global.torch.conv1d;
import static org.bytedeco.pytorch.global.torch.conv2d;
import static org.bytedeco.pytorch.global.torch.conv_transpose2d;
import static org.bytedeco.pytorch.global.torch.dropout;
import static org.bytedeco.pytorch.global.torch.dropout_;
import static org.bytedeco.pytorch.global.torch.elu;
import static org.bytedeco.pytorch.global.torch.elu_;
import static org.bytedeco.pytorch.global.torch.embedding;
import static org.bytedeco.pytorch.global.torch.feature_alpha_dropout;
import static org.bytedeco.pytorch.global.torch.feature_dropout;
import static org.bytedeco.pytorch.global.torch.feature_dropout_;
import static org.bytedeco.pytorch.global.torch.gelu;
import static org.bytedeco.pytorch.global.torch.group_norm;
import static org.bytedeco.pytorch.global.torch.hardswish;
import static org.bytedeco.pytorch.global.torch.hardswish_;
import static org.bytedeco.pytorch.global.torch.instance_norm;
import static org.bytedeco.pytorch.global.torch.layer_norm;
import static org.bytedeco.pytorch.global.torch.leaky_relu;
import static org.bytedeco.pytorch.global.torch.leaky_relu_;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.max_pool1d;
import static org.bytedeco.pytorch.global.torch.max_pool2d;
import static org.bytedeco.pytorch.global.torch.prelu;
import static org.bytedeco.pytorch.global.torch.relu6;
import static org.bytedeco.pytorch.global.torch.relu6_;
import static org.bytedeco.pytorch.global.torch.rrelu;
import static org.bytedeco.pytorch.global.torch.rrelu_;
import static org.bytedeco.pytorch.global.torch.selu;
import static org.bytedeco.pytorch.global.torch.selu_;
import static org.bytedeco.pytorch.global.torch.silu_;
import static org.bytedeco.pytorch.global.torch.softplus;
import static org.bytedeco.pytorch.global.torch.upsample_bilinear2d;
import static org.bytedeco.pytorch.global.torch.upsample_nearest1d;
import static org.bytedeco.pytorch.global.torch.upsample_nearest2d;
import static org.bytedeco.pytorch.global.torch.upsample_nearest3d;

import com.fasterxml.jackson.databind.JsonNode;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/// What `torch.nn`'s modules call, layer by layer. The checks that are written in Python are not
/// here: a case that they refuse is none for this oracle.
final class Functions {
  private Functions() {}

  static Tensor forward(Module layer, Tensor x) {
    if (layer.flag("inplace", false)) {
      return inPlace(layer, x);
    }
    return switch (layer.type) {
      case "Linear" -> linear(x, layer.own("weight"), layer.optional("bias"));
      case "Conv1d" -> convolveRow(layer, x);
      case "Conv2d" -> convolve(layer, x);
      case "ConvTranspose2d" ->
          conv_transpose2d(
              x,
              layer.own("weight"),
              layer.optional("bias"),
              layer.pair("stride", 1, 1),
              layer.pair("padding", 0, 0),
              layer.pair("output_padding", 0, 0),
              layer.integer("groups", 1),
              layer.pair("dilation", 1, 1));
      case "BatchNorm1d", "BatchNorm2d", "BatchNorm3d" -> batchNorm(layer, x);
      case "InstanceNorm1d" -> instanceNorm(layer, x, 3);
      case "InstanceNorm2d" -> instanceNorm(layer, x, 4);
      case "LayerNorm" -> layerNorm(layer, x);
      case "GroupNorm" -> groupNorm(layer, x);
      case "Dropout" -> dropout(x, layer.number("p", 0.5), layer.training);
      case "FunctionalDropout" -> dropout(x, layer.number("p", 0.5), true);
      case "Dropout1d" -> dropout1d(layer, x);
      case "Dropout2d" -> feature_dropout(x, layer.number("p", 0.5), layer.training);
      case "Dropout3d" -> dropout3d(layer, x);
      case "FeatureAlphaDropout" ->
          feature_alpha_dropout(x, layer.number("p", 0.5), layer.training);
      case "AlphaDropout" -> alpha_dropout(x, layer.number("p", 0.5), layer.training);
      case "MaxPool1d" ->
          max_pool1d(
              x,
              layer.one("kernel_size"),
              layer.one("stride"),
              layer.one("padding", 0),
              layer.one("dilation", 1),
              layer.flag("ceil_mode", false));
      case "AvgPool1d" ->
          avg_pool1d(
              x,
              layer.one("kernel_size"),
              layer.one("stride"),
              layer.one("padding", 0),
              layer.flag("ceil_mode", false),
              layer.flag("count_include_pad", true));
      case "AdaptiveAvgPool1d" -> adaptive_avg_pool1d(x, layer.one("output_size"));
      case "AdaptiveMaxPool2d" -> adaptive_max_pool2d(x, outputSize(layer, x)).get0();
      case "MaxPool2d" ->
          max_pool2d(
              x,
              layer.pair("kernel_size"),
              layer.pair("stride"),
              layer.pair("padding", 0, 0),
              layer.pair("dilation", 1, 1),
              layer.flag("ceil_mode", false));
      case "AvgPool2d" ->
          avg_pool2d(
              x,
              layer.pair("kernel_size"),
              layer.pair("stride"),
              layer.pair("padding", 0, 0),
              layer.flag("ceil_mode", false),
              layer.flag("count_include_pad", true),
              new LongOptional());
      case "AdaptiveAvgPool2d" -> adaptive_avg_pool2d(x, outputSize(layer, x));
      case "Upsample" -> upsample(layer, x);
      case "Flatten" -> x.flatten(layer.integer("start_dim", 1), layer.integer("end_dim", -1));
      case "View" -> x.view(Numbers.longs(layer.arguments.get("shape")));
      case "Permute" -> x.permute(Numbers.longs(layer.arguments.get("dims")));
      case "Embedding" -> embedding(layer.own("weight"), x, padding(layer), false, false);
      case "Identity" -> x;
      default -> activation(layer, x);
    };
  }

  /// -1 where there is none, as the module says it.
  private static long padding(Module layer) {
    long row = layer.integer("padding_idx", -1);
    boolean isFromTheEnd = layer.arguments.has("padding_idx") && row < 0;
    return isFromTheEnd ? row + layer.integer("num_embeddings", 0) : row;
  }

  /// To a size, or by a factor, along the axes behind the channels.
  private static Tensor upsample(Module layer, Tensor x) {
    boolean isScaled = layer.arguments.path("scale_factor").isNumber();
    double scale = layer.number("scale_factor", 1);
    DoubleOptional factor = isScaled ? new DoubleOptional(scale) : new DoubleOptional();
    long[] given = layer.pair("size", 0);
    long[] size = new long[(int) x.dim() - 2];
    for (int axis = 0; axis < size.length; axis++) {
      size[axis] =
          isScaled
              ? (long) Math.floor(x.size(axis + 2) * scale)
              : given[Math.min(axis, given.length - 1)];
    }
    if (layer.arguments.path("mode").asText("nearest").equals("bilinear")) {
      return upsample_bilinear2d(x, size, layer.flag("align_corners", false), factor, factor);
    }
    return switch (size.length) {
      case 1 -> upsample_nearest1d(x, size, factor);
      case 2 -> upsample_nearest2d(x, size, factor, factor);
      default -> upsample_nearest3d(x, size, factor, factor, factor);
    };
  }

  static Tensor activation(Module layer, Tensor x) {
    return switch (layer.type) {
      case "ReLU" -> x.relu();
      case "LeakyReLU" -> leaky_relu(x, new Scalar(layer.number("negative_slope", 0.01)));
      case "Sigmoid" -> x.sigmoid();
      case "Tanh" -> x.tanh();
      case "SiLU" -> org.bytedeco.pytorch.global.torch.silu(x);
      case "ReLU6" -> relu6(x);
      case "ELU" -> elu(x, new Scalar(layer.number("alpha", 1)), new Scalar(1.0), new Scalar(1.0));
      case "SELU" -> selu(x);
      case "Hardswish" -> hardswish(x);
      case "Softplus" ->
          softplus(
              x, new Scalar(layer.number("beta", 1)), new Scalar(layer.number("threshold", 20)));
      case "PReLU" -> prelu(x, layer.own("weight"));
      case "GELU" -> gelu(x, layer.arguments.path("approximate").asText("none"));
      case "RReLU" ->
          rrelu(
              x,
              new Scalar(layer.number("lower", 1.0 / 8)),
              new Scalar(layer.number("upper", 1.0 / 3)),
              layer.training,
              new GeneratorOptional());
      case "Softmax" -> x.softmax(softmaxAxis(layer, x));
      case "LogSoftmax" -> x.log_softmax(softmaxAxis(layer, x));
      default -> throw new IllegalArgumentException(layer.type);
    };
  }

  private static Tensor inPlace(Module layer, Tensor x) {
    double p = layer.number("p", 0.5);
    return switch (layer.type) {
      case "ReLU" -> x.relu_();
      case "ReLU6" -> relu6_(x);
      case "LeakyReLU" -> leaky_relu_(x, new Scalar(layer.number("negative_slope", 0.01)));
      case "ELU" -> elu_(x, new Scalar(layer.number("alpha", 1)), new Scalar(1.0), new Scalar(1.0));
      case "SELU" -> selu_(x);
      case "SiLU" -> silu_(x);
      case "Hardswish" -> hardswish_(x);
      case "RReLU" ->
          rrelu_(
              x,
              new Scalar(layer.number("lower", 1.0 / 8)),
              new Scalar(layer.number("upper", 1.0 / 3)),
              layer.training,
              new GeneratorOptional());
      case "Dropout" -> dropout_(x, p, layer.training);
      case "Dropout1d" ->
          x.dim() == 3
              ? feature_dropout_(x, p, layer.training)
              : feature_dropout_(x.unsqueeze_(0), p, layer.training).squeeze_(0);
      case "Dropout2d", "Dropout3d" -> feature_dropout_(x, p, layer.training);
      default -> throw new IllegalArgumentException(layer.type);
    };
  }

  private static long softmaxAxis(Module layer, Tensor x) {
    JsonNode axis = layer.arguments.path("dim");
    boolean isFirst = x.dim() == 0 || x.dim() == 1 || x.dim() == 3;
    return axis.isInt() ? axis.asLong() : isFirst ? 0 : 1;
  }

  private static Tensor convolve(Module layer, Tensor x) {
    Tensor weight = layer.own("weight");
    long[] stride = layer.pair("stride", 1, 1);
    long[] dilation = layer.pair("dilation", 1, 1);
    long groups = layer.integer("groups", 1);
    return layer.arguments.path("padding").isTextual()
        ? conv2d(
            x,
            weight,
            layer.optional("bias"),
            stride,
            layer.arguments.get("padding").asText(),
            dilation,
            groups)
        : conv2d(
            x,
            weight,
            layer.optional("bias"),
            stride,
            layer.pair("padding", 0, 0),
            dilation,
            groups);
  }

  private static Tensor convolveRow(Module layer, Tensor x) {
    Tensor weight = layer.own("weight");
    long[] stride = layer.one("stride", 1);
    long[] dilation = layer.one("dilation", 1);
    long groups = layer.integer("groups", 1);
    TensorOptional bias = layer.optional("bias");
    return layer.arguments.path("padding").isTextual()
        ? conv1d(x, weight, bias, stride, layer.arguments.get("padding").asText(), dilation, groups)
        : conv1d(x, weight, bias, stride, layer.one("padding", 0), dilation, groups);
  }

  private static Tensor batchNorm(Module layer, Tensor x) {
    boolean tracks = layer.own("running_mean") != null;
    double momentum = layer.number("momentum", 0.1);
    if (layer.training && tracks) {
      Tensor counter = layer.own("num_batches_tracked");
      counter.add_(new Scalar(1L));
      if (layer.arguments.path("momentum").isNull()) {
        momentum = 1.0 / Numbers.integer(counter);
      }
    }
    return batch_norm(
        x,
        layer.optional("weight"),
        layer.optional("bias"),
        layer.optional("running_mean"),
        layer.optional("running_var"),
        layer.training || !tracks,
        momentum,
        layer.number("eps", 1e-5),
        true);
  }

  private static Tensor instanceNorm(Module layer, Tensor x, int batchedRank) {
    boolean isSingle = x.dim() == batchedRank - 1;
    Tensor result =
        instance_norm(
            isSingle ? x.unsqueeze(0) : x,
            layer.optional("weight"),
            layer.optional("bias"),
            layer.optional("running_mean"),
            layer.optional("running_var"),
            layer.training || layer.own("running_mean") == null,
            layer.number("momentum", 0.1),
            layer.number("eps", 1e-5),
            true);
    return isSingle ? result.squeeze(0) : result;
  }

  private static Tensor layerNorm(Module layer, Tensor x) {
    JsonNode shape = layer.arguments.get("normalized_shape");
    long[] sizes = shape.isArray() ? Numbers.longs(shape) : new long[] {shape.asLong()};
    double epsilon = layer.number("eps", 1e-5);
    return layer_norm(x, sizes, layer.optional("weight"), layer.optional("bias"), epsilon, true);
  }

  private static Tensor groupNorm(Module layer, Tensor x) {
    long groups = layer.integer("num_groups", 1);
    double epsilon = layer.number("eps", 1e-5);
    return group_norm(x, groups, layer.optional("weight"), layer.optional("bias"), epsilon, true);
  }

  private static Tensor dropout1d(Module layer, Tensor x) {
    double p = layer.number("p", 0.5);
    return x.dim() == 3
        ? feature_dropout(x, p, layer.training)
        : feature_dropout(x.unsqueeze(0), p, layer.training).squeeze(0);
  }

  private static Tensor dropout3d(Module layer, Tensor x) {
    double p = layer.number("p", 0.5);
    return x.dim() == 5
        ? feature_dropout(x, p, layer.training)
        : feature_dropout(x.unsqueeze(0), p, layer.training).squeeze(0);
  }

  private static long[] outputSize(Module layer, Tensor x) {
    JsonNode given = layer.arguments.get("output_size");
    if (!given.isArray()) {
      return layer.pair("output_size");
    }
    long[] sizes = new long[given.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = given.get(i).isNull() ? x.size(i - sizes.length) : given.get(i).asLong();
    }
    return sizes;
  }
}
