# Lesson 3: jumping into a scope object
#
# variable_scope takes a name or a scope object. A name
# goes below the current scope. An object is a jump:
# its own full name counts, wherever you are.
import tensorflow as tf

zeros = tf.zeros_initializer()

with tf.variable_scope("foo") as foo:
    v = tf.get_variable("v", [1], initializer=zeros)
assert foo.name == "foo"

with tf.variable_scope("bar"):
    with tf.variable_scope("baz") as inside:
        assert inside.name == "bar/baz"

        # Not "bar/baz/foo": the variables of foo are
        # at hand again.
        with tf.variable_scope(foo, reuse=True) as back:
            assert back.name == "foo"
            same = tf.get_variable("v")
            twice = tf.multiply(same, 2.0, name="twice")

assert same is v

# Operations do not jump. They stay below the current
# name scope, in one more scope called like the last
# part of the object's name.
assert twice.op.name == "bar/baz/foo/twice"

# To take the operations home as well, keep the jump
# from opening a name scope, and enter the one in which
# foo was opened first. Its name ends in a slash, which
# means: exactly this scope, not a new one.
with tf.variable_scope(foo, auxiliary_name_scope=False):
    with tf.name_scope(foo.original_name_scope):
        home = tf.add(v, 1.0, name="home")
assert foo.original_name_scope == "foo/"
assert home.op.name == "foo/home"

# A jump takes reuse from the object, too, not from the
# place it starts at.
with tf.variable_scope("reusing", reuse=True):
    assert tf.get_variable_scope().reuse
    with tf.variable_scope(foo):
        assert not tf.get_variable_scope().reuse

print(v.name, twice.op.name, home.op.name)
