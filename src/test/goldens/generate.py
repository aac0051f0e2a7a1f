#!/usr/bin/env python3
"""Asks PyTorch what it does, and writes the answers down as golden files.

    python3 src/test/goldens/generate.py [FAMILY...]

rewrites every ``*.json`` beside this script, or only the families named. It needs nothing but ``torch`` (the
committed files come from 1.13 on a CPU with AVX-512, which the nets at true size ask for) and takes a minute, those
nets ten. Every random number is seeded from the name of the case's family, so a run repeats itself byte for byte, and
a new case does not disturb the old ones.

The files
---------
``linear``, ``batchnorm1d``, ``dropout``, ``relu``: one layer each; ``simplenet``, ``nets``, ``reference``: whole
nets; ``empty``: batches of zero rows; ``errors``: the texts of PyTorch's refusals; ``init``: how nn.Linear
draws its parameters; ``conv2d``, ``batchnorm2d``, ``norm``, ``dropout-family``, ``activations``, ``pooling``
(with Flatten and View), ``units``,
``positions``, ``volumes`` and ``upsampling``: one layer each again; ``in-place``: layers that write over what
they are given; ``containers``: Sequential and Residual; ``concat``: Concat; ``lookup``: Embedding, of int64 inputs;
``permuted``: Permute and what follows it; ``random-nets``: nets drawn
from all layers; ``mycomplexnet``, ``resnet18``: nets at their true size, with formulas and summaries for numbers;
``losses``, ``training``: see their own section; ``errors2``: what odd arguments of layers and optimizers lead to;
``draws``: what whole experiments draw from their seeds; ``mates``: what one row is answered in changing company,
as an ``experiment`` file, the ``row``, its answers in ``train`` and ``eval``, and the mean ``sd`` by size of company.
Each is ``{"torch": version, "cases": [...]}``, one case a line. The program follows PyTorch 2.x: where that answers
differently, ``since`` corrects what 1.13 said, and the case says so by a ``torch`` of its own, "2.7.1".

``networks`` builds nets from their descriptions, ``capture`` runs them and writes down what happened, ``strays``
measures how exactly PyTorch itself computes it; the families are in ``basics``, ``layers``, ``composed``,
``learning``, ``refusals``, ``units``, ``overwriting``, ``one_axis`` and ``larger``.

The cases of ``errors`` and ``init`` have forms of their own: ``how`` is the Python text that was executed, with
``type`` and ``message`` of what it raised, or null where PyTorch, perhaps against expectation, allows it; ``init``
gives the bound of the uniform distribution and what a large sample of fresh layers measured. ``errors2`` adds, for a
layer, ``network``, ``input_shape`` (the pass is in train mode, over ones) and ``when`` it was refused: in
``construction``, in the ``pass``, or null. (Infinite and NaN arguments are written as the words below.)

A case of the other files
-------------------------
=====================  =================================================================================
``name``               unique in its file
``torch``              only where the answers are not those of the file's version: whose they are
``network``            layers, as the experiment file writes them (``requires_grad``: false freezes a layer,
                       ``mode`` overrides the net's mode)
``mode``, ``grad``     ``train``/``eval``; ``grad``/``no_grad``/``inference_mode``
``frozen``             every parameter that does not require grad, by its state_dict key. It repeats what the
                       layers' ``requires_grad`` says, and goes beyond it where only a layer's weight or only
                       its bias is frozen. Left out when nothing is frozen.
``input``              ``{"shape", "values"}``, float32, row-major
``input_requires_grad``  whether the input is a leaf that requires grad
``state``              the whole state_dict before the first pass; state goes on from pass to pass
``masks``              per random layer, per pass: the factor by which the layer's input was multiplied, at the
                       input's full size (p = 1 gives zeros). A layer that draws nothing (eval, p = 0) is not
                       listed; a pass that failed before the layer, or in it, has ``[]``.
                       RReLU: the slope that was drawn, and 1 where the input is positive or NaN.
                       AlphaDropout: 1 where the value was kept, else 0; see below.
``grad_output``        what is handed to ``output.backward(...)``, the same on every pass. Left out
                       where no pass of the case calls backward.
``passes``             see below
=====================  =================================================================================

A pass
------
=============  =========================================================================================
``input``      only where this pass has another input than the case
``output``     ``{"shape", "values"}``
``warnings``   only if PyTorch gave any: the texts, each once, without the place in its C++ sources
``error``      instead of output, gradients and graph: ``{"type", "message"}``
``buffers``    every buffer after the pass (after the failure too): flat values, or the bare counter
``gradients``  only with ``grad``: ``input`` and/or state_dict keys. Zeroed before each pass. Empty when the
               output does not require grad, so that backward could not be called, and when backward was
               refused: ``backward_error`` then holds its ``type`` and ``message``
``graph``      ``packed_bytes``, ``unique_bytes``, ``extra_bytes`` and ``nodes``: what was saved for backward,
               read just after the forward pass
=============  =========================================================================================

A node is listed only if it saves a tensor; nodes run from the input to the output. ``saved`` is in the order in
which PyTorch packs. ``shape`` is that of the tensor as it was saved: a Linear saves its weight as ``mat2``,
transposed. ``storage`` numbers the storages of a pass by first occurrence: equal numbers are the same memory.
An empty tensor is listed, with 0 bytes and a number of its own. ``of`` names the storage's owner, ``input``
or a state_dict key; those are what ``extra_bytes`` leaves out.

AlphaDropout with the keep mask k (0 or 1) gives ``x * (k * a) + ((k - 1) * (alpha * a) + alpha * a * p)`` with
``alpha = 1.7580993408473766`` and ``a = 1 / sqrt((alpha * alpha * p + 1) * (1 - p))`` (constants in double, tensors
in float32, as written); p = 1 gives ``x * 0`` instead. The graph keeps ``k * a``.

A layer inside a container goes by its whole path, ``layer1.0.conv1``. A Residual is
``activation(body(x) + shortcut(x))``, computed in that order and not in place; an empty shortcut is x itself. Its
members are named by their own names after the residual's, those of the shortcut too. What its sum and activation save
is listed last, under the residual's own path. ``mode`` and ``requires_grad`` of a container reach everything in it;
what is in it may say otherwise.

At true size (``mycomplexnet``, ``resnet18``)
-----------------------------------------
The form is the same, but for numbers:

- A tensor of ``input``, ``state`` and ``grad_output`` may be ``{"shape", "uniform": {"tensor", "low", "high"}}``. Its
  value at flat index i is ``(float) (low + (high - low) * u)`` in doubles, with ``u = h / 4294967296.0`` and, in
  unsigned 32-bit arithmetic, ``h = i * 0x9E3779B1 + tensor * 0x85EBCA77; h = (h ^ h >>> 16) * 0x7FEB352D;
  h = (h ^ h >>> 15) * 0x846CA68B; h = h ^ h >>> 16``. ``tensor`` counts the entries of the state_dict; the input
  is 1000, grad_output 1001.
- ``output``, gradients and floating buffers are ``{"shape", "sum", "norm", "first", "stray"}``: the sum and the
  Euclidean norm over all elements, and the first elements, as PyTorch computes them in float64; and how far its
  float32 was from that at most, ``{"element", "norm", "sum"}``: any one of the first elements, the
  norm of all the differences, and the sum's difference. Float32 ran with the instructions of SSE4.1, of
  AVX2 and of AVX-512, with oneDNN's convolutions and PyTorch's own, on one thread and on two, and with images,
  channels and places added up in reverse: eight times in all.
- A mask is ``{"shape", "values"}`` and repeats itself along the dimensions that are 1.
- The graph's ``nodes`` are listed for the first pass; the later ones are asserted to equal it.
- ``{"as_in": name}`` in place of ``network``, ``state`` or ``frozen`` means that of an earlier case.

Rounding shows in these. In train mode with one image, where BatchNorm sees 4 values per channel at the end, single
gradients of ResNet-18 stray by up to 3e-3 of their tensor's largest, its outputs by 7e-6; elsewhere it is about 1e-6.
No engine can be asked to come closer than a small multiple of that, nor be allowed more. ``random-nets`` holds only nets that such a disturbance does not move by more than a
third of what a test allows, and such as are refused.

Losses and training
-------------------
A case of ``losses`` is a ``loss`` of ``input`` and ``target`` (int64 for classes), with ``output``, ``warnings``,
``error``, ``gradients`` (of ``output.backward()``) and ``graph`` (layer ``loss``; a storage may be ``of`` ``target``)
as above.

A case of ``training`` is ``network``, ``training`` (as in the experiment file, every key written out but those of the
optimizer), ``input``, ``target``, ``state``, and

- ``losses``, one per step: the rows in order, ``batch_size`` at a time, the last batch of an epoch short;
- ``masks``: per random layer, per step;
- ``state_after_one_step`` and ``final_state``: flat values and bare counters;
- ``validation`` (its ``input`` and ``target``, taken as one batch) and ``validations``: after each epoch ``eval_loss``
  and ``train_mode_loss``, with the ``masks`` of the latter. Train mode means the modes that training has, overrides
  included; eval means everything. Neither moves any state;
- ``error``, where a step was refused: its index, ``type`` and ``message``; the final state is that right after;
- ``noise``: by how much each entry of the final state, and each kind of loss, moved at most when every layer's result
  was disturbed by half a unit in the last place (three times). No engine can be asked to come closer than a few times
  that. It is below 2e-6 but for one thing: the true gradient of a bias in front of a BatchNorm is zero, and Adam
  makes steps of full size from the rounding errors that are left of it; so ``fc1.bias`` of SimpleNet goes anywhere,
  and ``bn1.running_mean`` and the eval loss with it.

A case of ``learned`` is an ``experiment`` as a file has it, of which everything is drawn from its seed: parameters,
input, target, what validation is measured with, orders and masks. It has the ``losses`` of a hundred steps and more,
``validations`` after each epoch, in batches of ``batch_size`` on copies, with ``accuracy`` and
``train_mode_accuracy`` where targets are classes, ``final_state`` and ``noise`` as above.

Draws
-----
A case of ``draws`` is an experiment without values: ``seed``, ``network``, ``mode``, and an ``input`` that is drawn from
the experiment's generator, or with a ``seed`` from one of its own. ``parameters`` and ``drawn_input`` are CRC-32
checksums of little-endian float32 (-0.0 as 0), parameters one after another in the order of ``net.parameters()``.
Each of the ``passes`` has that of each random layer's mask, at the input's full size; or ``error``, after which there
are no more.

NaN and the infinities are the strings "NaN", "Infinity", "-Infinity". A number is the shortest decimal that reads
back as the same float32 (by way of a double too); -0.0 keeps its sign.
"""
import sys
import warnings

import torch

sys.dont_write_bytecode = True      # no __pycache__ among the golden files

import basics       # noqa: E402
import composed     # noqa: E402
import draws        # noqa: E402
import layers       # noqa: E402
import larger       # noqa: E402
import learning     # noqa: E402
import looking      # noqa: E402
import mates        # noqa: E402
import one_axis     # noqa: E402
import overwriting  # noqa: E402
import refusals     # noqa: E402
import units        # noqa: E402
from capture import write   # noqa: E402

FAMILIES = (
    basics.linear, basics.batchnorm1d, basics.dropout, basics.relu, basics.simplenet, basics.nets, basics.reference,
    basics.empty, refusals.errors, basics.init,
    layers.conv2d, layers.batchnorm2d, layers.norm, layers.dropout_family, layers.activations, layers.pooling,
    composed.containers, composed.concat, composed.mycomplexnet, composed.resnet18, composed.random_nets,
    learning.losses, learning.training, learning.learned, refusals.errors2, draws.draws, mates.mates,
    units.units, overwriting.in_place, one_axis.positions, one_axis.volumes, larger.upsampling,
    looking.lookup, looking.permuted,
)


def main(names):
    torch.set_num_threads(1)
    torch.set_warn_always(True)         # not only the first time
    warnings.simplefilter("ignore")     # a case listens to its own
    for family in FAMILIES:
        name = family.__name__.replace("_", "-")
        if not names or name in names:
            write(name, family())


if __name__ == "__main__":
    main(sys.argv[1:])
