def graph_bytes(net, x, grad_mode):
    """What a pass saves for backward: every saved tensor's bytes, and each storage's once."""
    saved = []

    def pack(tensor):
        saved.append(tensor.detach())  # keeps its memory from being used again while we count
        return saved[-1]

    with grad_mode(), torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
        net(x)
    storages = {}
    for tensor in saved:
        if tensor.numel() > 0:
            typed = not hasattr(tensor, "untyped_storage")  # before PyTorch 2
            storage = tensor.storage() if typed else tensor.untyped_storage()
            storages[storage.data_ptr()] = storage.nbytes()
    return sum(t.numel() * t.element_size() for t in saved), sum(storages.values())


def plain(value):
    """Numbers as JSON has them; it has none for NaN and infinity, so they become words."""
    if isinstance(value, list):
        return [plain(element) for element in value]
    words = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}
    return words.get(str(value), value)


def measured(net, x, y, grad_mode):
    """What ModeScope shows of the passes whose outputs are stacked in y."""
    bits = y.view(torch.int32)  # bit by bit, NaN is NaN and 0.0 is not -0.0
    varies = len(y) > 1 and y.numel() > 0
    buffers = {name: plain(buffer.tolist()) for name, buffer in net.named_buffers()}
    # One more pass, of a copy: counting must not move the net's running statistics.
    packed_bytes, unique_bytes = graph_bytes(deepcopy(net), x, grad_mode)
    return {
        "identical": bool((bits == bits[0]).all()),
        "output_std_max": plain(y.std(0).max().item()) if varies else 0.0,
        "first_output": plain(y[0].flatten().tolist()),
        "packed_bytes": packed_bytes,
        "unique_bytes": unique_bytes,
        "buffers": buffers,
    }
