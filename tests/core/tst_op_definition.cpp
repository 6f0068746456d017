#include "ops/op_definition.h"
#include "ops/op_tables.h"

#include <QTest>

#include <set>
#include <string>

using namespace namescape;

class TestOpDefinition : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsArgumentsAndAttributes();
    void readsListsAndReferences();
    void listsAllowedTypesInTensorFlowsOrder();
    void declaresEachTypeOnce();
    void knowsNoOtherTypes();
};

void TestOpDefinition::readsArgumentsAndAttributes() {
    const OpDefinition& sum = opDefinition("Sum");
    QCOMPARE(sum.inputs.size(), 2u);
    QCOMPARE(sum.inputs[1].name, std::string_view("reduction_indices"));
    QCOMPARE(sum.attributes[static_cast<std::size_t>(sum.inputs[1].typeAttribute)].name, std::string_view("Tidx"));
    QCOMPARE(std::get<DataType>(*sum.attribute("Tidx")->defaultValue), DataType(DataType::Int32));
    QCOMPARE(std::get<bool>(*sum.attribute("keep_dims")->defaultValue), false);
    const OpDefinition& conv = opDefinition("Conv2D");
    QCOMPARE(conv.attribute("padding")->allowedStrings.size(), 3u);
    QCOMPARE(std::get<std::vector<std::int64_t>>(*conv.attribute("dilations")->defaultValue), (std::vector<std::int64_t>{1, 1, 1, 1}));
}

void TestOpDefinition::readsListsAndReferences() {
    const OpDefinition& concat = opDefinition("ConcatV2");
    QVERIFY(concat.inputs[0].isList());
    QCOMPARE(concat.attributes[static_cast<std::size_t>(concat.inputs[0].countAttribute)].minimum, 2);
    const OpDefinition& assign = opDefinition("Assign");
    QVERIFY(assign.inputs[0].isReference && !assign.inputs[1].isReference && assign.outputs[0].isReference);
    QVERIFY(opDefinition("IdentityN").inputs[0].typeListAttribute != OpArgument::kNone);
}

void TestOpDefinition::listsAllowedTypesInTensorFlowsOrder() {
    std::string names;
    for (const DataType type : opDefinition("Sqrt").attribute("T")->allowedTypes) names += type.name() + " ";
    QCOMPARE(names, std::string("bfloat16 float16 float32 float64 complex64 complex128 "));
}

void TestOpDefinition::declaresEachTypeOnce() {
    std::set<std::string_view> seen;
    for (const auto area : {arrayOps(), mathOps(), neuralNetworkOps(), randomOps(), stateOps(), controlFlowOps(), trainingOps(), inputOutputOps(),
                            linearAlgebraOps(), sparseOps(), imageOps(), dataFlowOps()})
        for (const OpDeclaration& declaration : area) {
            QVERIFY2(seen.insert(declaration.type).second, std::string(declaration.type).c_str());
            const OpDefinition* found = findOpDefinition(declaration.type);
            QVERIFY(found && found->inferShapes);
            QVERIFY2(found->attributes.size() <= 16, std::string(declaration.type).c_str());
        }
}

void TestOpDefinition::knowsNoOtherTypes() {
    QVERIFY(!findOpDefinition("Frobnicate"));
}

QTEST_APPLESS_MAIN(TestOpDefinition)
#include "tst_op_definition.moc"
