#include "diagram/theme.h"

#include <algorithm>

namespace namescape {

namespace {

constexpr Theme kLight{
    .background = {0xFCFDFE},
    .frames = {{{{0xF4F6FA}, {0x7690B5}, {0x38475E}}, {{0xE6F3F4}, {0x3C969F}, {0x2C474A}}, {{0xF4E6EF}, {0xB86D9D}, {0x553348}}, {{0xE6E7D6}, {0x7A8135}, {0x383B23}}}},
    .variableFrame = {{0xE6EFFC}, {0x5783BB}, {0x1B4A86}},
    .scope = {{0xE9E7FB}, {0x776DC6}, {0x332C7C}, {0x554E94}},
    .operation = {{0xFFFFFF}, {0x738198}, {0x1D2733}, {0x566375}},
    .constant = {{0xF1F2F4}, {0x79828F}, {0x3A4350}, {0x5A6370}},
    .placeholder = {{0xDFF4E4}, {0x3D8B56}, {0x15502B}, {0x2F6B45}},
    .variable = {{0xD9E9FD}, {0x3E7AC4}, {0x133F78}, {0x2F5F9E}},
    .sharedVariable = {{0xFFEAC2}, {0xA66A0C}, {0x5A3A00}, {0x7D5610}},
    .control = {{0xFCFDFE}, {0x768290}, {0x4A5361}, {0x5C6674}},
    .badge = {{0x8A5A08}, {0x8A5A08}, {0xFFF6E3}, {0xFFF6E3}},
    .dataEdge = {0x5C6B82},
    .controlEdge = {0x788291},
    .edgeLabel = {0x485468},
    .selection = {0x1769E0},
    .highlight = {0xD9480F},
    .error = {0xC92A2A},
};

constexpr Theme kDark{
    .background = {0x14171C},
    .frames = {{{{0x1A1F26}, {0x586D8E}, {0xC9D2DF}}, {{0x1A282A}, {0x3E7A81}, {0xC4D9DC}}, {{0x3A2833}, {0xA8628F}, {0xE5D4DF}}, {{0x333526}, {0x818743}, {0xDEE0CB}}}},
    .variableFrame = {{0x1A2C45}, {0x5885BF}, {0xBBD6FA}},
    .scope = {{0x37325F}, {0x958CDB}, {0xE6E3FF}, {0xBDB7EC}},
    .operation = {{0x3D4858}, {0x8898B0}, {0xF1F5FA}, {0xBFCAD8}},
    .constant = {{0x2F353F}, {0x87919F}, {0xD5DBE3}, {0xA9B3C0}},
    .placeholder = {{0x1F4630}, {0x55AD74}, {0xDDF7E5}, {0xA5D9B6}},
    .variable = {{0x1D4474}, {0x659FE6}, {0xE3F0FF}, {0xB0D0F7}},
    .sharedVariable = {{0x5E4310}, {0xE0A33A}, {0xFFF0D2}, {0xF0D096}},
    .control = {{0x14171C}, {0x838D9B}, {0xB9C2CE}, {0x98A2B0}},
    .badge = {{0xF0B44C}, {0xF0B44C}, {0x3A2800}, {0x3A2800}},
    .dataEdge = {0x9DABBE},
    .controlEdge = {0x808B9A},
    .edgeLabel = {0xA9B5C4},
    .selection = {0x6EA8FF},
    .highlight = {0xFF9350},
    .error = {0xFF7B7B},
};

}  // namespace

const BoxColours& Theme::colours(BoxKind kind) const {
    switch (kind) {
    case BoxKind::Scope: return scope;
    case BoxKind::Operation: return operation;
    case BoxKind::Constant: return constant;
    case BoxKind::Placeholder: return placeholder;
    case BoxKind::Variable: return variable;
    case BoxKind::SharedVariable: return sharedVariable;
    case BoxKind::Control: return control;
    case BoxKind::Series: return scope;
    }
    return operation;
}

const FrameColours& Theme::frame(const Box& box) const {
    const bool isVariable = box.kind == BoxKind::Variable || box.kind == BoxKind::SharedVariable;
    return isVariable ? variableFrame : frameOfScope(box.fullName);
}

const FrameColours& Theme::frameOfScope(std::string_view fullName) const {
    const auto around = static_cast<std::size_t>(std::count(fullName.begin(), fullName.end(), '/'));
    return frames[std::min(around, frames.size() - 1)];
}

const Theme& theme(ThemeName name) {
    return name == ThemeName::Dark ? kDark : kLight;
}

}  // namespace namescape
