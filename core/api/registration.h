// The functions that fill the `tf` module, one an area. Each is called once, in this order, by Api's constructor.
#pragma once

namespace namescape {

class Api;

void registerTensorLibrary(Api& api);    // tensors, operations, data types, shapes, and all functions that make operations
void registerGraphs(Api& api);           // tf.Graph, look-ups, name scopes, control dependencies, devices, colocation
void registerCollections(Api& api);      // tf.GraphKeys, collections
void registerInitializers(Api& api);     // tf.initializers and regularizers
void registerVariables(Api& api);        // tf.Variable, partitioned variables
void registerVariableScopes(Api& api);   // tf.variable_scope, tf.get_variable, partitioners, templates
void registerControlFlow(Api& api);      // tf.cond, tf.while_loop, tf.case

}  // namespace namescape
