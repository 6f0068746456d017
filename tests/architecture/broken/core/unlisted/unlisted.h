// Says something.
#pragma once
