#include "syntax/configuration.hpp"

#include <cassert>

namespace timeloom {

Configuration::Configuration(std::size_t size) : size_(static_cast<Index>(size)) {
    Node empty;
    empty.left1 = empty.left2 = empty.right1 = empty.right2 = empty.marker = none();
    nodes_.assign(size + 2, empty);
    stack_.reserve(size);
}

bool Configuration::allows(Transition transition) const {
    switch (transition) {
    case Transition::shift:
        return next_ < size_;
    case Transition::left:
        return next_ < size_ ? !stack_.empty() : stack_.size() == 1;
    case Transition::right:
        return stack_.size() >= 2;
    }
    return false;
}

void Configuration::apply(Transition transition, Deprel relation) {
    assert(allows(transition));
    if (transition == Transition::shift) {
        stack_.push_back(next_++);
        return;
    }
    const Index head = head_after(transition), dependent = stack_.back();
    stack_.pop_back();
    attach(dependent, head, head == size_ ? Deprel::root : relation);
}

void Configuration::attach(Index dependent, Index head, Deprel relation) {
    nodes_[dependent].head = static_cast<std::int32_t>(head);
    nodes_[dependent].relation = relation;
    Node& node = nodes_[head];
    // Every new left dependent stands left of those before it, every new right one right of them.
    if (dependent < head) {
        node.left2 = node.left1;
        node.left1 = dependent;
        node.left_count += node.left_count < 255;
    } else {
        node.right2 = node.right1;
        node.right1 = dependent;
        node.right_count += node.right_count < 255;
    }
    if (relation == Deprel::case_ || relation == Deprel::mark)
        node.marker = dependent;
    node.relations |= std::uint64_t{1} << static_cast<unsigned>(relation);
}

} // namespace timeloom
