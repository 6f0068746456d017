#pragma once
#include "upper/upper.h"
#include <QString>
