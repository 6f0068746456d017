# tf.train.Saver: TensorFlow 1.15, python/training/saver.py and saving/saveable_object_util.py. Its operations are made; nothing is
# written or read.

import tensorflow as tf
from _namescape import hint_nothing_runs

raw = tf.raw_ops


class Saver(object):
    def __init__(self, var_list=None, reshape=False, sharded=False, max_to_keep=5, keep_checkpoint_every_n_hours=10000.0, name=None, restore_sequentially=False, saver_def=None,
                 builder=None, defer_build=False, allow_empty=False, write_version=2, pad_step_number=False, save_relative_paths=False, filename=None):
        hint_nothing_runs()
        if defer_build and var_list:
            raise ValueError("If `var_list` is provided then build cannot be deferred. Either set defer_build=False or var_list=None.")
        self._var_list = var_list
        self._name = name
        self._filename = filename
        self._allow_empty = allow_empty
        self._reshape = reshape
        self._is_built = False
        self.last_checkpoints = []
        if not defer_build:
            self.build()

    def build(self):
        if self._is_built:
            return
        self._is_built = True
        if self._var_list is None:
            self._var_list = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES) + tf.get_collection(tf.GraphKeys.SAVEABLE_OBJECTS)
        if not self._var_list:
            if self._allow_empty:
                return
            raise ValueError("No variables to save")
        _build(_by_name(self._var_list), self._name, self._filename or "model", self._reshape)

    def save(self, sess, save_path, *args, **kwargs):
        return save_path

    def restore(self, sess, save_path):
        if save_path is None:
            raise ValueError("Can't load save_path when it is None.")


# Parts of a partitioned variable are saved as slices of the whole, in their order.
def _by_name(var_list):
    if isinstance(var_list, dict):
        named = [(name, part) for name in sorted(var_list) for part in _parts(var_list[name])]
    else:
        variables = sorted((variable for each in var_list for variable in _parts(each)), key=lambda variable: variable.op.name)
        named = [(_saved_name(variable), variable) for variable in variables]
        wholes = set()
        for name, variable in named:
            if variable._save_slice_spec is None and name in wholes:
                raise ValueError("At least two variables have the same name: %s" % name)
            wholes.add(name)
        named = sorted(named, key=lambda pair: pair[0])
    return [(name, variable, variable._save_slice_spec or "") for name, variable in named]


def _parts(variable):
    if type(variable).__name__ == "PartitionedVariable" or isinstance(variable, (list, tuple)):
        return list(variable)
    if not isinstance(variable, tf.Variable):
        raise TypeError("Variable to save is not a Variable: %s" % (variable,))
    return [variable]


def _saved_name(variable):
    return variable.op.name if variable._save_slice_spec is None else variable._save_slice_name


def _build(saved, name, filename, reshape):
    with tf.name_scope(name, "save", [variable.op for _, variable, _ in saved]):
        path = tf.placeholder_with_default(filename, shape=(), name="filename")
        path = tf.placeholder_with_default(path, shape=(), name="Const")
        names = [name for name, _, _ in saved]
        slices = [spec for _, _, spec in saved]
        tensors = [_value(variable) for _, variable, _ in saved]
        save = raw.SaveV2(prefix=path, tensor_names=names, shape_and_slices=slices, tensors=tensors)
        with tf.name_scope("control_dependency") as scope:
            with tf.colocate_with(path):
                with tf.control_dependencies([save]):
                    tf.identity(path, name=scope)
        with tf.device("cpu:0"):
            restored = raw.RestoreV2(prefix=path, tensor_names=names, shape_and_slices=slices, dtypes=[variable.dtype.base_dtype for _, variable, _ in saved])
        assigns = [_assigned(variable, tensor, reshape) for (_, variable, _), tensor in zip(saved, restored)]
        tf.group(*assigns, name="restore_all")


def _value(variable):
    if variable.dtype._is_ref_dtype:
        return variable._ref()
    with tf.device(variable.device):
        value = variable.read_value()
    with tf.device("/device:CPU:0"):
        return tf.identity(value)


def _assigned(variable, tensor, reshape):
    if variable.dtype._is_ref_dtype:
        if reshape:
            tensor = tf.reshape(tensor, variable.shape)
        return tf.assign(variable._ref(), tensor, validate_shape=variable.shape.is_fully_defined())
    if reshape:
        tensor = tf.reshape(tensor, variable.shape)
    with tf.device(variable.device):
        tensor = tf.identity(tensor)
        return raw.AssignVariableOp(resource=variable.handle, value=tensor)
