# bC3/8uT=7
import tensorflow as tf
def f(a,
      b=1):
	if a:
		return b

		# never
	return tf.constant("""x
 y""")

with tf.name_scope("r"):
	f(0)
	f(1)