# How contrib's layers name and collect what they make: TensorFlow 1.15, contrib/layers/python/layers/{layers,utils}.py.

import tensorflow as tf
from _namescape_library import contrib_variables, layer, layers

AUTO, NONE = tf.VariableSynchronization.AUTO, tf.VariableAggregation.NONE
smart_cond = layers.smart_cond


def model_variable_getter(getter, name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=True, collections=None, caching_device=None, partitioner=None,
                          rename=None, use_resource=None, synchronization=AUTO, aggregation=NONE, **_):
    parts = name.split("/")
    if rename and parts[-1] in rename:
        name = "/".join(parts[:-1] + [rename[parts[-1]]])
    return contrib_variables.model_variable(name, shape=shape, dtype=dtype, initializer=initializer, regularizer=regularizer, collections=collections, trainable=trainable,
                                            caching_device=caching_device, partitioner=partitioner, custom_getter=getter, use_resource=use_resource,
                                            synchronization=synchronization, aggregation=aggregation)


def renaming(rename=None):
    def layer_variable_getter(getter, *args, **kwargs):
        kwargs["rename"] = rename
        return model_variable_getter(getter, *args, **kwargs)

    return layer_variable_getter


def collections_of(collections, name):
    return collections.get(name, None) if isinstance(collections, dict) else collections


def collect_variable(variable, collections, name):
    for key in collections_of(collections, name) or []:
        for piece in layer.pieces(variable):
            if piece not in tf.get_collection(key):
                tf.add_to_collection(key, piece)


def collect_output(collections, name, outputs):
    if collections:
        name = name[:-1] if name[-1] == "/" else name
        tf.add_to_collections(collections, (name, outputs))
    return outputs


def pair(value):
    if isinstance(value, (list, tuple)):
        if len(value) != 2:
            raise ValueError("Must be a list with 2 elements: %s" % value)
        return int(value[0]), int(value[1])
    if isinstance(value, int):
        return value, value
    raise ValueError("Must be an int, a list with 2 elements or a TensorShape of length 2")


def last_dimension(shape, min_rank=1):
    if shape.dims is None:
        raise ValueError("dims of shape must be known but is None")
    if len(shape.dims) < min_rank:
        raise ValueError("rank of shape must be at least %d not: %d" % (min_rank, len(shape.dims)))
    if shape.dims[-1].value is None:
        raise ValueError("last dimension shape must be known but is None")
    return shape.dims[-1].value


def channels(data_format):
    return "channels_first" if data_format and data_format.startswith("NC") else "channels_last"
