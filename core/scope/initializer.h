// How variables get their first values.
#pragma once

#include "graph/graph.h"
#include "scope/token.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace namescape {

// Which slice of a partitioned variable is being made. Sizes per axis of the whole variable, and where the slice begins.
struct PartitionInfo {
    std::vector<std::int64_t> fullShape;
    std::vector<std::int64_t> offset;
};

// What an initializer is asked for; no shape when it knows its own.
struct InitializerCall {
    Graph& graph;
    std::optional<std::vector<std::int64_t>> shape;
    DataType dataType;  // Invalid: the initializer's own
    std::optional<PartitionInfo> partition;
};

// The `initializer` of get_variable: a function that makes operations, or a value that is converted to a tensor.
struct Initializer {
    using Function = std::function<Tensor(const InitializerCall&)>;
    // Makes (or simply returns) a tensor; `name` is for a constant that has to be made, an Invalid data type leaves the choice.
    using Value = std::function<Tensor(Graph&, std::string_view name, DataType)>;

    Function function;         // one of these two
    Value value;
    bool knowsShape = false;   // a function that may be called without shape
    bool isTensor = false;     // a value that is a tensor already
    Token token;

    bool isFunction() const { return function != nullptr; }
};

Initializer initializerFromTensor(Tensor tensor);

// TensorFlow 1.15's own, python/ops/init_ops.py. Data type Invalid: the variable's.
Initializer zerosInitializer(DataType dataType = DataType::Float32);
Initializer onesInitializer(DataType dataType = DataType::Float32);
Initializer constantInitializer(double value, DataType dataType = DataType::Float32);
Initializer randomUniformInitializer(double minimum = -0.05, double maximum = 0.05, DataType dataType = DataType::Float32);
Initializer randomNormalInitializer(double mean = 0.0, double deviation = 1.0, DataType dataType = DataType::Float32);
Initializer truncatedNormalInitializer(double mean = 0.0, double deviation = 1.0, DataType dataType = DataType::Float32);

enum class FanMode : std::uint8_t { In, Out, Average };
enum class VarianceDistribution : std::uint8_t { TruncatedNormal, UntruncatedNormal, Uniform };
// Scales by the number of input or output units of the (whole) variable's shape.
Initializer varianceScalingInitializer(double scale, FanMode mode, VarianceDistribution distribution, DataType dataType = DataType::Float32);
// What get_variable uses for floating types when nothing is given.
Initializer glorotUniformInitializer(DataType dataType = DataType::Float32);

}  // namespace namescape
