#include "api/named_tuple.h"

#include "script/builtin_types.h"

#include <string>
#include <vector>

namespace namescape {

namespace {

const TupleObject& tupleOf(const Value& self) {
    return *self.as<TupleObject>();
}

std::string reprOf(Interpreter& in, const Value& self, const std::string& typeName, const std::vector<std::string>& fields) {
    std::string text = typeName + "(";
    for (std::size_t index = 0; index < fields.size(); ++index) text += (index > 0 ? ", " : "") + fields[index] + "=" + in.repr(tupleOf(self).values()[index]);
    return text + ")";
}

Value makeType(Api& api, const std::string& typeName, const std::vector<std::string>& fields) {
    Interpreter& in = api.interpreter();
    NativeClass type(in, "", typeName, {in.types().tuple.get()});
    std::vector<Value> names;
    for (std::size_t index = 0; index < fields.size(); ++index) {
        names.push_back(Value(in.string(fields[index])));
        type.property(fields[index], [index](Interpreter&, const Value& self) { return tupleOf(self).values()[index]; });
    }
    type.attribute("_fields", in.tuple(names));
    type.method("__repr__(self)", [typeName, fields](Interpreter& inner, std::span<Value> a) -> Value { return inner.string(reprOf(inner, a[0], typeName, fields)); });
    type.method("_asdict(self)", [fields](Interpreter& inner, std::span<Value> a) -> Value {
        const Ref<DictObject> dict = inner.dict();
        for (std::size_t index = 0; index < fields.size(); ++index) inner.setItem(dict, inner.string(fields[index]), tupleOf(a[0]).values()[index]);
        return dict;
    });
    return Value(&type.type());
}

}  // namespace

Value namedTuple(Api& api, std::string_view typeName, std::span<const std::string_view> fields, std::span<const Value> values) {
    Value& type = api.namedTupleTypes[std::string(typeName)];
    if (type.isNone()) type = makeType(api, std::string(typeName), {fields.begin(), fields.end()});
    const Ref<TupleObject> tuple = api.interpreter().tuple(values);
    tuple->setType(*type.as<TypeObject>());
    return tuple;
}

}  // namespace namescape
