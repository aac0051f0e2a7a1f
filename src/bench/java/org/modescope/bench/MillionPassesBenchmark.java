package org.modescope.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A million passes of SimpleNet in a fresh process: their time, and how much the process grew
/// after the first ten thousand.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
public class MillionPassesBenchmark {
  private static final int PASSES = 1_000_000;

  /// Read by JMH after each run.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Growth {
    public long megabytes;
  }

  @Benchmark
  public void run(Growth growth) {
    growth.megabytes = MemoryGrowth.measure(PASSES).growthBytes() >> 20;
  }
}
