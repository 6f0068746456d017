// A program's snapshot from the real pipeline, for tests of views.
#pragma once

#include "live/live_build.h"
#include "pipeline/pipeline.h"

#include <QString>

#include <memory>
#include <string>

namespace namescape::test {

inline Build builtProgram(const std::string& text, std::uint64_t revision = 1, const ViewOptions& view = {}) {
    Request request;
    request.revision = revision;
    request.text = text;
    request.fileName = "program.py";
    request.view = view;
    Caches caches;
    return {build(std::move(request), caches), std::make_shared<TextOffsets>(QString::fromStdString(text))};
}

// Names, scopes, a shared variable and two operations that use it.
inline const char* const sharingProgram = R"(import tensorflow as tf

def layer(x):
    w = tf.get_variable("w", [2, 2], initializer=tf.ones_initializer())
    return tf.matmul(x, w)

x = tf.placeholder(tf.float32, [None, 2], name="x")
with tf.variable_scope("net"):
    a = layer(x)
with tf.variable_scope("net", reuse=True):
    b = layer(a)
print("done")
)";

// The range of the `occurrence`-th (from 0) place where `part` stands in the text.
inline SourceRange rangeOf(const std::string& text, const std::string& part, int occurrence = 0) {
    std::size_t at = text.find(part);
    while (occurrence-- > 0) at = text.find(part, at + 1);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
}

}  // namespace namescape::test
