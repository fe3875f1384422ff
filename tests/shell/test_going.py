"""Back and forward, as in a browser."""

from partnerships.library.model import Address
from partnerships.shell.going import HOME, Trail

A, B, C = Address("a"), Address("b"), Address("c")


def test_back_and_forward_walk_the_trail() -> None:
    trail = Trail()
    trail.go(A)
    trail.go(B)
    assert trail.back() == A
    assert trail.back() == HOME
    assert not trail.can_go_back
    assert trail.forward() == A


def test_going_somewhere_new_forgets_what_was_ahead() -> None:
    trail = Trail()
    trail.go(A)
    trail.go(B)
    trail.back()
    trail.go(C)
    assert not trail.can_go_forward
    assert trail.back() == A


def test_going_where_one_is_adds_nothing() -> None:
    trail = Trail()
    trail.go(A)
    trail.go(A)
    assert trail.back() == HOME
