#include "core/graph_generators.h"

#include <array>
#include <random>

namespace namescape::generators {

namespace {

std::string numbered(std::string_view name, std::size_t number) {
    return std::string(name) + "_" + std::to_string(number);
}

std::vector<TensorId> idsOf(const std::vector<Tensor>& tensors) {
    std::vector<TensorId> ids;
    for (const Tensor& tensor : tensors) ids.push_back(tensor.id());
    return ids;
}

// Random numbers that are the same everywhere: std's distributions are not.
class Random {
public:
    explicit Random(unsigned seed) : m_engine(seed) {}
    std::size_t below(std::size_t limit) { return m_engine() % limit; }

private:
    std::mt19937 m_engine;
};

}  // namespace

Tensor GraphMaker::add(std::string_view type, std::string_view name, const std::vector<Tensor>& inputs, const Shape& shape) {
    const std::vector<TensorId> ids = idsOf(inputs);
    const std::array outputs{OutputSpec{DataType::Float32, m_graph->intern(shape)}};
    return m_graph->addOperation({type, name, ids, outputs, {}}).output();
}

Operation GraphMaker::addWithoutOutput(std::string_view type, std::string_view name, const std::vector<Tensor>& inputs) {
    const std::vector<TensorId> ids = idsOf(inputs);
    return m_graph->addOperation({type, name, ids, {}, {}});
}

Tensor GraphMaker::constant(std::string_view name, std::vector<double> values, const Shape& shape) {
    const Tensor made = add("Const", name, {}, shape);
    ConstantValue value{DataType::Float32, shape, std::move(values)};
    m_graph->setAttribute(made.operation().id(), {"value", std::make_shared<const ConstantValue>(std::move(value))});
    return made;
}

Tensor GraphMaker::placeholder(std::string_view name, const Shape& shape) {
    return add("Placeholder", name, {}, shape);
}

Tensor GraphMaker::variable(std::string_view name, const Shape& shape) {
    const std::array outputs{OutputSpec{DataType(DataType::Float32).reference(), m_graph->intern(shape)}};
    const Operation made = m_graph->addOperation({"VariableV2", name, {}, outputs, {}});
    const std::string path(made.name());
    const Tensor initial = constant(path + "/Initializer/zeros/", {0}, shape);
    add("Assign", path + "/Assign/", {made.output(), initial}, shape);
    return add("Identity", path + "/read/", {made.output()}, shape);
}

Tensor GraphMaker::dense(std::string_view scope, Tensor input, std::int64_t units) {
    const NameScope inScope(*m_graph, scope);
    const Shape& shape = input.shape();
    const Tensor kernel = variable("kernel", {shape.rank() == 2 ? shape[1] : -1, units});
    const Tensor bias = variable("bias", {units});
    const Tensor product = add("MatMul", "MatMul", {input, kernel}, {-1, units});
    const Tensor sum = add("BiasAdd", "BiasAdd", {product, bias}, {-1, units});
    return add("Relu", "Relu", {sum}, {-1, units});
}

GraphPointer empty() {
    return GraphMaker().take();
}

GraphPointer single() {
    GraphMaker maker;
    maker.placeholder("x");
    return maker.take();
}

GraphPointer chain(std::size_t length) {
    GraphMaker maker;
    Tensor at = maker.placeholder("x");
    for (std::size_t i = 0; i < length; ++i) at = maker.add("Relu", "Relu", {at});
    return maker.take();
}

GraphPointer perceptron(std::size_t layers) {
    GraphMaker maker;
    Graph& graph = maker.graph();
    const Tensor x = maker.placeholder("x"), labels = maker.placeholder("labels", {-1, 10});
    Tensor at = x;
    for (std::size_t i = 0; i < layers; ++i) at = maker.dense(numbered("layer", i + 1), at, i + 1 == layers ? 10 : 64);
    const NameScope loss(graph, "loss");
    const Tensor difference = maker.add("SquaredDifference", "SquaredDifference", {at, labels}, {-1, 10});
    const Tensor axes = maker.constant("Const", {0, 1}, {2});
    maker.add("Mean", "Mean", {difference, axes}, Shape::scalar());
    return maker.take();
}

namespace {

Tensor residualBlock(GraphMaker& maker, std::string_view name, Tensor input, std::size_t convolutions) {
    const NameScope block(maker.graph(), name);
    Tensor at = input;
    for (std::size_t i = 0; i < convolutions; ++i) {
        const NameScope convolution(maker.graph(), numbered("conv", i + 1));
        const Tensor kernel = maker.variable("weights", {3, 3, 64, 64});
        at = maker.add("Conv2D", "Conv2D", {at, kernel}, {-1, 32, 32, 64});
        at = maker.add("FusedBatchNorm", "batch_norm", {at}, {-1, 32, 32, 64});
        if (i + 1 < convolutions) at = maker.add("Relu", "Relu", {at}, {-1, 32, 32, 64});
    }
    const Tensor sum = maker.add("AddV2", "add", {at, input}, {-1, 32, 32, 64});
    return maker.add("Relu", "Relu", {sum}, {-1, 32, 32, 64});
}

GraphPointer net(std::size_t blocks, bool isVaried) {
    GraphMaker maker;
    Tensor at = maker.placeholder("images", {-1, 32, 32, 3});
    for (std::size_t i = 0; i < blocks; ++i) {
        const std::string name = isVaried ? "block_" + std::string(1 + i % 23, 'x') + std::to_string(i) : numbered("block", i + 1);
        at = residualBlock(maker, name, at, isVaried ? 1 + i % 5 : 2);
    }
    maker.dense("logits", at, 10);
    return maker.take();
}

}  // namespace

GraphPointer residualNet(std::size_t blocks) {
    return net(blocks, false);
}

GraphPointer variedNet(std::size_t blocks) {
    return net(blocks, true);
}

GraphPointer towers(std::size_t towerCount, std::size_t layers) {
    GraphMaker maker;
    std::vector<Tensor> kernels, losses;
    for (std::size_t i = 0; i < layers; ++i) kernels.push_back(maker.variable("shared/" + numbered("layer", i) + "/kernel", {64, 64}));
    const Tensor input = maker.placeholder("input", {-1, 64});
    for (std::size_t t = 0; t < towerCount; ++t) {
        const NameScope tower(maker.graph(), numbered("tower", t));
        Tensor at = maker.add("Slice", "Slice", {input});
        for (std::size_t i = 0; i < layers; ++i) {
            const NameScope layer(maker.graph(), numbered("layer", i));
            at = maker.add("Relu", "Relu", {maker.add("MatMul", "MatMul", {at, kernels[i]})});
        }
        losses.push_back(maker.add("Mean", "loss", {at}, Shape::scalar()));
    }
    const NameScope train(maker.graph(), "train");
    const Tensor total = maker.add("AddN", "AddN", losses, Shape::scalar());
    for (std::size_t i = 0; i < layers; ++i) maker.add("ApplyGradientDescent", "update", {kernels[i], total});
    return maker.take();
}

GraphPointer hub(std::size_t count) {
    GraphMaker maker;
    std::vector<Tensor> all;
    std::vector<OperationId> assigns;
    for (std::size_t i = 0; i < count; ++i) {
        all.push_back(maker.variable(numbered("variable", i), {8}));
        assigns.push_back(*maker.graph().findOperation(numbered("variable", i) + "/Assign"));
    }
    maker.addWithoutOutput("SaveV2", "save/SaveV2", all);
    const Operation init = maker.addWithoutOutput("NoOp", "init");
    maker.graph().setControlInputs(init.id(), assigns);
    return maker.take();
}

GraphPointer training(std::size_t layers) {
    GraphMaker maker;
    Graph& graph = maker.graph();
    const Tensor isTraining = maker.placeholder("is_training", Shape::scalar());
    const Tensor step = maker.variable("global_step/", Shape::scalar());
    Tensor at = maker.placeholder("x");
    std::vector<Tensor> activations, variables;
    for (std::size_t i = 0; i < layers; ++i) {
        const std::string scope = numbered("layer", i + 1);
        at = maker.add("Dropout", scope + "/dropout/", {maker.dense(scope + "/", at, 64), isTraining});
        activations.push_back(at);
        for (const char* name : {"/kernel", "/bias"}) variables.push_back(graph.operation(*graph.findOperation(scope + name)).output());
    }
    const Tensor loss = maker.add("Mean", "loss/", {at}, Shape::scalar());
    Tensor gradient = maker.add("Fill", "gradients/Fill/", {loss});
    std::vector<Tensor> summaries;
    for (std::size_t i = layers; i-- > 0;) {
        gradient = maker.add("ReluGrad", "gradients/" + numbered("layer", i + 1) + "/Relu_grad/ReluGrad/", {gradient, activations[i]});
        summaries.push_back(maker.add("HistogramSummary", numbered("layer", i + 1) + "/activation/", {activations[i]}, Shape::scalar()));
        for (const std::size_t k : {2 * i, 2 * i + 1}) maker.add("ApplyAdam", "Adam/update_" + std::to_string(k) + "/ApplyAdam/", {variables[k], gradient, step});
    }
    maker.add("MergeSummary", "Merge/MergeSummary/", summaries, Shape::scalar());
    maker.addWithoutOutput("SaveV2", "save/SaveV2/", variables);
    maker.add("RestoreV2", "save/RestoreV2/", {});
    std::vector<OperationId> assigns;
    for (const Tensor& variable : variables) assigns.push_back(*graph.findOperation(std::string(variable.operation().name()) + "/Assign"));
    graph.setControlInputs(maker.addWithoutOutput("NoOp", "init").id(), assigns);
    return maker.take();
}

namespace {

GraphPointer flat(std::size_t count, bool hasHubs) {
    GraphMaker maker;
    Random random(7);
    std::vector<Tensor> all{maker.placeholder("x")}, gathered;
    for (std::size_t i = 1; i < count; ++i) {
        std::vector<Tensor> inputs{all[all.size() - 1 - random.below(std::min<std::size_t>(all.size(), 8))]};
        if (random.below(3) == 0) inputs.push_back(all[random.below(all.size())]);
        if (hasHubs && random.below(4) == 0) inputs.push_back(all[random.below(std::min<std::size_t>(all.size(), 3))]);
        all.push_back(maker.add("AddN", "AddN", inputs));
        if (hasHubs && random.below(10) == 0) gathered.push_back(all.back());
    }
    if (hasHubs) maker.addWithoutOutput("SaveV2", "SaveV2", gathered);
    return maker.take();
}

}  // namespace

GraphPointer flatScope(std::size_t count) {
    return flat(count, false);
}

GraphPointer flatScopeWithHubs(std::size_t count) {
    return flat(count, true);
}

GraphPointer variablesOnly(std::size_t count) {
    GraphMaker maker;
    for (std::size_t i = 0; i < count; ++i) maker.variable(numbered("v", i), {1});
    return maker.take();
}

GraphPointer deepNesting(std::size_t depth) {
    GraphMaker maker;
    std::string path;
    Tensor at = maker.placeholder("x");
    for (std::size_t i = 0; i < depth; ++i) {
        path += "s/";
        at = maker.add("Relu", path + "op/", {at});
    }
    return maker.take();
}

GraphPointer whileLoop() {
    GraphMaker maker;
    Graph& graph = maker.graph();
    const Tensor start = maker.constant("start", {0}, Shape::scalar());
    const NameScope loop(graph, "while");
    const Tensor enter = maker.add("Enter", "Enter", {start}, Shape::scalar());
    const Tensor merge = maker.add("Merge", "Merge", {enter, enter}, Shape::scalar());
    const Tensor limit = maker.constant("Less/y", {10}, Shape::scalar());
    const Tensor less = maker.add("Less", "Less", {merge, limit}, Shape::scalar());
    const Tensor condition = maker.add("LoopCond", "LoopCond", {less}, Shape::scalar());
    const Tensor either = maker.add("Switch", "Switch", {merge, condition}, Shape::scalar());
    const Tensor body = maker.add("Identity", "Identity", {either}, Shape::scalar());
    const Tensor one = maker.constant("add/y", {1}, Shape::scalar());
    const Tensor sum = maker.add("AddV2", "add", {body, one}, Shape::scalar());
    const Tensor next = maker.add("NextIteration", "NextIteration", {sum}, Shape::scalar());
    graph.setInput(merge.operation().id(), 1, next.id());
    maker.add("Exit", "Exit", {either}, Shape::scalar());
    return maker.take();
}

GraphPointer oddEdges() {
    GraphMaker maker;
    const Tensor self = maker.add("Merge", "self", {maker.placeholder("x")});
    maker.graph().setInput(self.operation().id(), 0, self.id());
    const Tensor twice = maker.add("Mul", "twice", {self, self});
    const Tensor ping = maker.add("Merge", "a/ping", {twice, twice});
    const Tensor pong = maker.add("Merge", "b/pong", {ping});
    maker.graph().setInput(ping.operation().id(), 1, pong.id());
    return maker.take();
}

std::vector<std::string> hostileNames() {
    return {"quo\"te/'single'", "<svg>/&amp;/]]>", "back\\slash/end\\", "\\N\\G/\\l", "变量/权重", "new\nline/tab\t", std::string("\x01\x7F\0/bell\a", 9),
            "bro\xFF\xC3/ken\xE4\xB8", "a//b", "", "/", "emoji 😀/é", "-->/<!--", std::string(1'000'000, 'm')};
}

GraphPointer randomGraph(unsigned seed, std::size_t count) {
    GraphMaker maker;
    Random random(seed);
    std::vector<Tensor> all;
    std::vector<std::string> scopes{""};
    for (std::size_t i = 0; i < count; ++i) {
        if (random.below(4) == 0) scopes.push_back(scopes[random.below(scopes.size())] + numbered("s", i) + "/");
        std::vector<Tensor> inputs;
        for (std::size_t k = random.below(4); k > 0 && !all.empty(); --k) inputs.push_back(all[random.below(all.size())]);
        const std::string name = scopes[random.below(scopes.size())] + numbered("op", i) + "/";
        if (random.below(10) == 0) maker.addWithoutOutput("NoOp", name);
        else all.push_back(random.below(6) == 0 ? maker.variable(name, {3}) : maker.add("AddN", name, inputs));
    }
    for (std::size_t i = 0; i < count / 20; ++i) {
        const Tensor user = all[random.below(all.size())];
        if (!user.operation().inputs().empty()) maker.graph().setInput(user.operation().id(), 0, all[random.below(all.size())].id());
    }
    return maker.take();
}

}  // namespace namescape::generators
