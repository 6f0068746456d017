# What an argument asks for that is not modelled is one operation and a warning, never an error that TensorFlow does not have.
import tensorflow as tf

images = tf.placeholder(tf.float32, [8, 4, 4, 3])
normal = tf.layers.batch_normalization(images, renorm=True, training=True)
print(normal.name, normal.shape)
print([v.name for v in tf.global_variables()])
flat = tf.layers.dense(tf.layers.flatten(normal), 2)
print(flat.name, flat.shape)

ids = tf.placeholder(tf.int32, [8, 5])
print(tf.contrib.layers.embed_sequence(ids, 10, 3, unique=True).name)
print(tf.contrib.layers.bow_encoder(ids, 10, 3).name)
print(tf.gather_nd(images, ids, batch_dims=1).name)

# python/training/hparam.py of TensorFlow 1.15's contrib/training: HParams.parse
parameters = tf.contrib.training.HParams(rate=0.1, layers=2, units=[8, 8], relu=True, name="a")
parameters.parse("rate=0.5, layers=3,units=[4, 5,6],relu=false,name=b c")
print(sorted(parameters.values().items()))
for text in ("layers=x", "depth=1", "layers=1,layers=2", "units=3", "=3", "relu=maybe", "units[1]=7", "layers[0]=1"):
    try:
        parameters.parse(text)
    except ValueError as error:
        print(error)
