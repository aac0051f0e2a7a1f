/// Optimizers: how parameters change by their gradients, with PyTorch's names, arguments, defaults
/// and order of rounding.
///
/// Read [Optimizer] and [Adam] first. An optimizer knows parameters and nothing of layers, losses
/// or data.
@NullMarked
package org.modescope.nn.optim;

import org.jspecify.annotations.NullMarked;
