#include "bench/edits.h"

#include <fmt/format.h>

namespace namescape {

namespace {

constexpr std::size_t operationsInALayer = 19;  // two variables with their initializers, and what computes

std::string layerCall(std::size_t number) {
    return fmt::format("    with tf.name_scope('block_{0}'):\n        net = layer(net, 'layer_{0}')\n", number);
}

}  // namespace

std::string networkProgram(std::size_t operations) {
    std::string program = R"(import tensorflow as tf

def layer(inputs, name, size=16):
    with tf.variable_scope(name):
        weights = tf.get_variable('weights', [16, size])
        biases = tf.get_variable('biases', [size], initializer=tf.zeros_initializer())
        with tf.name_scope('activation'):
            return tf.nn.relu(tf.matmul(inputs, weights) * 0.5 + biases)

net = tf.placeholder(tf.float32, [None, 16], name='input')
with tf.variable_scope('network'):
)";
    for (std::size_t number = 0; number == 0 || number * operationsInALayer < operations; ++number) program += layerCall(number);
    return program + "loss = tf.reduce_mean(net, name='loss')\nprint(loss.name)\n";
}

std::string clashingProgram(std::size_t operations) {
    return fmt::format(R"(import tensorflow as tf

values = tf.placeholder(tf.float32, [None, 16])
one = tf.constant(1.0)
made = 0
while made < {}:
    with tf.name_scope('block'):
        for i in range(10):
            with tf.name_scope('unit'):
                total = tf.add(values, one)
                total = tf.nn.relu(total, name='active')
                for k in range(8):
                    total = tf.identity(total, name='copy')
            made += 10
)", operations);
}

std::string afterKeyPress(const std::string& program, std::size_t step) {
    std::string text = program;
    const auto insertBehind = [&](std::string_view place, const std::string& what) {
        text.insert(text.find(place) + place.size(), what);
    };
    switch (step % 4) {
    case 0: insertBehind("tf.variable_scope('network", std::to_string(step)); break;
    case 1: insertBehind("weights) * 0.5", std::to_string(step)); break;
    case 2: insertBehind("import tensorflow as tf", fmt::format("  # note {}", step)); break;
    case 3: text += fmt::format("with tf.name_scope('part_{}", step); break;
    }
    return text;
}

}  // namespace namescape
