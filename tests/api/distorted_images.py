# Images distorted for training: flipped, cropped, padded and coloured.
import tensorflow as tf


def show(title, start):
    print("--- " + title)
    for op in tf.get_default_graph().get_operations()[start:]:
        control = [each.name for each in op.control_inputs]
        print(op.name, op.type, [each.name for each in op.inputs], [str(each.shape) for each in op.outputs], control if control else "")
    return len(tf.get_default_graph().get_operations())


image = tf.placeholder(tf.float32, [32, 32, 3])
some = tf.placeholder(tf.uint8, [None, None, 3])
start = show("start", 0)
distorted = tf.random_crop(image, [24, 24, 3])
distorted = tf.image.random_flip_left_right(distorted)
distorted = tf.image.random_brightness(distorted, max_delta=63)
distorted = tf.image.random_contrast(distorted, lower=0.2, upper=1.8)
start = show("distorted", start)
tf.image.per_image_standardization(distorted)
start = show("standardized", start)
print(tf.image.resize_image_with_crop_or_pad(image, 28, 36))
start = show("cropped and padded", start)
print(tf.image.resize_with_crop_or_pad(some, 28, 36))
start = show("cropped and padded as it comes", start)
tf.image.convert_image_dtype(some, tf.float32)
tf.image.convert_image_dtype(image, tf.uint8, saturate=True)
start = show("converted", start)
tf.image.rgb_to_grayscale(image)
tf.image.grayscale_to_rgb(tf.placeholder(tf.float32, [4, 4, 1]))
tf.image.adjust_hue(some, 0.1)
tf.image.random_saturation(image, 0.5, 1.5)
start = show("coloured", start)
tf.image.central_crop(image, 0.5)
tf.image.central_crop(some, 0.5)
start = show("central", start)
tf.image.flip_up_down(tf.placeholder(tf.float32, [None, 8, 8, 3]))
tf.image.random_flip_up_down(tf.placeholder(tf.float32, [2, 8, 8, 3]))
tf.image.transpose_image(image)
tf.image.rot90(image)
tf.image.total_variation(image)
start = show("turned", start)
try:
    tf.image.pad_to_bounding_box(image, 4, 4, 32, 32)
except ValueError as error:
    print(error)
try:
    tf.image.random_contrast(image, 2, 1)
except ValueError as error:
    print(error)
