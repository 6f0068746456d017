# Images cropped and padded: TensorFlow 1.15, python/ops/image_ops_impl.py.

import tensorflow as tf
from _namescape_library import grouping, image_checks


def central_crop(image, central_fraction):
    with tf.name_scope(None, "central_crop", [image]):
        image = tf.convert_to_tensor(image, name="image")
        if central_fraction <= 0.0 or central_fraction > 1.0:
            raise ValueError("central_fraction must be within (0, 1]")
        if central_fraction == 1.0:
            return image
        image_checks.assert_at_least_3d(image)
        rank = image.get_shape().ndims
        if rank not in (3, 4):
            raise ValueError("`image` should either be a Tensor with rank = 3 or rank = 4. Had rank = {}.".format(rank))
        sizes = image.get_shape().as_list()
        first = rank - 3
        height = sizes[first] if sizes[first] is not None else tf.shape(image)[first]
        width = sizes[first + 1] if sizes[first + 1] is not None else tf.shape(image)[first + 1]
        top, left = _cropped_before(height, central_fraction), _cropped_before(width, central_fraction)
        new_height, new_width = height - top * 2, width - left * 2
        begin = tf.stack(([] if rank == 3 else [0]) + [top, left, 0])
        size = tf.stack(([] if rank == 3 else [-1]) + [new_height, new_width, -1])
        image = tf.slice(image, begin, size)
        image.set_shape(sizes[:first] + [None if image_checks.is_tensor(each) else each for each in (new_height, new_width)] + [sizes[-1]])
        return image


def _cropped_before(size, fraction):
    if image_checks.is_tensor(size):
        size = tf.cast(size, tf.float64)
        return tf.cast((size - size * fraction) / 2, tf.int32)
    return int((float(size) - float(size) * fraction) / 2)


def _static(values):
    return [None if image_checks.is_tensor(each) else each for each in values]


def pad_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
    with tf.name_scope(None, "pad_to_bounding_box", [image]):
        image = tf.convert_to_tensor(image, name="image")
        image, is_batch = image_checks.as_batch(image)
        checks = image_checks.check_at_least_3d(image)
        batch, height, width, depth = image_checks.image_dimensions(image, 4)
        right = target_width - offset_width - width
        bottom = target_height - offset_height - height
        checks += image_checks.require(offset_height >= 0, "offset_height must be >= 0")
        checks += image_checks.require(offset_width >= 0, "offset_width must be >= 0")
        checks += image_checks.require(right >= 0, "width must be <= target - offset")
        checks += image_checks.require(bottom >= 0, "height must be <= target - offset")
        image = grouping.with_dependencies(checks, image)
        paddings = tf.reshape(tf.stack([0, 0, offset_height, bottom, offset_width, right, 0, 0]), [4, 2])
        padded = tf.pad(image, paddings)
        padded.set_shape(_static([batch, target_height, target_width, depth]))
        return padded if is_batch else tf.squeeze(padded, axis=[0])


def crop_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
    with tf.name_scope(None, "crop_to_bounding_box", [image]):
        image = tf.convert_to_tensor(image, name="image")
        image, is_batch = image_checks.as_batch(image)
        checks = image_checks.check_at_least_3d(image)
        batch, height, width, depth = image_checks.image_dimensions(image, 4)
        checks += image_checks.require(offset_width >= 0, "offset_width must be >= 0.")
        checks += image_checks.require(offset_height >= 0, "offset_height must be >= 0.")
        checks += image_checks.require(target_width > 0, "target_width must be > 0.")
        checks += image_checks.require(target_height > 0, "target_height must be > 0.")
        checks += image_checks.require(width >= (target_width + offset_width), "width must be >= target + offset.")
        checks += image_checks.require(height >= (target_height + offset_height), "height must be >= target + offset.")
        image = grouping.with_dependencies(checks, image)
        cropped = tf.slice(image, tf.stack([0, offset_height, offset_width, 0]), tf.stack([-1, target_height, target_width, -1]))
        cropped.set_shape(_static([batch, target_height, target_width, depth]))
        return cropped if is_batch else tf.squeeze(cropped, axis=[0])


def resize_image_with_crop_or_pad(image, target_height, target_width):
    with tf.name_scope(None, "resize_image_with_crop_or_pad", [image]):
        image = tf.convert_to_tensor(image, name="image")
        image, is_batch = image_checks.as_batch(image)
        checks = image_checks.check_at_least_3d(image)
        checks += image_checks.require(target_width > 0, "target_width must be > 0.")
        checks += image_checks.require(target_height > 0, "target_height must be > 0.")
        image = grouping.with_dependencies(checks, image)
        if image_checks.is_tensor(target_height):
            target_height = grouping.with_dependencies(checks, target_height)
        if image_checks.is_tensor(target_width):
            target_width = grouping.with_dependencies(checks, target_width)
        _, height, width, _ = image_checks.image_dimensions(image, 4)
        width_difference = target_width - width
        crop_width = _larger(-width_difference // 2, 0)
        pad_width = _larger(width_difference // 2, 0)
        height_difference = target_height - height
        crop_height = _larger(-height_difference // 2, 0)
        pad_height = _larger(height_difference // 2, 0)
        cropped = crop_to_bounding_box(image, crop_height, crop_width, _smaller(target_height, height), _smaller(target_width, width))
        resized = pad_to_bounding_box(cropped, pad_height, pad_width, target_height, target_width)
        if resized.get_shape().ndims is None:
            raise ValueError("resized contains no shape.")
        _, resized_height, resized_width, _ = image_checks.image_dimensions(resized, 4)
        checks = image_checks.require(_equal(resized_height, target_height), "resized height is not correct.")
        checks += image_checks.require(_equal(resized_width, target_width), "resized width is not correct.")
        resized = grouping.with_dependencies(checks, resized)
        return resized if is_batch else tf.squeeze(resized, axis=[0])


def _any_tensor(x, y):
    return image_checks.is_tensor(x) or image_checks.is_tensor(y)


def _larger(x, y):
    return tf.maximum(x, y) if _any_tensor(x, y) else max(x, y)


def _smaller(x, y):
    return tf.minimum(x, y) if _any_tensor(x, y) else min(x, y)


def _equal(x, y):
    return tf.equal(x, y) if _any_tensor(x, y) else x == y
