/// Benchmarks: the engine's work, named, timed by JMH and side by side with PyTorch.
///
/// Read [Work], [Nets] and [Compare] first; `docs/performance.md` says how to run them and what
/// came out. Compiled by the profile `bench` only. No tests belong here: what is asserted belongs
/// to `src/test`.
@NullMarked
package org.modescope.bench;

import org.jspecify.annotations.NullMarked;
