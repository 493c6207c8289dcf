"""Make an exported model small: weights become int8, each output with its own step, and floats again when the model is loaded.

What is computed stays in floats. Computing in int8 too is a sixth faster where a processor has VNNI, but reads otherwise
than on one without, which cuts sums of products off.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import GraphProto, NodeProto, TensorProto, helper, numpy_helper

_STEPS = 127


def narrow(path: Path) -> None:
    """Rewrite a model's file so: each constant matrix that states are multiplied by is held as int8."""
    model = onnx.load(path)
    graph = model.graph
    known = {one.name: one for one in graph.initializer}
    for node in [node for node in graph.node if node.op_type == "MatMul" and node.input[1] in known]:
        widened = _held(graph, known[node.input[1]])
        graph.node.insert(list(graph.node).index(node), widened)
        node.input[1] = widened.output[0]
    onnx.save(model, path)


def _held(graph: GraphProto, weight: TensorProto) -> NodeProto:
    """Put int8 in a matrix's place and return the operation that makes it floats again."""
    floats = numpy_helper.to_array(weight)
    steps = np.maximum(np.abs(floats).max(axis=0), 1e-9) / _STEPS
    small = np.clip(np.rint(floats / steps), -_STEPS, _STEPS).astype(np.int8)
    names = [f"{weight.name}_{part}" for part in ("small", "steps", "wide")]
    for name, values in zip(names, (small, steps.astype(np.float32)), strict=False):
        graph.initializer.append(numpy_helper.from_array(values, name))
    graph.initializer.remove(weight)
    return helper.make_node("DequantizeLinear", names[:2], names[2:], name=names[2], axis=1)
