# Sessions that stand as the default one, which operations and tensors run in.
import tensorflow as tf

v = tf.Variable(1.0)
t = v + 1.0
print(tf.get_default_session())
with tf.Session() as sess:
    print(tf.get_default_session() is sess)
    v.initializer.run()
    tf.global_variables_initializer().run()
    print(t.eval(), v.eval(), sess.run([t, v]))
print(tf.get_default_session())
for each in (lambda: t.eval(), lambda: t.op.run(), lambda: v.load(2.0)):
    try:
        each()
    except ValueError as error:
        print(error)
sess = tf.InteractiveSession()
print(t.eval())
sess.close()
other = tf.Session(graph=tf.Graph())
with other.as_default():
    try:
        t.eval()
    except ValueError as error:
        print(error)
print(t.eval(session=sess), len(tf.get_default_graph().get_operations()))
