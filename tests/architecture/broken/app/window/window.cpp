// Says something.
#include "sibling/sibling.h"
#include <graphviz/cgraph.h>
#include <QWidget>
