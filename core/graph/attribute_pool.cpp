#include "graph/attribute_pool.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <string_view>
#include <type_traits>

namespace namescape {

namespace {

// Enough to tell constants apart that differ; equality looks at the rest.
constexpr std::size_t kHashedElements = 64;

class Hash {
public:
    void add(std::uint64_t word) {
        m_value = (m_value ^ word) * 0x9E3779B97F4A7C15ull;
        m_value ^= m_value >> 32;
    }
    void add(std::int64_t value) { add(static_cast<std::uint64_t>(value)); }
    void add(double value) { add(std::bit_cast<std::uint64_t>(value)); }
    void add(bool value) { add(std::uint64_t{value}); }
    void add(std::string_view text) { add(std::uint64_t{std::hash<std::string_view>()(text)}); }
    void add(const std::complex<double>& value) {
        add(value.real());
        add(value.imag());
    }
    void add(DataType type) { add(static_cast<std::uint64_t>(type.code())); }
    void add(const Shape& shape) {
        add(shape.hasRank());
        for (const auto size : shape.sizes()) add(size);
    }
    void add(const std::shared_ptr<const ConstantValue>& constant) {
        add(constant->type);
        add(constant->shape);
        std::visit([this](const auto& elements) { add(elements); }, constant->elements);
    }
    template <typename T>
    void add(const std::vector<T>& elements) {
        add(std::uint64_t{elements.size()});
        for (std::size_t i = 0; i < std::min(elements.size(), kHashedElements); ++i) add(elements[i]);
    }
    std::size_t value() const { return m_value; }

private:
    std::uint64_t m_value = 0;
};

std::size_t hashOf(const std::vector<Attribute>& list) {
    Hash hash;
    for (const Attribute& attribute : list) {
        hash.add(std::string_view(attribute.name));
        hash.add(std::uint64_t{attribute.value.index()});
        std::visit([&](const auto& value) { hash.add(value); }, attribute.value);
    }
    return hash.value();
}

bool isSame(const Attribute& a, const Attribute& b);
bool isSame(const std::shared_ptr<const ConstantValue>& a, const std::shared_ptr<const ConstantValue>& b);

template <typename T>
bool isSame(const T& a, const T& b) {
    return a == b;
}

bool isSame(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

bool isSame(const std::complex<double>& a, const std::complex<double>& b) {
    return isSame(a.real(), b.real()) && isSame(a.imag(), b.imag());
}

template <typename T>
bool isSame(const std::vector<T>& a, const std::vector<T>& b) {
    return std::ranges::equal(a, b, [](const T& x, const T& y) { return isSame(x, y); });
}

template <typename... Types>
bool isSame(const std::variant<Types...>& a, const std::variant<Types...>& b) {
    if (a.index() != b.index()) return false;
    return std::visit([&](const auto& x) { return isSame(x, std::get<std::decay_t<decltype(x)>>(b)); }, a);
}

bool isSame(const std::shared_ptr<const ConstantValue>& a, const std::shared_ptr<const ConstantValue>& b) {
    return a == b || (a->type == b->type && a->shape == b->shape && isSame(a->elements, b->elements));
}

bool isSame(const Attribute& a, const Attribute& b) {
    return a.name == b.name && isSame(a.value, b.value);
}

std::size_t heapBytes(const std::string& text) {
    return text.capacity() > std::string().capacity() ? text.capacity() + 1 : 0;
}

template <typename T>
std::size_t heapBytes(const std::vector<T>& values) {
    std::size_t bytes = values.capacity() * sizeof(T);
    if constexpr (std::is_same_v<T, std::string>)
        for (const std::string& text : values) bytes += heapBytes(text);
    return bytes;
}

std::size_t heapBytes(const Shape& shape) {
    return shape.sizes().size_bytes();
}

std::size_t heapBytes(const std::shared_ptr<const ConstantValue>& constant) {
    return sizeof(ConstantValue) + heapBytes(constant->shape) + std::visit([](const auto& elements) { return heapBytes(elements); }, constant->elements);
}

template <typename T>
    requires std::is_trivially_copyable_v<T>
std::size_t heapBytes(const T&) {
    return 0;
}

}  // namespace

AttributeListId AttributePool::intern(std::vector<Attribute> list) {
    if (list.empty()) return {};
    const std::size_t hash = hashOf(list);
    const auto [first, last] = m_byHash.equal_range(hash);
    for (auto known = first; known != last; ++known) {
        Entry& entry = m_entries[known->second];
        if (!isSame(entry.list, list)) continue;
        ++entry.holders;
        return {known->second};
    }
    if (m_free.empty()) {
        m_free.push_back(static_cast<std::uint32_t>(m_entries.size()));
        m_entries.emplace_back();
    }
    const AttributeListId id{m_free.back()};
    m_free.pop_back();
    list.shrink_to_fit();
    m_entries[id.value] = {std::move(list), hash, 1};
    m_byHash.emplace(hash, id.value);
    return id;
}

void AttributePool::release(AttributeListId id) {
    Entry& entry = m_entries[id.value];
    if (id == AttributeListId{} || --entry.holders > 0) return;
    const auto [first, last] = m_byHash.equal_range(entry.hash);
    m_byHash.erase(std::find_if(first, last, [&](const auto& known) { return known.second == id.value; }));
    entry = {};
    m_free.push_back(id.value);
}

std::size_t AttributePool::bytes() const {
    constexpr std::size_t kHashNode = 4 * sizeof(void*);
    std::size_t bytes = m_entries.capacity() * sizeof(Entry) + m_byHash.size() * kHashNode;
    for (const Entry& entry : m_entries) {
        bytes += entry.list.capacity() * sizeof(Attribute);
        for (const Attribute& attribute : entry.list)
            bytes += heapBytes(attribute.name) + std::visit([](const auto& value) { return heapBytes(value); }, attribute.value);
    }
    return bytes;
}

}  // namespace namescape
