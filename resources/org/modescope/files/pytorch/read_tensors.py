def read_tensors(file):
    """Reads a safetensors file: the length of a table, the table in JSON, then the numbers."""
    data = Path(__file__).with_name(file).read_bytes()
    start = 8 + int.from_bytes(data[:8], "little")
    table = json.loads(data[8:start])
    table.pop("__metadata__", None)
    types = {"F32": torch.float32, "I64": torch.int64}
    tensors = {}
    for name, entry in table.items():
        first, end = entry["data_offsets"]
        numbers = bytearray(data[start + first : start + end])
        tensor = torch.frombuffer(numbers, dtype=types[entry["dtype"]])
        tensors[name] = tensor.reshape(entry["shape"])
    return tensors
