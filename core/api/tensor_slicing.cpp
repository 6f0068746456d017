// tensor[…]: TensorFlow 1.15, python/ops/array_ops.py, _slice_helper.

#include "api/apply_operation.h"
#include "api/array_functions.h"
#include "api/convert.h"
#include "api/math_functions.h"
#include "api/named_scope.h"
#include "api/tensor_operators.h"
#include "ops/create_operation.h"
#include "script/builtin_types.h"

#include <string>
#include <vector>

namespace namescape {

namespace {

constexpr const char* kIndexComplaint =
    "Only integers, slices (`:`), ellipsis (`...`), tf.newaxis (`None`) and scalar tf.int32/tf.int64 tensors are valid indices, got ";

// The entries of a slice's begin, end and strides, with the masks that say which count.
struct SliceEntries {
    std::vector<Value> begin, end, strides;
    std::int64_t beginMask = 0, endMask = 0, ellipsisMask = 0, newAxisMask = 0, shrinkMask = 0;

    std::int64_t bit() const { return std::int64_t{1} << begin.size(); }
    void push(Value first, Value last, Value step) {
        begin.push_back(std::move(first));
        end.push_back(std::move(last));
        strides.push_back(std::move(step));
    }
};

bool isIndexType(Api& api, const Value& type) {
    try {
        const DataType known = asDataType(api, type).base();
        return known == DataType::Int32 || known == DataType::Int64;
    } catch (const ScriptError&) {
        return false;
    }
}

void checkIndex(Api& api, const Value& index) {
    Interpreter& in = api.interpreter();
    if (index.isInt() || index.isBool() || index.is<Dimension>() || in.isInstance(index, *in.types().integer)) return;
    const auto type = in.findAttribute(index, "dtype");
    if (type && isIndexType(api, *type)) {
        const auto shape = in.findAttribute(index, "shape");
        const auto* known = shape ? shape->as<Shape>() : nullptr;
        if (!known || known->rank() != 1) return;
    }
    throw in.typeError(kIndexComplaint + in.repr(index));
}

Value boundOr(Api& api, const Value& bound, Value fallback) {
    if (bound.isNone()) return fallback;
    checkIndex(api, bound);
    return bound;
}

void addEntry(Api& api, SliceEntries& entries, const Value& entry) {
    if (const auto* slice = entry.as<SliceObject>()) {
        if (slice->start.isNone()) entries.beginMask |= entries.bit();
        if (slice->stop.isNone()) entries.endMask |= entries.bit();
        const Value start = boundOr(api, slice->start, 0), stop = boundOr(api, slice->stop, 0);
        entries.push(start, stop, boundOr(api, slice->step, 1));
    } else if (entry.tag() == ValueTag::Ellipsis) {
        entries.ellipsisMask |= entries.bit();
        entries.push(0, 0, 1);
    } else if (entry.isNone()) {
        entries.newAxisMask |= entries.bit();
        entries.push(0, 0, 1);
    } else {
        checkIndex(api, entry);
        entries.shrinkMask |= entries.bit();
        const Value next = api.interpreter().binary(BinaryOperator::Add, entry, 1);
        entries.push(entry, next, 1);
    }
}

bool isMask(const Value& specification) {
    const auto* tensor = specification.as<Tensor>();
    return specification.isBool() || (tensor && tensor->dataType() == DataType::Bool);
}

Value stacked(Api& api, const std::vector<Value>& values) {
    return stack(api, api.interpreter().list(values), 0, api.interpreter().string("stack"));
}

}  // namespace

Value sliceTensor(Api& api, const Value& tensor, const Value& specification) {
    Interpreter& in = api.interpreter();
    if (isMask(specification)) return in.call(in.getAttribute(Value(&api.tf()), "boolean_mask"), {tensor, specification});
    SliceEntries entries;
    const bool isSequence = specification.is<ListObject>() || specification.is<TupleObject>();
    for (const Value& entry : isSequence ? in.elements(specification) : std::vector<Value>{specification}) addEntry(api, entries, entry);

    std::vector<Value> values{tensor};
    for (const auto* list : {&entries.begin, &entries.end, &entries.strides}) values.insert(values.end(), list->begin(), list->end());
    const NamedScope scope(api, Value(), "strided_slice", values);
    Value begin, end, strides;
    if (entries.begin.empty()) {
        begin = end = strides = api.wrap(createConstant(scope.graph(), {DataType::Int32, Shape{0}, std::vector<std::int64_t>()}));
    } else {
        begin = stacked(api, entries.begin);
        end = stacked(api, entries.end);
        strides = stacked(api, entries.strides);
        const auto isWide = [](const Value& value) { return value.as<Tensor>()->dataType() == DataType::Int64; };
        if (isWide(begin) || isWide(end) || isWide(strides))
            for (Value* part : {&begin, &end, &strides})
                if (!isWide(*part)) *part = tensorOf(api, applyOperation(api, "Cast", Value(), {*part}, {{"DstT", api.wrap(DataType(DataType::Int64))}}));
    }
    return tensorOf(api, applyOperation(api, "StridedSlice", scope.name(), {tensor, begin, end, strides},
                                        {{"begin_mask", entries.beginMask},
                                         {"end_mask", entries.endMask},
                                         {"ellipsis_mask", entries.ellipsisMask},
                                         {"new_axis_mask", entries.newAxisMask},
                                         {"shrink_axis_mask", entries.shrinkMask}}));
}

}  // namespace namescape
