# Images: TensorFlow 1.15, python/ops/image_ops_impl.py.

import tensorflow as tf
from _namescape_tensors import static_values

raw = tf.raw_ops


class ResizeMethod(object):
    BILINEAR = 0
    NEAREST_NEIGHBOR = 1
    BICUBIC = 2
    AREA = 3


def resize_images(images, size, method=ResizeMethod.BILINEAR, align_corners=False, preserve_aspect_ratio=False, name=None):
    with tf.name_scope(name, "resize", [images, size]):
        images = tf.convert_to_tensor(images, name="images")
        rank = images.get_shape().ndims
        if rank is None:
            raise ValueError("'images' contains no shape.")
        is_batch = True
        if rank == 3:
            is_batch = False
            images = tf.expand_dims(images, 0)
        elif rank != 4:
            raise ValueError("'images' must have either 3 or 4 dimensions.")
        height, width = images.get_shape().as_list()[1:3]
        try:
            size = tf.convert_to_tensor(size, tf.int32, name="size")
        except (TypeError, ValueError):
            raise ValueError("'size' must be a 1-D int32 Tensor")
        if not size.get_shape().is_compatible_with([2]):
            raise ValueError("'size' must be a 1-D Tensor of 2 elements: new_height, new_width")
        known = static_values(size)
        new_height, new_width = known if known is not None else (None, None)
        if new_height is not None and new_width is not None and new_height == height and new_width == width:
            return images if is_batch else tf.squeeze(images, axis=[0])
        if method in (ResizeMethod.BILINEAR, "bilinear"):
            images = raw.ResizeBilinear(images=images, size=size, align_corners=align_corners)
        elif method in (ResizeMethod.NEAREST_NEIGHBOR, "nearest"):
            images = raw.ResizeNearestNeighbor(images=images, size=size, align_corners=align_corners)
        elif method in (ResizeMethod.BICUBIC, "bicubic"):
            images = raw.ResizeBicubic(images=images, size=size, align_corners=align_corners)
        elif method in (ResizeMethod.AREA, "area"):
            images = raw.ResizeArea(images=images, size=size, align_corners=align_corners)
        else:
            raise ValueError("Resize method is not implemented.")
        images.set_shape([None, new_height, new_width, None])
        return images if is_batch else tf.squeeze(images, axis=[0])


def resize_bilinear(images, size, align_corners=False, name=None, half_pixel_centers=False):
    return raw.ResizeBilinear(images=images, size=size, align_corners=align_corners, half_pixel_centers=half_pixel_centers, name=name)


def resize_nearest_neighbor(images, size, align_corners=False, name=None, half_pixel_centers=False):
    return raw.ResizeNearestNeighbor(images=images, size=size, align_corners=align_corners, half_pixel_centers=half_pixel_centers, name=name)


def flip_left_right(image):
    return _flipped(image, 1, "flip_left_right")


def flip_up_down(image):
    return _flipped(image, 0, "flip_up_down")


def _flipped(image, axis, scope):
    with tf.name_scope(None, scope, [image]):
        image = tf.convert_to_tensor(image, name="image")
        result = raw.ReverseV2(tensor=image, axis=[axis if image.get_shape().ndims != 4 else axis + 1])
        result.set_shape(image.get_shape())
        return result


def per_image_standardization(image):
    with tf.name_scope(None, "per_image_standardization", [image]) as scope:
        image = tf.convert_to_tensor(image, name="image")
        count = tf.reduce_prod(tf.shape(image)[-3:])
        image = tf.cast(image, tf.float32)
        mean = tf.reduce_mean(image, axis=[-1, -2, -3], keepdims=True)
        deviation = tf.sqrt(tf.nn.relu(tf.reduce_mean(tf.square(image), axis=[-1, -2, -3], keepdims=True) - tf.square(mean)))
        smallest = tf.rsqrt(tf.cast(count, tf.float32))
        image = tf.subtract(image, mean)
        return tf.div(image, tf.maximum(deviation, smallest), name=scope)
