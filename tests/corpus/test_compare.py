"""Two runs: what got better and worse."""

from __future__ import annotations

from earmark.corpus import changes
from earmark.corpus.answers import Answer, Result


def run(name: str = "a", error: str | None = None, **answers: Answer) -> Result:
    return Result(name=name, title=name, groups={}, answers=answers, error=error)


RIGHT = Answer("right", ("headset",), "headset")
MISSING = Answer("missing", ("headset",))
WRONG = Answer("wrong", ("headset",), "earphones")


def test_better_and_worse() -> None:
    before = [run(kind=MISSING, form=RIGHT, back=RIGHT)]
    after = [run(kind=RIGHT, form=WRONG, back=RIGHT)]
    assert [(one.question, one.gain) for one in changes(before, after)] == [("kind", 1), ("form", -2)]


def test_a_wrong_answer_is_worse_than_none() -> None:
    assert [one.gain for one in changes([run(kind=MISSING)], [run(kind=WRONG)])] == [-1]


def test_a_new_error_is_worse() -> None:
    (change,) = changes([run()], [run(error="WorkerTimeout: stopped")])
    assert (change.question, change.gain) == ("error", -2)


def test_items_and_questions_of_one_run_alone_are_left_out() -> None:
    assert not list(changes([run("a", kind=RIGHT)], [run("a", form=WRONG), run("b", kind=WRONG)]))
