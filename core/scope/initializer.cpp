#include "scope/initializer.h"

#include "ops/operations.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace namescape {

namespace {

DataType chosen(DataType asked, DataType own) {
    return asked.isValid() ? asked : own;
}

Initializer withShape(Initializer::Function function) {
    Initializer initializer;
    initializer.function = std::move(function);
    return initializer;
}

const std::vector<std::int64_t>& wholeShape(const InitializerCall& call) {
    return call.partition ? call.partition->fullShape : *call.shape;
}

struct Fans {
    double in = 1;
    double out = 1;
};

// TensorFlow 1.15, python/ops/init_ops.py, _compute_fans.
Fans fansOf(const std::vector<std::int64_t>& shape) {
    if (shape.empty()) return {1, 1};
    if (shape.size() == 1) return {static_cast<double>(shape[0]), static_cast<double>(shape[0])};
    double receptive = 1;
    for (std::size_t axis = 0; axis + 2 < shape.size(); ++axis) receptive *= static_cast<double>(shape[axis]);
    return {static_cast<double>(shape[shape.size() - 2]) * receptive, static_cast<double>(shape.back()) * receptive};
}

double fanFor(FanMode mode, const Fans& fans) {
    switch (mode) {
    case FanMode::In: return std::max(1.0, fans.in);
    case FanMode::Out: return std::max(1.0, fans.out);
    case FanMode::Average: break;
    }
    return std::max(1.0, (fans.in + fans.out) / 2.0);
}

}  // namespace

Initializer initializerFromTensor(Tensor tensor) {
    Initializer initializer;
    initializer.value = [tensor](Graph&, std::string_view, DataType) { return tensor; };
    initializer.isTensor = true;
    return initializer;
}

Initializer zerosInitializer(DataType dataType) {
    return withShape([dataType](const InitializerCall& call) { return ops::zeros(call.graph, *call.shape, chosen(call.dataType, dataType)); });
}

Initializer onesInitializer(DataType dataType) {
    return withShape([dataType](const InitializerCall& call) { return ops::ones(call.graph, *call.shape, chosen(call.dataType, dataType)); });
}

Initializer constantInitializer(double value, DataType dataType) {
    return withShape([value, dataType](const InitializerCall& call) {
        return ops::constant(call.graph, value, chosen(call.dataType, dataType), Shape(*call.shape));
    });
}

Initializer randomUniformInitializer(double minimum, double maximum, DataType dataType) {
    return withShape([=](const InitializerCall& call) {
        return ops::randomUniform(call.graph, *call.shape, minimum, maximum, chosen(call.dataType, dataType));
    });
}

Initializer randomNormalInitializer(double mean, double deviation, DataType dataType) {
    return withShape([=](const InitializerCall& call) { return ops::randomNormal(call.graph, *call.shape, mean, deviation, chosen(call.dataType, dataType)); });
}

Initializer truncatedNormalInitializer(double mean, double deviation, DataType dataType) {
    return withShape([=](const InitializerCall& call) { return ops::truncatedNormal(call.graph, *call.shape, mean, deviation, chosen(call.dataType, dataType)); });
}

Initializer varianceScalingInitializer(double scale, FanMode mode, VarianceDistribution distribution, DataType dataType) {
    return withShape([=](const InitializerCall& call) {
        const double variance = scale / fanFor(mode, fansOf(wholeShape(call)));
        const DataType type = chosen(call.dataType, dataType);
        // The deviation of a normal distribution cut at two deviations, as TensorFlow has it.
        constexpr double kTruncationFactor = .87962566103423978;
        switch (distribution) {
        case VarianceDistribution::TruncatedNormal: return ops::truncatedNormal(call.graph, *call.shape, 0.0, std::sqrt(variance) / kTruncationFactor, type);
        case VarianceDistribution::UntruncatedNormal: return ops::randomNormal(call.graph, *call.shape, 0.0, std::sqrt(variance), type);
        case VarianceDistribution::Uniform: break;
        }
        const double limit = std::sqrt(3.0 * variance);
        return ops::randomUniform(call.graph, *call.shape, -limit, limit, type);
    });
}

Initializer glorotUniformInitializer(DataType dataType) {
    return varianceScalingInitializer(1.0, FanMode::Average, VarianceDistribution::Uniform, dataType);
}

}  // namespace namescape
