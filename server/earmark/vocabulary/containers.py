"""The class names and ids by which shops mark the parts of a page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import ahocorasick_rs


class ContainerNames:
    """Finds which of many elements' names («class id») hold a word of a region.

    A word counts anywhere in the names; "=word" must be the whole of one of them.
    """

    def __init__(self, regions: Mapping[str, Sequence[str]]) -> None:
        self._meanings: list[str] = []
        words: list[str] = []
        for region, names in regions.items():
            for name in names:
                self._meanings.append(region)
                words.append(f" {name[1:]} " if name.startswith("=") else name)
        self._automaton = ahocorasick_rs.AhoCorasick(words)

    def find(self, names: Sequence[str]) -> Iterator[tuple[int, str]]:
        """(index, region) of each element whose names hold a word; the first word decides."""
        lines = [f" {name} ".lower() for name in names]
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line) + 1)
        last = -1
        for word, start, _ in self._automaton.find_matches_as_indexes("\n".join(lines), overlapping=True):
            index = bisect_right(starts, start) - 1
            if index != last:
                last = index
                yield index, self._meanings[word]
