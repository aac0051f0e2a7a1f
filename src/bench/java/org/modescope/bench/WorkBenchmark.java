package org.modescope.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The time of every work that has a bar to meet.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class WorkBenchmark {
  /// The work, and how many passes or repetitions of it are timed at once.
  @Param({
    "simplenet-train-grad:10000",
    "simplenet-eval-no-grad:10000",
    "mycomplexnet-train-grad:1000",
    "mask:1000",
    "step:1",
    "pass:1",
    "training-step:1",
    "resnet18-eval-no-grad:1"
  })
  String work;

  private Work prepared;
  private int count;

  @Setup
  public void prepare() {
    String[] parts = work.split(":");
    prepared = Work.named(parts[0]);
    count = Integer.parseInt(parts[1]);
  }

  @Benchmark
  public void once() {
    prepared.repeat(count);
  }

  @TearDown
  public void close() {
    prepared.close();
  }
}
