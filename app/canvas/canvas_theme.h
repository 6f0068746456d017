// The colours of pictures that go with the window's.
#pragma once

#include "appearance/appearance.h"
#include "diagram/theme.h"

namespace namescape {

inline const Theme& themeOf(const Appearance& appearance) {
    return theme(appearance.isDark() ? ThemeName::Dark : ThemeName::Light);
}

}  // namespace namescape
