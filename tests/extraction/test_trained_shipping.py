"""The model that ships reads alike on every processor: what it computes, it computes in floats."""

import onnx
import pytest

from rashomon.extraction.trained.shipping import MODEL

#: Operations on integers: processors without VNNI cut the sums of 8-bit products off.
INTEGERS = {"MatMulInteger", "DynamicQuantizeLinear", "QLinearMatMul", "QAttention", "DynamicQuantizeMatMul"}


@pytest.mark.parametrize("name", sorted(path.name for path in MODEL.glob("*.onnx")))
def test_nothing_is_computed_in_integers(name):
    done = {node.op_type for node in onnx.load(MODEL / name).graph.node}

    assert {"MatMul", "DequantizeLinear"} <= done
    assert done.isdisjoint(INTEGERS)
