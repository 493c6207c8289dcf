import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

narrow = pytest.importorskip("training.narrow").narrow


def test_weights_are_held_small_and_give_nearly_the_same(tmp_path):
    weight = np.random.default_rng(3).normal(size=(16, 8)).astype(np.float32)
    graph = helper.make_graph(
        [helper.make_node("MatMul", ["states", "weight"], ["made"])],
        "one",
        [helper.make_tensor_value_info("states", TensorProto.FLOAT, [4, 16])],
        [helper.make_tensor_value_info("made", TensorProto.FLOAT, [4, 8])],
        [numpy_helper.from_array(weight, "weight")],
    )
    path = tmp_path / "model.onnx"
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), path)
    states = np.random.default_rng(4).normal(size=(4, 16)).astype(np.float32)

    narrow(path)

    held = {one.name: one.data_type for one in onnx.load(path).graph.initializer}
    assert held == {"weight_small": TensorProto.INT8, "weight_steps": TensorProto.FLOAT}
    (made,) = onnxruntime.InferenceSession(path).run(["made"], {"states": states})
    assert np.abs(made - states @ weight).max() < 0.1
    assert np.corrcoef(made.ravel(), (states @ weight).ravel())[0, 1] > 0.9999
