# Images: TensorFlow 1.15, python/ops/image_ops_impl.py.

import tensorflow as tf
from _namescape_library import image_checks, image_colours
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


def random_flip_left_right(image, seed=None):
    return _flipped_at_random(image, 1, seed, "random_flip_left_right")


def random_flip_up_down(image, seed=None):
    return _flipped_at_random(image, 0, seed, "random_flip_up_down")


def _rank(image):
    rank = image.get_shape().ndims
    if rank not in (None, 3, 4):
        raise ValueError("'image' must have either 3 or 4 dimensions.")
    return rank


def _with_shape_of(image, result):
    result.set_shape([None, None, None] if image.get_shape().ndims is None else image.get_shape())
    return result


def _flipped(image, axis, scope):
    with tf.name_scope(None, scope, [image]):
        image = tf.convert_to_tensor(image, name="image")
        image = image_checks.assert_at_least_3d(image)
        if _rank(image) == 4:
            return tf.reverse(image, [axis + 1])
        return _with_shape_of(image, tf.reverse(image, [axis]))


def _flipped_at_random(image, axis, seed, scope_name):
    with tf.name_scope(None, scope_name, [image]) as scope:
        image = tf.convert_to_tensor(image, name="image")
        image = image_checks.assert_at_least_3d(image)
        if _rank(image) == 4:
            count = tf.shape(image)[0]
            uniform = tf.random_uniform([count], 0, 1.0, seed=seed)
            flips = tf.cast(tf.round(tf.reshape(uniform, [count, 1, 1, 1])), image.dtype)
            flipped = tf.reverse(image, [axis + 1])
            return flips * flipped + (1 - flips) * image
        mirrored = tf.less(tf.random_uniform([], 0, 1.0, seed=seed), .5)
        return _with_shape_of(image, tf.cond(mirrored, lambda: tf.reverse(image, [axis]), lambda: image, name=scope))


def transpose(image, name=None):
    with tf.name_scope(name, "transpose", [image]):
        image = tf.convert_to_tensor(image, name="image")
        image = image_checks.assert_at_least_3d(image)
        return tf.transpose(image, [0, 2, 1, 3] if _rank(image) == 4 else [1, 0, 2], name=name)


def rot90(image, k=1, name=None):
    with tf.name_scope(name, "rot90", [image, k]) as scope:
        image = tf.convert_to_tensor(image, name="image")
        image = image_checks.assert_at_least_3d(image)
        k = tf.convert_to_tensor(k, dtype=tf.int32, name="k")
        k = tf.mod(k, 4)
        rank = _rank(image)
        batch = 1 if rank == 4 else 0
        perm = [0, 2, 1, 3] if batch else [1, 0, 2]
        cases = [(tf.equal(k, 1), lambda: tf.transpose(tf.reverse(image, [batch + 1]), perm)),
                 (tf.equal(k, 2), lambda: tf.reverse(image, [batch, batch + 1])),
                 (tf.equal(k, 3), lambda: tf.reverse(tf.transpose(image, perm), [batch + 1]))]
        result = tf.case(cases, default=lambda: image, exclusive=True, name=scope)
        if batch:
            shape = result.get_shape()
            result.set_shape([shape[0], None, None, shape[3]])
        else:
            result.set_shape([None, None, image.get_shape()[2]])
        return result


def per_image_standardization(image):
    with tf.name_scope(None, "per_image_standardization", [image]) as scope:
        image = tf.convert_to_tensor(image, name="image")
        image = image_checks.assert_at_least_3d(image)
        original = image.dtype
        image = image_colours.as_floating(image)
        count = tf.reduce_prod(tf.shape(image)[-3:])
        mean = tf.reduce_mean(image, axis=[-1, -2, -3], keepdims=True)
        deviation = tf.math.reduce_std(image, axis=[-1, -2, -3], keepdims=True)
        smallest = tf.rsqrt(tf.cast(count, image.dtype))
        deviation = tf.maximum(deviation, smallest)
        image = image - mean
        return image_colours.convert_image_dtype(tf.div(image, deviation, name=scope), original, saturate=True)
