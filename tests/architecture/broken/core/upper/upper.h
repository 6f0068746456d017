// Says something.
#pragma once
#include "lower.h"
#include <graphviz/gvc.h>
