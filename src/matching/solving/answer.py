"""What is known of a component: its best plan so far, and bounds on what any plan could reach."""

from dataclasses import dataclass, field

from matching.solving.columns import Chosen


class NoPlan(Exception):
    """There is no plan: the rows exclude every one."""


@dataclass(slots=True, eq=False)
class Answer:
    """A component's plan and what it reaches, the bounds on its aims as far as they were found, and how.

    A bound is good for every plan that reaches the bounds before it. `stepped_back` lists the aims that had to be
    solved in whole numbers because no plan reached the floor that their relaxation gave.
    """

    plan: Chosen | None
    reached: tuple[int, ...]
    bounds: tuple[int, ...] = ()
    stepped_back: list[int] = field(default_factory=list)

    def note(self, plan: Chosen, reached: tuple[int, ...]) -> None:
        """Keep a plan if it is better than the one that is known."""
        if reached > self.reached:
            self.plan, self.reached = plan, reached

    @property
    def found(self) -> Chosen:
        """The plan. NoPlan where there is none."""
        if self.plan is None:
            raise NoPlan
        return self.plan

    def reaches(self, floors: tuple[int, ...]) -> bool:
        """Whether the plan is as good as these floors, aim by aim."""
        return self.plan is not None and all(a >= b for a, b in zip(self.reached, floors, strict=False))
