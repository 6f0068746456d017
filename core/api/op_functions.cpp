// Functions of `tf` that make one operation each, as TensorFlow generates them from the operations' declarations.

#include "api/apply_operation.h"
#include "api/tensor_library.h"
#include "ops/op_definition.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace namescape {

namespace {

// A function of the tf module, under all of its names; the first is what Python knows it by (with ! where `tf` does not show
// it). `parameters` are Python's, in order, without the `name=None` that ends
// them: each is an input or attribute of the operation, under that name or, as `axis>dimension`, under the other.
struct OpFunction {
    std::string_view names;
    std::string_view operation;
    std::string_view parameters;
};

constexpr OpFunction kFunctions[] = {
    // array_ops
    {"identity", "Identity", "input"},
    {"identity_n", "IdentityN", "input"},
    {"stop_gradient", "StopGradient", "input"},
    {"reshape manip.reshape", "Reshape", "tensor, shape"},
    {"fill", "Fill", "dims, value"},
    {"tile manip.tile", "Tile", "input, multiples"},
    {"broadcast_to", "BroadcastTo", "input, shape"},
    {"reverse_v2 reverse manip.reverse", "ReverseV2", "tensor, axis"},
    {"scatter_nd manip.scatter_nd", "ScatterNd", "indices, updates, shape"},
    {"tensor_scatter_nd_update tensor_scatter_update", "TensorScatterUpdate", "tensor, indices, updates"},
    {"tensor_scatter_nd_add tensor_scatter_add", "TensorScatterAdd", "tensor, indices, updates"},
    {"tensor_scatter_nd_sub tensor_scatter_sub", "TensorScatterSub", "tensor, indices, updates"},
    {"diag linalg.tensor_diag", "Diag", "diagonal"},
    {"diag_part linalg.tensor_diag_part", "DiagPart", "input"},
    {"matrix_band_part linalg.band_part", "MatrixBandPart", "input, num_lower, num_upper"},
    {"invert_permutation math.invert_permutation", "InvertPermutation", "x"},
    {"check_numerics debugging.check_numerics", "CheckNumerics", "tensor, message"},
    {"bitcast", "Bitcast", "input, type"},
    {"unravel_index", "UnravelIndex", "indices, dims"},
    {"space_to_batch_nd manip.space_to_batch_nd", "SpaceToBatchND", "input, block_shape, paddings"},
    {"batch_to_space_nd manip.batch_to_space_nd", "BatchToSpaceND", "input, block_shape, crops"},
    {"dynamic_partition", "DynamicPartition", "data, partitions, num_partitions"},
    {"dynamic_stitch", "DynamicStitch", "indices, data"},
    {"quantization.fake_quant_with_min_max_args fake_quant_with_min_max_args", "FakeQuantWithMinMaxArgs", "inputs, min=-6, max=6, num_bits=8, narrow_range=False"},
    {"no_op", "NoOp", ""},

    // math_ops
    {"acos math.acos", "Acos", "x"},
    {"acosh math.acosh", "Acosh", "x"},
    {"add math.add", "Add", "x, y"},
    {"asin math.asin", "Asin", "x"},
    {"asinh math.asinh", "Asinh", "x"},
    {"atan math.atan", "Atan", "x"},
    {"atan2 math.atan2", "Atan2", "y, x"},
    {"atanh math.atanh", "Atanh", "x"},
    {"betainc math.betainc", "Betainc", "a, b, x"},
    {"ceil math.ceil", "Ceil", "x"},
    {"cos math.cos", "Cos", "x"},
    {"cosh math.cosh", "Cosh", "x"},
    {"cross linalg.cross", "Cross", "a, b"},
    {"digamma math.digamma", "Digamma", "x"},
    {"equal math.equal", "Equal", "x, y"},
    {"erf math.erf", "Erf", "x"},
    {"erfc math.erfc", "Erfc", "x"},
    {"exp math.exp", "Exp", "x"},
    {"expm1 math.expm1", "Expm1", "x"},
    {"floor math.floor", "Floor", "x"},
    {"floor_div", "FloorDiv", "x, y"},
    {"floor_mod! floormod math.floormod mod math.mod", "FloorMod", "x, y"},
    {"greater math.greater", "Greater", "x, y"},
    {"greater_equal math.greater_equal", "GreaterEqual", "x, y"},
    {"igamma math.igamma", "Igamma", "a, x"},
    {"igammac math.igammac", "Igammac", "a, x"},
    {"is_finite math.is_finite debugging.is_finite", "IsFinite", "x"},
    {"is_inf math.is_inf debugging.is_inf", "IsInf", "x"},
    {"is_nan math.is_nan debugging.is_nan", "IsNan", "x"},
    {"less math.less", "Less", "x, y"},
    {"less_equal math.less_equal", "LessEqual", "x, y"},
    {"lgamma math.lgamma", "Lgamma", "x"},
    {"lin_space linspace math.linspace", "LinSpace", "start, stop, num"},
    {"log math.log", "Log", "x"},
    {"log1p math.log1p", "Log1p", "x"},
    {"logical_and math.logical_and", "LogicalAnd", "x, y"},
    {"logical_not math.logical_not", "LogicalNot", "x"},
    {"logical_or math.logical_or", "LogicalOr", "x, y"},
    {"maximum math.maximum", "Maximum", "x, y"},
    {"minimum math.minimum", "Minimum", "x, y"},
    {"multiply math.multiply", "Mul", "x, y"},
    {"math.nextafter", "NextAfter", "x1, x2"},
    {"neg! negative math.negative", "Neg", "x"},
    {"not_equal math.not_equal", "NotEqual", "x, y"},
    {"polygamma math.polygamma", "Polygamma", "a, x"},
    {"real_div! realdiv", "RealDiv", "x, y"},
    {"reciprocal math.reciprocal", "Reciprocal", "x"},
    {"rint math.rint", "Rint", "x"},
    {"rsqrt math.rsqrt", "Rsqrt", "x"},
    {"segment_max math.segment_max", "SegmentMax", "data, segment_ids"},
    {"segment_mean math.segment_mean", "SegmentMean", "data, segment_ids"},
    {"segment_min math.segment_min", "SegmentMin", "data, segment_ids"},
    {"segment_prod math.segment_prod", "SegmentProd", "data, segment_ids"},
    {"segment_sum math.segment_sum", "SegmentSum", "data, segment_ids"},
    {"sign math.sign", "Sign", "x"},
    {"sin math.sin", "Sin", "x"},
    {"sinh math.sinh", "Sinh", "x"},
    {"sqrt math.sqrt", "Sqrt", "x"},
    {"square math.square", "Square", "x"},
    {"squared_difference math.squared_difference", "SquaredDifference", "x, y"},
    {"subtract math.subtract", "Sub", "x, y"},
    {"tan math.tan", "Tan", "x"},
    {"tanh math.tanh nn.tanh", "Tanh", "x"},
    {"truncate_div! truncatediv", "TruncateDiv", "x, y"},
    {"truncate_mod! truncatemod", "TruncateMod", "x, y"},
    {"unsorted_segment_max math.unsorted_segment_max", "UnsortedSegmentMax", "data, segment_ids, num_segments"},
    {"unsorted_segment_min math.unsorted_segment_min", "UnsortedSegmentMin", "data, segment_ids, num_segments"},
    {"unsorted_segment_prod math.unsorted_segment_prod", "UnsortedSegmentProd", "data, segment_ids, num_segments"},
    {"unsorted_segment_sum math.unsorted_segment_sum", "UnsortedSegmentSum", "data, segment_ids, num_segments"},
    {"math.xdivy", "Xdivy", "x, y"},
    {"math.xlogy", "Xlogy", "x, y"},
    {"zeta math.zeta", "Zeta", "x, q"},

    // nn_ops
    {"nn.relu", "Relu", "features"},
    {"nn.elu", "Elu", "features"},
    {"nn.selu", "Selu", "features"},
    {"nn.softplus math.softplus", "Softplus", "features"},
    {"nn.softsign math.softsign", "Softsign", "features"},
    {"nn.l2_loss", "L2Loss", "t"},
    {"nn.lrn nn.local_response_normalization", "LRN", "input, depth_radius=5, bias=1.0, alpha=1.0, beta=0.5"},
    {"nn.depthwise_conv2d_native", "DepthwiseConv2dNative", "input, filter, strides, padding, data_format='NHWC', dilations=(1, 1, 1, 1)"},

    // linalg_ops
    {"cholesky linalg.cholesky", "Cholesky", "input"},
    {"matrix_inverse linalg.inv", "MatrixInverse", "input, adjoint=False"},
    {"matrix_determinant linalg.det", "MatrixDeterminant", "input"},
    {"linalg.slogdet", "LogMatrixDeterminant", "input"},
    {"matrix_solve linalg.solve", "MatrixSolve", "matrix, rhs, adjoint=False"},
    {"matrix_triangular_solve linalg.triangular_solve", "MatrixTriangularSolve", "matrix, rhs, lower=True, adjoint=False"},
    {"matrix_square_root linalg.sqrtm", "MatrixSquareRoot", "input"},
    {"linalg.logm", "MatrixLogarithm", "input"},
    {"qr linalg.qr", "Qr", "input, full_matrices=False"},
    {"fft signal.fft", "FFT", "input"},
    {"ifft signal.ifft", "IFFT", "input"},
    {"fft2d signal.fft2d", "FFT2D", "input"},
    {"ifft2d signal.ifft2d", "IFFT2D", "input"},

    // string_ops, io_ops
    {"as_string strings.as_string", "AsString", "input, precision=-1, scientific=False, shortest=False, width=-1, fill=''"},
    {"decode_base64 io.decode_base64", "DecodeBase64", "input"},
    {"encode_base64 io.encode_base64", "EncodeBase64", "input, pad=False"},
    {"regex_replace strings.regex_replace", "RegexReplace", "input, pattern, rewrite, replace_global=True"},
    {"strings.regex_full_match", "RegexFullMatch", "input, pattern"},
    {"string_join strings.join", "StringJoin", "inputs, separator=''"},
    {"string_strip strings.strip", "StringStrip", "input"},
    {"strings.lower", "StringLower", "input, encoding=''"},
    {"strings.upper", "StringUpper", "input, encoding=''"},
    {"string_to_hash_bucket_fast strings.to_hash_bucket_fast", "StringToHashBucketFast", "input, num_buckets"},
    {"string_to_hash_bucket_strong strings.to_hash_bucket_strong", "StringToHashBucketStrong", "input, num_buckets, key"},
    {"read_file io.read_file", "ReadFile", "filename"},
    {"write_file io.write_file", "WriteFile", "filename, contents"},
    {"matching_files io.matching_files", "MatchingFiles", "pattern"},
    {"timestamp", "Timestamp", ""},

    // image_ops
    {"image.decode_png io.decode_png", "DecodePng", "contents, channels=0, dtype=None"},
    {"image.decode_jpeg io.decode_jpeg", "DecodeJpeg", "contents, channels=0, ratio=1, fancy_upscaling=True, try_recover_truncated=False, acceptable_fraction=1, dct_method=''"},
    {"image.decode_bmp io.decode_bmp", "DecodeBmp", "contents, channels=0"},
    {"image.decode_gif io.decode_gif", "DecodeGif", "contents"},
    {"image.encode_png", "EncodePng", "image, compression=-1"},
    {"image.rgb_to_hsv", "RGBToHSV", "images"},
    {"image.hsv_to_rgb", "HSVToRGB", "images"},
};

struct Parameter {
    std::string name;     // Python's
    std::string target;   // the operation's argument or attribute
};

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && (text[at] == '(' || text[at] == '[')) ++depth;
        if (at < text.size() && (text[at] == ')' || text[at] == ']')) --depth;
        if (at < text.size() && (text[at] != separator || depth > 0)) continue;
        std::string_view part = text.substr(begin, at - begin);
        while (part.starts_with(' ')) part.remove_prefix(1);
        if (!part.empty()) parts.push_back(part);
        begin = at + 1;
    }
    return parts;
}

// The parameters of a function, and its text as a signature for a function of that name.
struct FunctionSignature {
    std::vector<Parameter> parameters;
    std::string text;
};

FunctionSignature signatureOf(std::string_view name, std::string_view parameters) {
    FunctionSignature signature;
    signature.text = std::string(name) + "(";
    for (std::string_view part : split(parameters, ',')) {
        const std::string_view declared = part.substr(0, part.find('='));
        const auto arrow = declared.find('>');
        const std::string_view shown = declared.substr(0, arrow);
        signature.parameters.push_back({std::string(shown), std::string(arrow == std::string_view::npos ? shown : declared.substr(arrow + 1))});
        signature.text += std::string(shown) + std::string(part.substr(declared.size())) + ", ";
    }
    signature.text += "name=None)";
    return signature;
}

Value callOperation(Api& api, const OpDefinition& definition, const std::vector<Parameter>& parameters, std::span<Value> arguments) {
    std::vector<Value> inputs(definition.inputs.size());
    std::vector<GivenAttribute> attributes;
    for (std::size_t index = 0; index < parameters.size(); ++index) {
        const auto input = std::ranges::find(definition.inputs, parameters[index].target, &OpArgument::name);
        if (input != definition.inputs.end()) inputs[static_cast<std::size_t>(input - definition.inputs.begin())] = std::move(arguments[index]);
        else attributes.push_back({parameters[index].target, std::move(arguments[index])});
    }
    return resultOf(api, definition, applyOperation(api, definition, arguments[parameters.size()], inputs, attributes));
}

// Where one of them stands in `tf`.
struct Place {
    std::string_view module, name;
    const OpFunction* function;

    auto key() const { return std::pair(module, name); }
};

Place placeOf(std::string_view path, const OpFunction& function) {
    const auto dot = path.rfind('.');
    if (dot == std::string_view::npos) return {{}, path, &function};
    return {path.substr(0, dot), path.substr(dot + 1), &function};
}

// All of them, those of one module together.
const std::vector<Place>& places() {
    static const std::vector<Place> sorted = [] {
        std::vector<Place> found;
        for (const OpFunction& function : kFunctions)
            for (const std::string_view path : split(function.names, ' '))
                if (!path.ends_with('!')) found.push_back(placeOf(path, function));
        std::ranges::sort(found, {}, &Place::key);
        return found;
    }();
    return sorted;
}

Value makeFunction(Api& api, const OpFunction& function) {
    std::string_view name = split(function.names, ' ').front();
    name.remove_prefix(name.rfind('.') + 1);
    if (name.ends_with('!')) name.remove_suffix(1);
    FunctionSignature signature = signatureOf(name, function.parameters);
    const OpDefinition& definition = opDefinition(function.operation);
    return api.interpreter().function(std::move(signature.text), [&api, &definition, parameters = std::move(signature.parameters)](Interpreter&, std::span<Value> a) {
        return callOperation(api, definition, parameters, a);
    });
}

// tf.raw_ops.MatMul(a=…, b=…, transpose_a=False): any declared operation, all arguments by name.
Value rawOperation(Api& api, const OpDefinition& definition) {
    std::vector<Parameter> parameters;
    std::string text = std::string(definition.type) + "(*, ";
    const auto isInferred = [&](std::size_t attribute) {
        return std::ranges::any_of(definition.inputs, [&](const OpArgument& input) {
            const auto index = static_cast<std::int8_t>(attribute);
            return input.typeAttribute == index || input.countAttribute == index || input.typeListAttribute == index;
        });
    };
    for (const OpArgument& input : definition.inputs) {
        parameters.push_back({std::string(input.name), std::string(input.name)});
        text += std::string(input.name) + ", ";
    }
    for (std::size_t index = 0; index < definition.attributes.size(); ++index) {
        const OpAttribute& attribute = definition.attributes[index];
        if (isInferred(index)) continue;
        parameters.push_back({std::string(attribute.name), std::string(attribute.name)});
        text += std::string(attribute.name) + (attribute.defaultValue ? "=None, " : ", ");
    }
    return api.interpreter().function(text + "name=None)", [&api, &definition, parameters = std::move(parameters)](Interpreter&, std::span<Value> a) {
        return callOperation(api, definition, parameters, a);
    });
}

}  // namespace

std::optional<Value> findOpFunction(Api& api, std::string_view path, std::string_view name) {
    const auto found = std::ranges::lower_bound(places(), std::pair(path, name), {}, &Place::key);
    if (found == places().end() || found->key() != std::pair(path, name)) return std::nullopt;
    Interpreter& in = api.interpreter();
    const Value made = makeFunction(api, *found->function);
    // The same object under all of its names.
    for (const Place& place : places()) {
        if (place.function != found->function) continue;
        Table& table = api.module(place.module).table();
        if (const InternedName interned = in.intern(place.name); !table.get(interned)) table.set(interned, made);
    }
    return made;
}

std::vector<std::string_view> opFunctionNames(std::string_view path) {
    std::vector<std::string_view> names;
    for (auto place = std::ranges::lower_bound(places(), path, {}, &Place::module); place != places().end() && place->module == path; ++place) names.push_back(place->name);
    return names;
}

bool isOpFunctionModule(std::string_view path) {
    return std::ranges::binary_search(places(), path, {}, &Place::module);
}

void registerRawOps(Api& api) {
    NativeModule(api.interpreter(), api.module("raw_ops")).onMissing([&api](Interpreter&, std::string_view name) -> std::optional<Value> {
        const OpDefinition* definition = findOpDefinition(name);
        if (!definition) return std::nullopt;
        return rawOperation(api, *definition);
    });
}

}  // namespace namescape
