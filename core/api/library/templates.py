# Templates: TensorFlow 1.15, python/ops/template.py.

import functools

import tensorflow as tf
from _namescape import call_place, unique_variable_scope


def make_template(name_, func_, create_scope_now_=False, unique_name_=None, custom_getter_=None, **kwargs):
    if kwargs:
        func_ = functools.partial(func_, **kwargs)
    return Template(name_, func_, create_scope_now_, unique_name_, custom_getter_)


class Template(object):
    def __init__(self, name, func, create_scope_now=False, unique_name=None, custom_getter=None):
        if name is None:
            raise ValueError("name cannot be None.")
        self._func = func
        self._made_at = call_place()
        self._name = name
        self._unique_name = unique_name
        self._custom_getter = custom_getter
        self._variable_scope = None
        self._was_called = False
        if create_scope_now:
            scope_name = unique_name or unique_variable_scope(name)
            with tf.variable_scope(scope_name, custom_getter=custom_getter, auxiliary_name_scope=False) as scope:
                self._variable_scope = scope

    def __call__(self, *args, **kwargs):
        if self._variable_scope:
            with tf.variable_scope(self._variable_scope, reuse=self._was_called):
                return self._run(args, kwargs)
        with tf.variable_scope(self._unique_name, self._name, custom_getter=self._custom_getter) as scope:
            self._variable_scope = scope
            return self._run(args, kwargs)

    def _run(self, args, kwargs):
        try:
            trainable_before = len(tf.trainable_variables())
            result = self._func(*args, **kwargs)
            if self._was_called and len(tf.trainable_variables()) != trainable_before:
                raise ValueError("Trainable variable created when calling a template after the first time, perhaps you used tf.Variable "
                                 "when you meant tf.get_variable: %s" % (tf.trainable_variables()[trainable_before:],))
            self._was_called = True
            return result
        except Exception as error:
            first = error.args[0] if error.args else ""
            error.args = ("%s\n\noriginally defined at:\n%s" % (first, self._made_at),) + tuple(error.args[1:])
            raise

    @property
    def name(self):
        return self._name

    @property
    def func(self):
        return self._func

    @property
    def variable_scope(self):
        return self._variable_scope

    @property
    def var_scope(self):
        return self._variable_scope

    @property
    def variable_scope_name(self):
        if self._variable_scope:
            name = self._variable_scope.name
            return name if not name or name[-1] == "/" else name + "/"

    def _in_collection(self, key):
        return tf.get_collection(key, scope=self.variable_scope_name) if self._variable_scope else []

    @property
    def global_variables(self):
        return self._in_collection(tf.GraphKeys.GLOBAL_VARIABLES)

    @property
    def local_variables(self):
        return self._in_collection(tf.GraphKeys.LOCAL_VARIABLES)

    @property
    def variables(self):
        return self.global_variables + self.local_variables

    weights = variables

    @property
    def trainable_variables(self):
        return self._in_collection(tf.GraphKeys.TRAINABLE_VARIABLES)

    trainable_weights = trainable_variables

    @property
    def non_trainable_variables(self):
        trainable = set(self.trainable_variables)
        return [variable for variable in self.variables if variable not in trainable]

    non_trainable_weights = non_trainable_variables
