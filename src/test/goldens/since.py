"""What PyTorch 2 answers differently from the 1.13 that writes the golden files.

The files come from 1.13, which any machine with Python can run; the program follows 2.x. Where the two differ, a case
gets the later answer here, and with it ``"torch": "2.7.1"``, the version that gave it. 2.10 gives the same.
``./mvnw -Poracle`` asks those versions themselves about every case, and says where this table or the engine is wrong.
"""

VERSION = "2.7.1"

TEXTS = (
    ("pad should be at most half of kernel size, but got pad={0} and kernel_size={1}",
     "pad should be at most half of effective kernel size, but got pad={0}, kernel_size={1} and dilation=1"),
    ("both arguments to matmul need to be at least 1D, but they are 0D and 2D",
     "both arguments to linear need to be at least 1D, but they are 0D and 2D"),
    ("Mismatch of parameter numbers and input channel size. Found parameter numbers =",
     "Mismatch of parameter numbers and input channel size. Found parameter numbers = {0} and channel size = {1}."),
    ("max_pool2d: padding must be either be a single int, or a tuple of two ints",
     "max_pool2d: padding must either be a single int, or a tuple of two ints"),
)
DTYPES = {      # Linear's refusal names the two since 2.0; the cases by name
    "linear-int64-input": "mat1 and mat2 must have the same dtype, but got Long and Float",
    "linear-float64-input": "mat1 and mat2 must have the same dtype, but got Double and Float",
}


def corrected(case):
    """The case as PyTorch 2 answers it; the very same where nothing changed."""
    changed = [text_of(case, case)]
    network = case.get("network")
    with_bias = set(linears_with_bias(network)) if isinstance(network, list) else ()
    saved_by_means = []
    for one in case.get("passes", ()):
        saved_by_means = means_of(one) or saved_by_means
        error = one.get("error", {})
        changed += [pooled_row_of(error, case), text_of(error, case), linear_of(one, with_bias),
                    without_means(one, saved_by_means), prelu_of(one), products_of(one), lookup_of(one)]
    if any(changed):
        case["torch"] = VERSION
    return case


def text_of(holder, case):
    text = holder.get("message")
    later = DTYPES.get(case["name"], text) if holder is case else text
    for before, after in TEXTS:
        head = before.split("{")[0]
        if text and text.startswith(head):
            numbers = [part for part in text.replace("=", " ").replace(".", " ").split() if part.isdigit()]
            later = after.format(*numbers)
    if later == text:
        return False
    holder["message"] = later
    return True


def pooled_row_of(holder, case):
    """A MaxPool1d is asked by a function of its own whether or not it is recorded, since 2.0."""
    text = holder.get("message", "")
    if not any(one.get("type") == "MaxPool1d" for one in case.get("network", ()) if isinstance(one, dict)):
        return False
    if text.startswith("Given input size"):
        places = text.split("Calculated output size: (")[1].split(")")[0].split("x")[-1]
        holder["message"] = f"max_pool1d() Invalid computed output size: {places}"
    elif text.startswith("pad should be at most half"):
        pad, kernel = [part for part in text.replace("=", " ").split() if part.isdigit()][:2]
        holder["message"] = ("max_pool1d() padding should be at most half of kernel size, but got "
                             f"padding={pad} and kernel_size={kernel}")
    return holder.get("message", "") != text


def nodes_of(one):
    return one.get("graph", {}).get("nodes", ())


def means_of(one):
    """What the means over dimensions saved, AdaptiveAvgPool2d(1) being one, each with whether nobody else did: they
    need only sizes, and since 2.0 save no more. Their input is never a part of a larger storage."""
    others = {saved["storage"] for node in nodes_of(one) if node["op"] != "MeanBackward1" for saved in node["saved"]}
    found = []
    for node in nodes_of(one):
        if node["op"] == "MeanBackward1":
            for saved in node["saved"]:
                found.append((saved, saved["storage"] not in others))
                others.add(saved["storage"])
    return found


def without_means(one, found):
    """Of a net at its true size only the first pass lists nodes; the later ones are as large."""
    if not found or "graph" not in one:
        return False
    graph = one["graph"]
    for saved, alone in found:
        graph["packed_bytes"] -= saved["bytes"]
        graph["unique_bytes"] -= saved["bytes"] if alone else 0
        graph["extra_bytes"] -= saved["bytes"] if alone and "of" not in saved else 0
    if "nodes" in graph:
        graph["nodes"] = [node for node in graph["nodes"] if node["op"] != "MeanBackward1"]
        renumber(graph["nodes"])
    return True


def linear_of(one, with_bias):
    """A Linear with a bias is one addmm whatever the number of axes, since 2.1; it packs its weight first."""
    found = [node for node in nodes_of(one) if node["op"] == "MmBackward0" and node["layer"] in with_bias]
    for node in found:
        node["op"] = "AddmmBackward0"
        for saved in node["saved"]:
            saved["name"] = {"self": "mat1"}.get(saved["name"], saved["name"])
        node["saved"].sort(key=lambda saved: saved["name"], reverse=True)
    renumber(nodes_of(one))
    return bool(found)


def prelu_of(one):
    """A PReLU views its slopes as an array of as many axes as its input has, since 2.0, and saves that view."""
    found = [node for node in nodes_of(one) if node["op"] == "PreluBackward0"]
    for node in found:
        node["op"] = "PreluKernelBackward0"
        x, weight = node["saved"]
        axes = len(x["shape"])
        if axes != 1:
            weight["shape"] = [size if axis == 1 else 1 for axis, size in enumerate(weight["shape"] * axes)]
    return bool(found)


def lookup_of(one):
    """An Embedding needs of its table only how many rows it has, and since 2.0 saves no more."""
    found = [node for node in nodes_of(one) if node["op"] == "EmbeddingBackward0"]
    for node in found:
        node["saved"] = [saved for saved in node["saved"] if saved["name"] != "weight"]
    if found:
        count(one["graph"])
    return bool(found)


def products_of(one):
    """A Linear of rows that do not lie one after another multiplies a copy of them as a matrix, since 2.0; 1.13 made a
    batch of products of it, and kept what it had multiplied. By a frozen weight 2.x still makes a batch."""
    nodes = nodes_of(one)
    found = [node for node in nodes if node["op"] == "BmmBackward0"
             and any(saved["name"] == "self" for saved in node["saved"])]
    for node in found:
        node["op"] = "MmBackward0"
        node["saved"].sort(key=lambda saved: saved["name"], reverse=True)
        for saved in node["saved"]:
            rows, width = saved["shape"][-2:]
            if saved["name"] == "self":
                saved["shape"] = [saved["shape"][0] * rows, width]
                saved["storage"] = object()
                saved.pop("of", None)
            else:
                saved["shape"] = [rows, width]
                saved["bytes"] = 4 * rows * width
    if found:
        count(one["graph"])
    return bool(found)


def count(graph):
    """The bytes, and the numbers of storages, anew; no storage here is larger than what is saved of it."""
    renumber(graph["nodes"])
    every = [saved for node in graph["nodes"] for saved in node["saved"]]
    sizes = {}
    for saved in every:
        sizes[saved["storage"]] = max(sizes.get(saved["storage"], 0), saved["bytes"])
    owned = {saved["storage"] for saved in every if "of" in saved}
    graph["packed_bytes"] = sum(saved["bytes"] for saved in every)
    graph["unique_bytes"] = sum(sizes.values())
    graph["extra_bytes"] = sum(size for number, size in sizes.items() if number not in owned)


def renumber(nodes):
    """Storages are numbered by first occurrence."""
    numbers = {}
    for node in nodes:
        for saved in node["saved"]:
            saved["storage"] = numbers.setdefault(saved["storage"], len(numbers))


def linears_with_bias(layers, before=""):
    for index, one in enumerate(layers):
        path = before + one.get("name", str(index))
        if one["type"] == "Linear" and one.get("bias", True):
            yield path
        for inner in ("layers", "body", "shortcut"):
            yield from linears_with_bias(one.get(inner, ()), path + ".")
