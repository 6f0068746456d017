# Messages that programs fill and give to sessions and writers: TensorFlow 1.15, core/protobuf/config.proto and core/framework/summary.proto.
# They leave nothing in the graph, and any field may be set.


class _Message(object):
    def __init__(self, **fields):
        self.__dict__.update(fields)

    def ParseFromString(self, serialized):
        pass

    def SerializeToString(self):
        return b""

    def CopyFrom(self, other):
        self.__dict__.update(other.__dict__)


class RunOptions(_Message):
    NO_TRACE = 0
    SOFTWARE_TRACE = 1
    HARDWARE_TRACE = 2
    FULL_TRACE = 3


class RunMetadata(_Message):
    def __init__(self, **fields):
        self.step_stats = None
        self.__dict__.update(fields)


class OptimizerOptions(_Message):
    L0 = -1
    L1 = 0
    DEFAULT = 0
    OFF = -1
    ON_1 = 1
    ON_2 = 2


class GraphOptions(_Message):
    def __init__(self, **fields):
        self.optimizer_options = OptimizerOptions()
        self.__dict__.update(fields)


class HistogramProto(_Message):
    pass


class Event(_Message):
    pass


class _Values(object):
    def __init__(self, values):
        self._values = list(values)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __getitem__(self, index):
        return self._values[index]

    def add(self, **fields):
        self._values.append(Summary.Value(**fields))
        return self._values[-1]


class Summary(_Message):
    class Value(_Message):
        pass

    class Image(_Message):
        pass

    def __init__(self, value=()):
        self.value = _Values(value)
