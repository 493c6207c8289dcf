"""Make an exported model quicker without changing what it computes: each layer's attention becomes one operation.

ONNX Runtime has an attention for processors that never writes out the whole matrix of weights. It takes no mask, and none is
needed: the reader gives one window at a time, and no window is filled up.
"""

from collections import defaultdict
from collections.abc import Container
from pathlib import Path

import numpy as np
import onnx
from onnx import GraphProto, NodeProto, helper, numpy_helper

#: Attention heads of a layer of MiniLM.
HEADS = 12
_DOMAIN = "com.microsoft"
_MOVES = frozenset({"Mul", "Transpose", "Reshape"})


def fuse(path: Path) -> None:
    """Rewrite a model's file so; inputs that are no longer used ("mask") are gone from it.

    Raises:
        ValueError: a layer's attention is not of the form that `training.export` writes.
    """
    model = onnx.load(path)
    graph = model.graph
    for number, softmax in enumerate([node for node in graph.node if node.op_type == "Softmax"]):
        _replace(graph, softmax, f"attention_{number}")
    _prune(graph)
    model.opset_import.append(helper.make_opsetid(_DOMAIN, 1))
    onnx.save(model, path)


def _replace(graph: GraphProto, softmax: NodeProto, name: str) -> None:
    """Put one operation in the place of the last one of a layer's attention."""
    made = {output: node for node in graph.node for output in node.output}
    uses = defaultdict(list)
    for node in graph.node:
        for given in node.input:
            uses[given].append(node)
    known = {one.name: one for one in graph.initializer}
    scores = next(made[given] for given in made[softmax.input[0]].input if made[given].op_type == "MatMul")
    mixed = uses[softmax.output[0]][0]
    sides = [_projected(made, known.keys(), given) for given in (*scores.input, mixed.input[1])]
    last = mixed
    while moves := [node for node in uses[last.output[0]] if node.op_type in _MOVES]:
        last = moves[0]
    bias = np.concatenate([numpy_helper.to_array(known[bias]) for _, bias in sides])
    graph.initializer.append(numpy_helper.from_array(bias, f"{name}_bias"))
    given = [*(states for states, _ in sides), f"{name}_bias"]
    fused = helper.make_node("MultiHeadAttention", given, list(last.output), name=name, domain=_DOMAIN, num_heads=HEADS)
    place = list(graph.node).index(last)
    del graph.node[place]
    graph.node.insert(place, fused)


def _projected(made: dict[str, NodeProto], known: Container[str], given: str) -> tuple[str, str]:
    """Return the states that one side of the attention is made of, and the bias that is added to them."""
    node = made[given]
    while node.op_type in _MOVES:
        node = made[node.input[0]]
    if node.op_type != "Add":
        raise ValueError(f"{node.name} is {node.op_type} where a bias is added (has the model another form?)")
    bias, states = sorted(node.input, key=lambda name: name not in known)
    return states, bias


def _prune(graph: GraphProto) -> None:
    """Take away what nothing uses any more."""
    while True:
        needed = {one.name for one in graph.output} | {given for node in graph.node for given in node.input}
        idle = [node for node in graph.node if needed.isdisjoint(node.output)]
        for node in idle:
            graph.node.remove(node)
        if not idle:
            break
    for several in (graph.initializer, graph.input):
        for one in [one for one in several if one.name not in needed]:
            several.remove(one)
