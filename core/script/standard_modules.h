// The standard modules that are made in C++, each in the file of its name.
#pragma once

namespace namescape {

class Interpreter;
class ModuleObject;

void makeMathModule(Interpreter& interpreter, ModuleObject& module);
void makeRegexModule(Interpreter& interpreter, ModuleObject& module);
// What `random` stands on: the Mersenne Twister.
void makeRandomCore(Interpreter& interpreter, ModuleObject& module);
// What `sys` and `inspect` need to know of the interpreter.
void makeSysCore(Interpreter& interpreter, ModuleObject& module);
// What `numpy` needs to know of numbers as bits.
void makeNumpyCore(Interpreter& interpreter, ModuleObject& module);

}  // namespace namescape
