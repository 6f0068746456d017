# The older names of scopes: TensorFlow 1.15, python/framework/ops.py and python/ops/variable_scope.py. Both are generators, so that
# nothing happens before the block is entered.

import contextlib

import tensorflow as tf


@contextlib.contextmanager
def op_scope(values, name, default_name=None):
    with tf.name_scope(name, default_name=default_name, values=values) as scope:
        yield scope


@contextlib.contextmanager
def variable_op_scope(values, name_or_scope, default_name=None, initializer=None, regularizer=None, caching_device=None, partitioner=None, custom_getter=None, reuse=None,
                      dtype=None, use_resource=None, constraint=None):
    with tf.variable_scope(name_or_scope, default_name=default_name, values=values, initializer=initializer, regularizer=regularizer, caching_device=caching_device,
                           partitioner=partitioner, custom_getter=custom_getter, reuse=reuse, dtype=dtype, use_resource=use_resource, constraint=constraint) as scope:
        yield scope
