#include "diagram/theme.h"

#include <algorithm>

namespace namescape {

namespace {

constexpr Theme kLight{
    .background = {0xFBFCFE},
    .frames = {{{{0xF2F5FA}, {0xC3CDDC}, {0x3A475A}}, {{0xE7EDF6}, {0xB2BFD2}, {0x36435A}}, {{0xDCE4F1}, {0xA2B1C8}, {0x313E55}}, {{0xD1DBEB}, {0x92A3BE}, {0x2C3950}}}},
    .variableFrame = {{0xE3EEFC}, {0x8FB4E3}, {0x1B4A86}},
    .scope = {{0xE9E7FB}, {0x8C83D6}, {0x332C7C}, {0x5C559B}},
    .operation = {{0xFFFFFF}, {0x8896AA}, {0x1D2733}, {0x566375}},
    .constant = {{0xF1F2F4}, {0xA3ACB8}, {0x3A4350}, {0x5F6875}},
    .placeholder = {{0xDFF4E4}, {0x479A62}, {0x15502B}, {0x2F6B45}},
    .variable = {{0xD9E9FD}, {0x4584D2}, {0x133F78}, {0x2F5F9E}},
    .sharedVariable = {{0xFFEAC2}, {0xCC8412}, {0x5A3A00}, {0x7D5610}},
    .control = {{0xFBFCFE}, {0x9AA4B2}, {0x4A5361}, {0x626C7A}},
    .badge = {{0x8A5A08}, {0x8A5A08}, {0xFFF6E3}, {0xFFF6E3}},
    .dataEdge = {0x64748A},
    .controlEdge = {0x98A2B1},
    .edgeLabel = {0x485468},
    .selection = {0x1769E0},
    .highlight = {0xE8590C},
    .error = {0xC92A2A},
};

constexpr Theme kDark{
    .background = {0x14171C},
    .frames = {{{{0x1B2028}, {0x36404E}, {0xC9D2DF}}, {{0x232A34}, {0x434F60}, {0xCDD6E3}}, {{0x2B3340}, {0x505E72}, {0xD2DAE6}}, {{0x333D4C}, {0x5E6D84}, {0xD7DFEA}}}},
    .variableFrame = {{0x1A2C45}, {0x3F6DA6}, {0xBBD6FA}},
    .scope = {{0x37325F}, {0x847BCB}, {0xE6E3FF}, {0xBDB7EC}},
    .operation = {{0x3D4858}, {0x76869C}, {0xF1F5FA}, {0xBFCAD8}},
    .constant = {{0x2F353F}, {0x6A7482}, {0xD5DBE3}, {0xA9B3C0}},
    .placeholder = {{0x1F4630}, {0x4FA56D}, {0xDDF7E5}, {0xA5D9B6}},
    .variable = {{0x1D4474}, {0x5A97E0}, {0xE3F0FF}, {0xB0D0F7}},
    .sharedVariable = {{0x5E4310}, {0xE0A33A}, {0xFFF0D2}, {0xF0D096}},
    .control = {{0x14171C}, {0x66707E}, {0xB9C2CE}, {0x98A2B0}},
    .badge = {{0xF0B44C}, {0xF0B44C}, {0x3A2800}, {0x3A2800}},
    .dataEdge = {0x93A2B6},
    .controlEdge = {0x697585},
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
    }
    return operation;
}

const FrameColours& Theme::frame(const Box& box) const {
    const bool isVariable = box.kind == BoxKind::Variable || box.kind == BoxKind::SharedVariable;
    return isVariable ? variableFrame : frames[std::min<std::size_t>(box.depth, frames.size() - 1)];
}

const Theme& theme(ThemeName name) {
    return name == ThemeName::Dark ? kDark : kLight;
}

}  // namespace namescape
