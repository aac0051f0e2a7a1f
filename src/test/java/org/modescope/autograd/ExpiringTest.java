package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Operations write over values that nobody reads any more, and over no others.
class ExpiringTest {
  private static final Shape SHAPE = Shape.of(4, 3, 20, 20);
  private static final int CHANNELS = 3;

  private final Arena arena = Arena.open();

  @AfterEach
  void closeArena() {
    arena.close();
  }

  /// @param expected what the operation makes of an element
  private record Overwriting(
      String name, UnaryOperator<Tensor> operation, Function<Float, Float> expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Overwriting> operations() {
    return Stream.of(
        new Overwriting("relu", Tensor::relu, x -> Math.max(x, 0)),
        new Overwriting("batch norm", ExpiringTest::normalize, x -> (x - 1) / 2),
        new Overwriting("sum", x -> x.add(ones()), x -> x + 1));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void valuesThatExpireAreOverwritten(Overwriting overwriting) {
    Tensor x = value(SHAPE);
    float[] before = x.values();
    Array array = x.array();

    Tensor y = unrecorded(() -> overwriting.operation().apply(x.expiring()));

    assertThat(y.values()).isEqualTo(changed(before, overwriting));
    assertThat(y.array().storage()).isSameAs(array.storage());
    assertThatIllegalStateException().isThrownBy(x::values);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void valuesStayWhereNothingExpires(Overwriting overwriting) {
    assertStays(value(SHAPE), x -> unrecorded(() -> overwriting.operation().apply(x)), overwriting);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void recordedOperationsOverwriteNothing(Overwriting overwriting) {
    Tensor leaf = leaf(Storage.Role.INPUT).requireGrad(true);
    Tensor x = leaf.add(leaf(Storage.Role.INPUT)).expiring();

    assertStays(x, overwriting.operation(), overwriting);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void leavesAreNotOverwritten(Overwriting overwriting) {
    for (Storage.Role role :
        new Storage.Role[] {
          Storage.Role.INPUT, Storage.Role.PARAMETER, Storage.Role.BUFFER, Storage.Role.MASK
        }) {
      assertStays(
          leaf(role).expiring(),
          x -> unrecorded(() -> overwriting.operation().apply(x)),
          overwriting);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void valuesThatSomebodyElseHoldsAreNotOverwritten(Overwriting overwriting) {
    Tensor x = value(SHAPE);
    Tensor view = x.view(SHAPE, "ViewBackward0");
    float[] before = view.values();

    unrecorded(() -> overwriting.operation().apply(x.expiring()));

    assertThat(view.values()).isEqualTo(before);
  }

  @Test
  void valuesThatPassesShareAreNotOverwritten() {
    Tensor shared = value(SHAPE);
    Tensor x = shared.forPasses(3);
    float[] before = x.values();
    shared.close();

    Tensor y = unrecorded(() -> x.expiring().relu());

    assertThat(x.values()).isEqualTo(before);
    for (int pass = 0; pass < 3; pass++) {
      assertThat(y.values(pass)).isEqualTo(changed(before, operations().findFirst().get()));
    }
  }

  @Test
  void sumOfMorePassesThanATermHasIsNotWrittenOverThatTerm() {
    Tensor one = value(Shape.of(1));
    Array passes = Array.allocate(Shape.of(1), 3);
    for (int pass = 0; pass < 3; pass++) {
      passes.put(pass, pass);
    }
    Tensor three = Tensor.leaf(passes);

    Tensor sum = unrecorded(() -> one.expiring().add(three));

    for (int pass = 0; pass < 3; pass++) {
      assertThat(sum.values(pass)).containsExactly(pass - 8);
    }
  }

  private static void assertStays(
      Tensor x, UnaryOperator<Tensor> operation, Overwriting overwriting) {
    float[] before = x.values();

    Tensor y = operation.apply(x);

    assertThat(y.values()).isEqualTo(changed(before, overwriting));
    assertThat(x.values()).isEqualTo(before);
    assertThat(y.array().storage()).isNotSameAs(x.array().storage());
  }

  private static float[] changed(float[] values, Overwriting overwriting) {
    float[] changed = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      changed[i] = overwriting.expected().apply(values[i]);
    }
    return changed;
  }

  /// By a mean of 1 and a variance of 4.
  private static Tensor normalize(Tensor x) {
    Tensor mean = Tensor.buffer(Shape.of(CHANNELS), new float[] {1, 1, 1});
    Tensor variance = Tensor.buffer(Shape.of(CHANNELS), new float[] {4, 4, 4});
    return x.batchNormalize(null, null, mean, variance, 0);
  }

  private static Tensor ones() {
    float[] ones = new float[Math.toIntExact(SHAPE.elements())];
    Arrays.fill(ones, 1);
    return Tensor.input(SHAPE, ones);
  }

  private static Tensor unrecorded(Supplier<Tensor> operation) {
    return GradMode.NO_GRAD.call(operation);
  }

  /// A result of an operation: whole numbers from −8 to 8.
  private static Tensor value(Shape shape) {
    return Tensor.leaf(filled(Array.allocate(shape, 1)));
  }

  private static Tensor leaf(Storage.Role role) {
    return Tensor.leaf(filled(Array.allocate(SHAPE, 1, role)));
  }

  private static Array filled(Array array) {
    for (int i = 0; i < array.size(); i++) {
      array.put(i, i * 5 % 17 - 8);
    }
    return array;
  }
}
