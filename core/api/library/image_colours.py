# The colours of images: TensorFlow 1.15, python/ops/image_ops_impl.py.

import tensorflow as tf
from _namescape_library import image_checks

raw = tf.raw_ops


def convert_image_dtype(image, dtype, saturate=False, name=None):
    image = tf.convert_to_tensor(image, name="image")
    dtype = tf.as_dtype(dtype)
    if not dtype.is_floating and not dtype.is_integer:
        raise AttributeError("dtype must be either floating point or integer")
    if dtype == image.dtype:
        return tf.identity(image, name=name)
    cast = tf.saturate_cast if saturate else tf.cast
    with tf.name_scope(name, "convert_image", [image]) as name:
        source = image.dtype
        if source.is_integer and dtype.is_integer:
            if source.max > dtype.max:
                return cast(tf.div(image, (source.max + 1) // (dtype.max + 1)), dtype, name=name)
            return tf.multiply(cast(image, dtype), (dtype.max + 1) // (source.max + 1), name=name)
        if source.is_floating and dtype.is_floating:
            return tf.cast(image, dtype, name=name)
        if source.is_integer:
            return tf.multiply(tf.cast(image, dtype), 1. / source.max, name=name)
        # The half keeps rounding out of the cast.
        return cast(tf.multiply(image, dtype.max + 0.5), dtype, name=name)


def as_floating(image):
    return image if image.dtype in (tf.float16, tf.float32) else convert_image_dtype(image, tf.float32)


def adjust_brightness(image, delta):
    with tf.name_scope(None, "adjust_brightness", [image, delta]) as name:
        image = tf.convert_to_tensor(image, name="image")
        floating = as_floating(image)
        return convert_image_dtype(tf.add(floating, tf.cast(delta, floating.dtype), name=name), image.dtype, saturate=True)


def adjust_contrast(images, contrast_factor):
    with tf.name_scope(None, "adjust_contrast", [images, contrast_factor]) as name:
        images = tf.convert_to_tensor(images, name="images")
        adjusted = raw.AdjustContrastv2(images=as_floating(images), contrast_factor=contrast_factor, name=name)
        return convert_image_dtype(adjusted, images.dtype, saturate=True)


def adjust_hue(image, delta, name=None):
    with tf.name_scope(name, "adjust_hue", [image]) as name:
        image = tf.convert_to_tensor(image, name="image")
        return convert_image_dtype(raw.AdjustHue(images=as_floating(image), delta=delta), image.dtype)


def adjust_saturation(image, saturation_factor, name=None):
    with tf.name_scope(name, "adjust_saturation", [image]) as name:
        image = tf.convert_to_tensor(image, name="image")
        return convert_image_dtype(raw.AdjustSaturation(images=as_floating(image), scale=saturation_factor), image.dtype)


def adjust_gamma(image, gamma=1, gain=1):
    with tf.name_scope(None, "adjust_gamma", [image, gamma, gain]):
        image = tf.convert_to_tensor(image, name="image")
        floating = as_floating(image)
        checks = image_checks.require(gamma >= 0, "Gamma should be a non-negative real number.")
        if checks:
            from _namescape_library import grouping
            gamma = grouping.with_dependencies(checks, gamma)
        return convert_image_dtype(gain * floating**gamma, image.dtype, saturate=True)


def random_brightness(image, max_delta, seed=None):
    if max_delta < 0:
        raise ValueError("max_delta must be non-negative.")
    return adjust_brightness(image, tf.random_uniform([], -max_delta, max_delta, seed=seed))


def random_contrast(image, lower, upper, seed=None):
    _check_bounds(lower, upper)
    return adjust_contrast(image, tf.random_uniform([], lower, upper, seed=seed))


def random_hue(image, max_delta, seed=None):
    if max_delta > 0.5:
        raise ValueError("max_delta must be <= 0.5.")
    if max_delta < 0:
        raise ValueError("max_delta must be non-negative.")
    return adjust_hue(image, tf.random_uniform([], -max_delta, max_delta, seed=seed))


def random_saturation(image, lower, upper, seed=None):
    _check_bounds(lower, upper)
    return adjust_saturation(image, tf.random_uniform([], lower, upper, seed=seed))


def _check_bounds(lower, upper):
    if upper <= lower:
        raise ValueError("upper must be > lower.")
    if lower < 0:
        raise ValueError("lower must be non-negative.")


def rgb_to_grayscale(images, name=None):
    with tf.name_scope(name, "rgb_to_grayscale", [images]) as name:
        images = tf.convert_to_tensor(images, name="images")
        floating = convert_image_dtype(images, tf.float32)
        gray = tf.expand_dims(tf.tensordot(floating, [0.2989, 0.5870, 0.1140], [-1, -1]), -1)
        return convert_image_dtype(gray, images.dtype, name=name)


def grayscale_to_rgb(images, name=None):
    with tf.name_scope(name, "grayscale_to_rgb", [images]) as name:
        images = image_checks.assert_grayscale(images)
        images = tf.convert_to_tensor(images, name="images")
        before = tf.expand_dims(tf.rank(images) - 1, 0)
        multiples = tf.concat([tf.ones(before, dtype=tf.int32)] + [tf.expand_dims(3, 0)], 0)
        rgb = tf.tile(images, multiples, name=name)
        rgb.set_shape(images.get_shape()[:-1].concatenate([3]))
        return rgb


def total_variation(images, name=None):
    with tf.name_scope(name, "total_variation"):
        rank = images.get_shape().ndims
        if rank == 3:
            down = images[1:, :, :] - images[:-1, :, :]
            across = images[:, 1:, :] - images[:, :-1, :]
            axes = None
        elif rank == 4:
            down = images[:, 1:, :, :] - images[:, :-1, :, :]
            across = images[:, :, 1:, :] - images[:, :, :-1, :]
            axes = [1, 2, 3]
        else:
            raise ValueError("'images' must be either 3 or 4-dimensional.")
        return tf.reduce_sum(tf.abs(down), axis=axes) + tf.reduce_sum(tf.abs(across), axis=axes)
