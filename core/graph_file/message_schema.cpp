#include "graph_file/message_schema.h"

#include <array>

namespace namescape {

namespace {

using Kind = FieldKind;

constexpr FieldSchema field(std::uint32_t number, std::string_view name, Kind kind) {
    return {number, name, kind};
}

constexpr FieldSchema packed(std::uint32_t number, std::string_view name, Kind kind) {
    return {number, name, kind, true};
}

constexpr FieldSchema message(std::uint32_t number, std::string_view name, const MessageSchema& of) {
    return {number, name, Kind::Message, false, &of};
}

// Messages hold each other, so that all are known by name first.
extern const MessageSchema kAttrValue, kTensor;

constexpr std::array kDimFields{field(1, "size", Kind::Int), field(2, "name", Kind::String)};
constexpr MessageSchema kDim{"TensorShapeProto.Dim", kDimFields};
constexpr std::array kShapeFields{message(2, "dim", kDim), field(3, "unknown_rank", Kind::Bool)};
constexpr MessageSchema kShape{"TensorShapeProto", kShapeFields};

constexpr std::array kTypeAndShapeFields{field(1, "dtype", Kind::DataType), message(2, "shape", kShape)};
constexpr MessageSchema kTypeAndShape{"ResourceHandleProto.DtypeAndShape", kTypeAndShapeFields};
constexpr std::array kResourceFields{field(1, "device", Kind::String),        field(2, "container", Kind::String),       field(3, "name", Kind::String),
                                     field(4, "hash_code", Kind::Unsigned),   field(5, "maybe_type_name", Kind::String), message(6, "dtypes_and_shapes", kTypeAndShape)};
constexpr MessageSchema kResource{"ResourceHandleProto", kResourceFields};
constexpr std::array kVariantFields{field(1, "type_name", Kind::String), field(2, "metadata", Kind::String), message(3, "tensors", kTensor)};
constexpr MessageSchema kVariant{"VariantTensorDataProto", kVariantFields};

constexpr std::array kTensorFields{
    field(1, "dtype", Kind::DataType),        message(2, "tensor_shape", kShape),         field(3, "version_number", Kind::Int),
    field(4, "tensor_content", Kind::String), packed(5, "float_val", Kind::Float),        packed(6, "double_val", Kind::Double),
    packed(7, "int_val", Kind::Int),          field(8, "string_val", Kind::String),       packed(9, "scomplex_val", Kind::Float),
    packed(10, "int64_val", Kind::Int),       packed(11, "bool_val", Kind::Bool),         packed(12, "dcomplex_val", Kind::Double),
    packed(13, "half_val", Kind::Int),        message(14, "resource_handle_val", kResource), message(15, "variant_val", kVariant),
    packed(16, "uint32_val", Kind::Unsigned), packed(17, "uint64_val", Kind::Unsigned)};
constexpr MessageSchema kTensor{"TensorProto", kTensorFields};

constexpr std::array kAttrEntryFields{field(1, "key", Kind::String), message(2, "value", kAttrValue)};
constexpr MessageSchema kAttrEntry{"AttrEntry", kAttrEntryFields};
constexpr std::array kNameAttrListFields{field(1, "name", Kind::String), message(2, "attr", kAttrEntry)};
constexpr MessageSchema kNameAttrList{"NameAttrList", kNameAttrListFields};
constexpr std::array kListValueFields{field(2, "s", Kind::String),        packed(3, "i", Kind::Int),     packed(4, "f", Kind::Float),    packed(5, "b", Kind::Bool),
                                      packed(6, "type", Kind::DataType),  message(7, "shape", kShape),   message(8, "tensor", kTensor),  message(9, "func", kNameAttrList)};
constexpr MessageSchema kListValue{"AttrValue.ListValue", kListValueFields};
constexpr std::array kAttrValueFields{message(1, "list", kListValue),   field(2, "s", Kind::String),      field(3, "i", Kind::Int),
                                      field(4, "f", Kind::Float),       field(5, "b", Kind::Bool),        field(6, "type", Kind::DataType),
                                      message(7, "shape", kShape),      message(8, "tensor", kTensor),    field(9, "placeholder", Kind::String),
                                      message(10, "func", kNameAttrList)};
constexpr MessageSchema kAttrValue{"AttrValue", kAttrValueFields};

constexpr std::array kNodeDebugFields{field(1, "original_node_names", Kind::String), field(2, "original_func_names", Kind::String)};
constexpr MessageSchema kNodeDebug{"NodeDef.ExperimentalDebugInfo", kNodeDebugFields};
constexpr std::array kNodeFields{field(1, "name", Kind::String),   field(2, "op", Kind::String),   field(3, "input", Kind::String),
                                 field(4, "device", Kind::String), message(5, "attr", kAttrEntry), message(6, "experimental_debug_info", kNodeDebug),
                                 field(7, "experimental_type", Kind::Ignored)};
constexpr MessageSchema kNode{"NodeDef", kNodeFields};

constexpr std::array kArgDefFields{field(1, "name", Kind::String),      field(2, "description", Kind::String), field(3, "type", Kind::DataType),
                                   field(4, "type_attr", Kind::String), field(5, "number_attr", Kind::String), field(6, "type_list_attr", Kind::String),
                                   message(7, "handle_data", kTypeAndShape), field(16, "is_ref", Kind::Bool),  field(17, "experimental_full_type", Kind::Ignored)};
constexpr MessageSchema kArgDef{"OpDef.ArgDef", kArgDefFields};
constexpr std::array kAttrDefFields{field(1, "name", Kind::String),        field(2, "type", Kind::String),       message(3, "default_value", kAttrValue),
                                    field(4, "description", Kind::String), field(5, "has_minimum", Kind::Bool),  field(6, "minimum", Kind::Int),
                                    message(7, "allowed_values", kAttrValue)};
constexpr MessageSchema kAttrDef{"OpDef.AttrDef", kAttrDefFields};
constexpr std::array kDeprecationFields{field(1, "version", Kind::Int), field(2, "explanation", Kind::String)};
constexpr MessageSchema kDeprecation{"OpDeprecation", kDeprecationFields};
constexpr std::array kOpDefFields{field(1, "name", Kind::String),         message(2, "input_arg", kArgDef),        message(3, "output_arg", kArgDef),
                                  message(4, "attr", kAttrDef),           field(5, "summary", Kind::String),       field(6, "description", Kind::String),
                                  message(8, "deprecation", kDeprecation), field(16, "is_aggregate", Kind::Bool),  field(17, "is_stateful", Kind::Bool),
                                  field(18, "is_commutative", Kind::Bool), field(19, "allows_uninitialized_input", Kind::Bool),
                                  field(20, "control_output", Kind::String), field(21, "is_distributed_communication", Kind::Bool)};
constexpr MessageSchema kOpDef{"OpDef", kOpDefFields};

constexpr std::array kStringEntryFields{field(1, "key", Kind::String), field(2, "value", Kind::String)};
constexpr MessageSchema kStringEntry{"StringEntry", kStringEntryFields};
constexpr std::array kNumberEntryFields{field(1, "key", Kind::Unsigned), field(2, "value", Kind::Unsigned)};
constexpr MessageSchema kNumberEntry{"NumberEntry", kNumberEntryFields};
constexpr std::array kArgAttrsFields{message(1, "attr", kAttrEntry)};
constexpr MessageSchema kArgAttrs{"FunctionDef.ArgAttrs", kArgAttrsFields};
constexpr std::array kArgAttrEntryFields{field(1, "key", Kind::Unsigned), message(2, "value", kArgAttrs)};
constexpr MessageSchema kArgAttrEntry{"ArgAttrEntry", kArgAttrEntryFields};
constexpr std::array kFunctionFields{message(1, "signature", kOpDef),       message(3, "node_def", kNode),              message(4, "ret", kStringEntry),
                                     message(5, "attr", kAttrEntry),        message(6, "control_ret", kStringEntry),    message(7, "arg_attr", kArgAttrEntry),
                                     message(8, "resource_arg_unique_id", kNumberEntry)};
constexpr MessageSchema kFunction{"FunctionDef", kFunctionFields};
constexpr std::array kGradientFields{field(1, "function_name", Kind::String), field(2, "gradient_func", Kind::String)};
constexpr MessageSchema kGradient{"GradientDef", kGradientFields};
constexpr std::array kLibraryFields{message(1, "function", kFunction), message(2, "gradient", kGradient), field(3, "registered_gradients", Kind::Ignored)};
constexpr MessageSchema kLibrary{"FunctionDefLibrary", kLibraryFields};
constexpr std::array kVersionFields{field(1, "producer", Kind::Int), field(2, "min_consumer", Kind::Int), packed(3, "bad_consumers", Kind::Int)};
constexpr MessageSchema kVersion{"VersionDef", kVersionFields};

constexpr std::array kGraphFields{message(1, "node", kNode), message(2, "library", kLibrary), field(3, "version", Kind::Int), message(4, "versions", kVersion),
                                  field(5, "debug_info", Kind::Ignored)};
constexpr MessageSchema kGraph{"GraphDef", kGraphFields};

constexpr std::array kNodeListFields{field(1, "value", Kind::String)};
constexpr MessageSchema kNodeList{"CollectionDef.NodeList", kNodeListFields};
constexpr std::array kCollectionFields{message(1, "node_list", kNodeList), message(2, "bytes_list", kNodeList), field(3, "int64_list", Kind::Ignored),
                                       field(4, "float_list", Kind::Ignored), field(5, "any_list", Kind::Ignored)};
constexpr MessageSchema kCollection{"CollectionDef", kCollectionFields};
constexpr std::array kCollectionEntryFields{field(1, "key", Kind::String), message(2, "value", kCollection)};
constexpr MessageSchema kCollectionEntry{"CollectionEntry", kCollectionEntryFields};
constexpr std::array kMetaInfoFields{field(1, "meta_graph_version", Kind::String), field(2, "stripped_op_list", Kind::Ignored),       field(3, "any_info", Kind::Ignored),
                                     field(4, "tags", Kind::String),               field(5, "tensorflow_version", Kind::String),      field(6, "tensorflow_git_version", Kind::String),
                                     field(7, "stripped_default_attrs", Kind::Bool), field(8, "function_aliases", Kind::Ignored)};
constexpr MessageSchema kMetaInfo{"MetaInfoDef", kMetaInfoFields};
constexpr std::array kMetaGraphFields{message(1, "meta_info_def", kMetaInfo),         message(2, "graph_def", kGraph),         field(3, "saver_def", Kind::Ignored),
                                      message(4, "collection_def", kCollectionEntry), field(5, "signature_def", Kind::Ignored), field(6, "asset_file_def", Kind::Ignored),
                                      field(7, "object_graph_def", Kind::Ignored)};
constexpr MessageSchema kMetaGraph{"MetaGraphDef", kMetaGraphFields};
constexpr std::array kSavedModelFields{field(1, "saved_model_schema_version", Kind::Int), message(2, "meta_graphs", kMetaGraph)};
constexpr MessageSchema kSavedModel{"SavedModel", kSavedModelFields};

// By code, as in types.proto.
constexpr std::array<std::string_view, 24> kTypeNames{
    "DT_INVALID", "DT_FLOAT", "DT_DOUBLE", "DT_INT32", "DT_UINT8",  "DT_INT16",    "DT_INT8",   "DT_STRING",     "DT_COMPLEX64", "DT_INT64",    "DT_BOOL",    "DT_QINT8",
    "DT_QUINT8",  "DT_QINT32", "DT_BFLOAT16", "DT_QINT16", "DT_QUINT16", "DT_UINT16", "DT_COMPLEX128", "DT_HALF", "DT_RESOURCE",  "DT_VARIANT",  "DT_UINT32",  "DT_UINT64"};
constexpr std::array<std::string_view, 24> kReferenceNames{
    "",              "DT_FLOAT_REF",  "DT_DOUBLE_REF",   "DT_INT32_REF",  "DT_UINT8_REF",   "DT_INT16_REF",  "DT_INT8_REF",       "DT_STRING_REF",
    "DT_COMPLEX64_REF", "DT_INT64_REF", "DT_BOOL_REF",   "DT_QINT8_REF",  "DT_QUINT8_REF",  "DT_QINT32_REF", "DT_BFLOAT16_REF",   "DT_QINT16_REF",
    "DT_QUINT16_REF", "DT_UINT16_REF", "DT_COMPLEX128_REF", "DT_HALF_REF", "DT_RESOURCE_REF", "DT_VARIANT_REF", "DT_UINT32_REF",   "DT_UINT64_REF"};
constexpr std::uint64_t kReferenceOffset = 100;

}  // namespace

const FieldSchema* MessageSchema::find(std::string_view fieldName) const {
    for (const FieldSchema& each : fields)
        if (each.name == fieldName) return &each;
    return nullptr;
}

const FieldSchema* MessageSchema::find(std::uint32_t number) const {
    for (const FieldSchema& each : fields)
        if (each.number == number) return &each;
    return nullptr;
}

const MessageSchema& graphDefSchema() {
    return kGraph;
}

const MessageSchema& metaGraphSchema() {
    return kMetaGraph;
}

const MessageSchema& savedModelSchema() {
    return kSavedModel;
}

int dataTypeCode(std::string_view enumName) {
    for (std::size_t code = 0; code < kTypeNames.size(); ++code) {
        if (kTypeNames[code] == enumName) return static_cast<int>(code);
        if (code > 0 && kReferenceNames[code] == enumName) return static_cast<int>(code + kReferenceOffset);
    }
    return -1;
}

std::string_view dataTypeEnumName(std::uint64_t code) {
    if (code < kTypeNames.size()) return kTypeNames[code];
    if (code > kReferenceOffset && code < kReferenceOffset + kReferenceNames.size()) return kReferenceNames[code - kReferenceOffset];
    return {};
}

}  // namespace namescape
