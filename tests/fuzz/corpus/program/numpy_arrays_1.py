import numpy as np
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)
a = np.array([1.0, 2.5])
print(a, repr(a), a.dtype, a.shape, a.ndim, a.size, len(a))
print(repr(np.zeros((2, 3))))
print(repr(np.ones(2, np.float32)), repr(np.arange(5)), np.arange(3.0), repr(np.arange(1, 2, 0.25)), np.arange(5, 0, -2))
print(np.eye(2), repr(np.full((2, 2), 7)), repr(np.array([True, False])), repr(np.array(['a', 'bc'])))
print(np.array(3), repr(np.array(3)), repr(np.array(1.5)), repr(np.array([])), repr(np.zeros((0, 3))), np.zeros((2, 1, 2)))
print(np.float32(0.1), np.float64(0.1), np.float16(0.1), np.int8(200 - 256), np.sqrt(2), np.float32(1) / 3, repr(np.float32(2)), np.bool_(1))
print(np.array([0.1, 0.25], np.float32), np.array([1.0, np.nan, np.inf]), np.array([1e10, 1.0]), np.array([1e-5, 1.0]), np.array([123456.0, 0.5]), np.array([-1.5, 22.25]))
print(np.arange(2000), np.array([1 + 2j, 3]), np.arange(40))
b = np.arange(12).reshape(3, 4)
print(b[1], b[:, 1], b[1:, ::2], b[1, 2], b[-1, -1], b.T.shape, b[None].shape, b[..., 0], b[b > 9], b[[0, 2], 1], b[:, [3, 0]])
print(b.sum(), b.sum(axis=0), b.mean(axis=1), b.max(), b.min(axis=1), b.argmax(axis=1), b.prod(axis=0), b.std(), b.cumsum()[-1], b.sum(axis=1, keepdims=True).shape)
b[0] = 9
b[1][1] = 77
b[:, 3] *= 2
print(b, b.tolist(), b.astype(np.float32).dtype, b.flatten().shape, b.copy().size)
print((a + 1, a * a, 2 - a, a / 2, a // 2, a % 2, a ** 2, -a, a > 1, a == 2.5, abs(-a)))
print((np.array([1, 2]) / 2).dtype, (np.array([1, 2]) + 1.5).dtype, (np.array([1, 2], np.float32) * 2.5).dtype, (np.float32(1) + 1).dtype, (np.int32(1) + 1).dtype, (np.array([1], np.int8) + np.array([1], np.int32)).dtype,
      (np.array([1], np.int32) + np.array([1], np.float32)).dtype, np.array([1, 2.5, True]).dtype, np.array([1, 'a']).dtype, np.array([np.float32(1)]).dtype)
