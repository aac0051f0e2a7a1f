/// The random numbers that PyTorch draws on a CPU, bit for bit.
///
/// Read [Generator] first. Plain arithmetic on arrays of the heap: nothing here sees tensors,
/// layers or ND4J.
@NullMarked
package org.modescope.autograd.random;

import org.jspecify.annotations.NullMarked;
