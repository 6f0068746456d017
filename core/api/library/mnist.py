# The handwritten digits that tutorials learn from: TensorFlow 1.15, examples/tutorials/mnist/input_data.py. Nothing is fetched: there are as
# many as there would be, and all are blank.

import numpy as np


class _Digits(object):
    def __init__(self, count, one_hot, reshape):
        self.num_examples = count
        self.epochs_completed = 0
        self._one_hot = one_hot
        self._reshape = reshape
        self._blank_images, self._blank_labels = {}, {}

    @property
    def images(self):
        return self._images(self.num_examples)

    @property
    def labels(self):
        return self._labels(self.num_examples)

    def next_batch(self, batch_size, fake_data=False, shuffle=True):
        return self._images(batch_size), self._labels(batch_size)

    # Blank batches of one size are the same: programs ask for thousands of them.
    def _images(self, count):
        if count not in self._blank_images:
            self._blank_images[count] = np.zeros([count, 784] if self._reshape else [count, 28, 28, 1], dtype=np.float32)
        return self._blank_images[count]

    def _labels(self, count):
        if count not in self._blank_labels:
            self._blank_labels[count] = np.zeros([count, 10], dtype=np.float64) if self._one_hot else np.zeros([count], dtype=np.uint8)
        return self._blank_labels[count]


class _Datasets(object):
    def __init__(self, train, validation, test):
        self.train, self.validation, self.test = train, validation, test


def read_data_sets(train_dir, fake_data=False, one_hot=False, dtype=None, reshape=True, validation_size=5000, seed=None, source_url=None):
    if not 0 <= validation_size <= 60000:
        raise ValueError("Validation size should be between 0 and 60000. Received: {}.".format(validation_size))
    return _Datasets(_Digits(60000 - validation_size, one_hot, reshape), _Digits(validation_size, one_hot, reshape), _Digits(10000, one_hot, reshape))
