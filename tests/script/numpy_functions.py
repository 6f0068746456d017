# Functions of numpy. Not recorded: this interpreter printed it, and it was read through against what numpy documents.
import numpy as np

print(np.prod([2, 3]), np.prod([]), np.prod((2.5, 2)), np.sum([[1, 2], [3, 4]], axis=1), np.mean([1, 2, 4]), np.max([3, 1]), np.argmax([1, 5, 2]), np.all([1, 0]), np.any([1, 0]))
print(np.pi, np.e, np.inf, -np.inf, np.nan, np.newaxis, np.log(np.e), np.exp([0, 1]), np.log([1.0, 0.0]), np.floor([1.5, -1.5]), np.ceil(1.2), np.power(2, 3), np.abs([-1, 2]), np.square([2, 3]), np.sign([-2, 0, 3]))
print(np.linspace(0, 1, 5), np.concatenate([[1], [2, 3]]), np.stack([[1, 2], [3, 4]], axis=1), np.vstack([[1], [2]]), np.hstack([[1], [2]]), np.tile([1, 2], 2), np.tile([[1]], (2, 3)), np.repeat([1, 2], 2))
print(np.expand_dims([1, 2], 0).shape, np.squeeze(np.zeros((1, 2, 1))).shape, np.transpose(np.zeros((2, 3))).shape, np.transpose(np.zeros((2, 3, 4)), (2, 0, 1)).shape, np.reshape([1, 2], (2, 1)).shape, np.ravel([[1], [2]]))
print(np.zeros_like([1, 2]), np.ones_like(np.zeros((1, 2), np.float32)).dtype, np.full(2, 0.5), np.identity(2), np.diag([1, 2]), np.tril(np.ones((2, 2))), np.where([True, False], 1, 2), np.clip([1, 5, 9], 2, 6))
print(np.maximum([1, 5], 3), np.minimum([1, 5], [2, 2]), np.isnan([np.nan, 1]), np.allclose([1.0], [1.0 + 1e-9]), np.array_equal([1, 2], [1, 2]), np.unique([3, 1, 3]), np.sort([3, 1, 2]), np.argsort([3, 1, 2]))
print(np.split(np.arange(6), 3), np.cumsum([1, 2, 3]), np.outer([1, 2], [3, 4]), np.round(2.567, 2), np.var([1, 2, 3, 4]), np.std([2, 2]), np.shape([[1, 2]]), np.ndim(3), np.size([1, 2]), np.iinfo(np.int32).max, np.finfo(np.float32).eps)

# The generator gives numpy's own numbers.
np.random.seed(0)
print(np.random.rand(3), np.random.rand(), np.random.randint(0, 5, (2, 2)).shape)
print(np.random.RandomState(3).randn(2), np.random.RandomState(0).randn(2, 2).shape, np.random.RandomState(1).uniform(-1, 1, 2).shape, np.random.normal(size=(3, 1)).shape, np.random.permutation(4).shape)
np.random.seed(42)
print(np.random.rand(2), np.random.choice(['a', 'b'], 3).shape)
