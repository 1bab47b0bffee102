"""How large pages are shown: as they fit, or as she chose."""

from __future__ import annotations

from dataclasses import dataclass

NEAREST, FARTHEST, STEP = 0.2, 4.0, 1.15
ANOTHER = 0.02  # a zoom that differs by less is the same
BEGIN, WIDTH, PAGE, HAND = "begin", "width", "page", "hand"  # to begin with, no page is larger than on paper


@dataclass
class PageZoom:
    """The zoom, and what it follows."""

    zoom: float = 1.0
    mode: str = BEGIN

    def fit(self, wide: float, high: float, room_wide: float, room_high: float) -> bool:
        """Follow the room for a page that is so large without zoom; whether that changed the zoom."""
        if self.mode == HAND:
            return False
        zoom = room_wide / wide
        if self.mode == BEGIN:
            zoom = min(zoom, 1.0)
        elif self.mode == PAGE:
            zoom = min(zoom, room_high / high)
        return self._set(zoom, ANOTHER)

    def step(self, way: int) -> bool:
        """One step larger (1) or smaller (-1)."""
        return self.by_hand(self.zoom * STEP**way)

    def by_hand(self, zoom: float) -> bool:
        """As she chose; whether that changed the zoom."""
        self.mode = HAND
        return self._set(zoom, 0.0)

    def _set(self, zoom: float, least: float) -> bool:
        zoom = min(max(zoom, NEAREST), FARTHEST)
        changed = abs(zoom - self.zoom) > least
        self.zoom = zoom if changed else self.zoom
        return changed
