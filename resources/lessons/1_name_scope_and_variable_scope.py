# Lesson 1: name_scope against variable_scope
#
# A name scope is a prefix for operations. A variable
# scope is a prefix for variables, and opens a name
# scope of the same name along with it.
# Change a name below and watch what moves along.
import tensorflow as tf

zeros = tf.zeros_initializer()

# A variable inside both kinds of scope. get_variable
# asks variable scopes only: there is no "bar" in its
# name. The addition asks name scopes: it has both.
with tf.variable_scope("foo"):
    with tf.name_scope("bar"):
        v = tf.get_variable("v", [1], initializer=zeros)
        x = 1.0 + v
assert v.name == "foo/v:0"
assert x.op.name == "foo/bar/add"

# tf.Variable asks name scopes, like any operation.
# Where its name is taken it gets a number: you get a
# second variable, not an error.
with tf.name_scope("plain"):
    first = tf.Variable(1.0, name="w")
    second = tf.Variable(2.0, name="w")
    total = tf.add(first, second, name="total")
assert first.name == "plain/w:0"
assert second.name == "plain/w_1:0"

# Open "foo" once more: variables are still under foo/,
# but the name scope had to become foo_1. This is why
# the two prefixes drift apart.
with tf.variable_scope("foo"):
    u = tf.get_variable("u", [1], initializer=zeros)
    y = tf.multiply(u, 2.0, name="y")
assert u.name == "foo/u:0"
assert y.op.name == "foo_1/y"

print(v.name, "is a variable,", x.op.name, "is not")
print(u.name, "is a variable,", y.op.name, "is not")
