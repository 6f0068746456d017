# python/framework/ops.py: Operation.traceback, op_def, node_def; Graph.graph_def_versions, prevent_feeding, prevent_fetching.
import tensorflow as tf

graph = tf.get_default_graph()


def make():
    return tf.constant([1.0, 2.0], name="a")


a = make()
for _, line, function, code in a.op.traceback:
    print(line, function, code)
print(a.op.op_def.name, a.op.node_def.name, a.op.node_def.op, (a + 1).op.node_def.input)
print(a.op.node_def)
print(graph.graph_def_versions, graph.graph_def_versions.producer, graph.as_graph_def().versions.producer)
print(graph.is_feedable(a), graph.is_fetchable(a), graph.is_fetchable(a.op))
graph.prevent_feeding(a)
print(graph.is_feedable(a), graph.is_fetchable(a))
graph.prevent_fetching(a.op)
print(graph.is_fetchable(a), graph.is_fetchable(a.op))
# python/framework/dtypes.py, size: numpy's, for which a text is an object.
print(tf.string.size, tf.float32.size, tf.resource.size)

# core/graph/graph_constructor.cc: a loop's Merge waits for one of its inputs only.
loop = tf.while_loop(lambda i: i < 10, lambda i: i + 1, [tf.constant(0)])
definition = graph.as_graph_def()
with tf.Graph().as_default() as other:
    tf.import_graph_def(definition, name="x")
    merge = other.get_operation_by_name("x/while/Merge")
    print([i.name for i in merge.inputs])
    print(len(other.get_operations()) == len(definition.node))
    for wanted in ["b:0", "b", "a:1"]:
        try:
            tf.import_graph_def(definition, return_elements=[wanted])
        except ValueError as e:
            print(e)
    print(len(other.get_operations()) == len(definition.node))
